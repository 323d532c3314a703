"""Numbers of a lesson's text and their expressions: what fits, what needs one, and what the builder refuses."""

import build_lessons
import lesson_text
import pytest


@pytest.mark.parametrize(
    ("written", "value", "fits"),
    [
        ("5.76", 5.76, True),
        ("5.76", 5.764, True),
        ("5.77", 5.76, False),
        ("5.760", 5.764, False),
        ("-6", -6.0, True),
        ("−6", -6.0, True),
        ("+6", 6.0, True),
        ("6", -6.0, False),
        ("0.13", 0.125, True),
        ("13,002", 13002, True),
        ("1.8 · 10^-15", 1.776e-15, True),
        ("1.9 · 10^-15", 1.776e-15, False),
        ("10⁻⁸", 1e-8, True),
        ("10^-7", 1e-8, False),
        ("three", 3, True),
        ("Three", 4, False),
        ("5.7.6", 5.76, False),
        ("five or six", 5, False),
        ("5", float("nan"), False),
        ("5", float("inf"), False),
    ],
)
def test_a_number_fits_as_far_as_it_is_written(written, value, fits):
    (one,) = lesson_text.inlines(f"falls to [{written}]{{costs[1]}} in one step")
    assert (lesson_text.wrong_number(one, value) == "") == fits


@pytest.mark.parametrize(
    ("section", "needy"),
    [
        ("It falls to 5.76 and then to -3, in 26 steps.", ["5.76", "-3", "26"]),
        ("It falls to [5.76]{costs[1]}, by [3]{costs[0] - costs[1]}.", []),
        ("In lesson 12, of 25 minutes, three of 10 fall; see lesson 03.", ["25"]),
        ("2 · (0.6 - 3) = -4.8, so -4.8 it is", []),
        ("2 · (0.6 - 3) = -4.9", ["0.6", "-4.9"]),
        ("4 / 27 = 0.148 and 4 / 27 = 0.15", []),
        ("The hill (w - 13)² at w = -20, where h = 0.1, 0.01 and 0.001: take 0.01", []),
        ("A formula of the code, `w - 0.3`, and $w - 0.4$ in a line", []),
        ("```python\nrate = 0.25\n```\nThe rate is 0.25, not 0.5", ["0.5"]),
        ("After [26]{near(0.01)} steps it is within 0.01.", []),
        ("At w = -1, 9.51 at w = 20.", ["9.51"]),
        ("The hill (w - 13)² at w = 20: 13 and not -13, 20 and not -20", ["-13", "-20"]),
        (
            "`f(2.5, -3.5, 4.5 - 5.5)` gives 2.5, -2.5, 3.5, -3.5, 5.5, -5.5",
            ["2.5", "-2.5", "3.5", "-3.5", "5.5", "-5.5"],
        ),
        ("```python\nf(2.5, -3.5, 4.5 - 5.5)\n```\ngives 2.5, -2.5, 3.5, -3.5, 5.5, -5.5", ["-2.5", "3.5", "-5.5"]),
    ],
)
def test_what_needs_an_expression(section, needy):
    text = f"---\ncourse: {{}}\n---\n\n# 03 · Rolling down\n\n## First\n\n{section}\n"
    assert [fault.split()[2] for fault in lesson_text.without_expression(text)] == needy


def test_a_number_is_given_in_its_own_section_only():
    text = "---\nnumbers: rate = 0.5\n---\n\n## First\n\nAt w = 0.1, 0.1.\n\n## Second\n\nAt 0.5\nand 0.1.\n"
    assert list(lesson_text.without_expression(text)) == ["line 12: 0.1 has no expression: [0.1]{...}"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("at w = -1 it is -6", "at w~=~−1 it is −6"),
        ("(w - 3)², 2w - 3 and σ(w · x)", "(w~−~3)², 2w~−~3 and σ(w~·~x)"),
        ("so 0 - 0.1 · (-6) = **0.6**.", "so 0~−~0.1~·~(−6)~=~**0.6**."),
        ("4 · 0.05 · (0.05² - 1) + 0.3 = -0.1995 + 0.3", "4~·~0.05~·~(0.05²~−~1)~+~0.3 =~−0.1995~+~0.3"),
        ("w(new) = w(old) - μ", "w(new) = w(old) − μ"),
        ("a half-way, one-step answer: `w - 1`, $w - 1$", "a half-way, one-step answer: `w - 1`, $w - 1$"),
        ("- an item\n- w = 2", "- an item\n- w~=~2"),
        ("| -1 | 784-16-16-10 |\n| --- | --- |", "| −1 | 784-16-16-10 |\n| --- | --- |"),
        ("see [the page](a-1.md) <a href='#-1'>", "see [the page](a-1.md) <a href='#-1'>"),
    ],
)
def test_formulas_are_printed_with_minus_signs_and_do_not_break(written, printed):
    assert lesson_text.printed(written) == printed.replace("~", "\N{NO-BREAK SPACE}")


LESSON = """---
course:
  number: "03"
  title: A - 1
  minutes: 5
  question: How far?
  objectives: {"3.1": go}
numbers: |
  third = 3 * step
---

+++ {"tags": ["setup"]}

# 03 · A - 1

```{code-cell} ipython3
step = 0.6
```

One step is [0.6]{step}, two are []{2 * step}, three [1.8]{third}.

```{code-cell} ipython3
step = 7
print(sorted(name for name in dir() if name[0] != "_"))
```

Now it is [7]{step}.
"""


@pytest.fixture
def build(tmp_path, monkeypatch):
    """A function that builds a lesson in an empty folder and returns its text and its notebook's."""
    lesson = tmp_path / "03-a.md"
    monkeypatch.setattr(build_lessons, "NOTEBOOKS", tmp_path)

    def build(text):
        lesson.write_text(text, encoding="utf-8")
        path = build_lessons.build(lesson)
        return lesson.read_text(encoding="utf-8"), path.read_text(encoding="utf-8")

    return build


def test_what_was_left_out_is_filled_in_and_the_notebook_has_no_expressions(build):
    text, notebook = build(LESSON)
    assert text == LESSON.replace("[]{2", "[1.2]{2")
    assert "One step is 0.6, two are 1.2, three 1.8." in notebook and "Now it is 7." in notebook
    assert "third" not in notebook and "'step'" in notebook, "the cells know nothing of the text's own names"
    assert build(text) == (text, notebook)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("[0.6]{step}", "[0.7]{step}", "line 20: 0.7 stands there, and step gives 0.6"),
        ("[0.6]{step}", "0.65", "line 20: 0.65 has no expression: [0.65]{...}"),
        ("[7]{step}", "[7]{stride}", "line 27: {stride} fails with NameError: name 'stride' is not defined"),
        ("[7]{step}", "[7]{[step]}", "line 27: {[step]} fails with TypeError: this is not one number: [7]"),
        ("3 * step", "3 * stride", "numbers: in the front matter fails with NameError: name 'stride' is not defined"),
    ],
)
def test_a_wrong_number_is_refused_by_line(build, right, wrong, said):
    with pytest.raises(ValueError) as error:
        build(LESSON.replace(right, wrong))
    assert str(error.value) == said
