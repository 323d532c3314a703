"""No word and no Python construct before its time, and the book's two pages of them."""

import ast

import course
import first_use
import pytest

LESSON = """---
words:
  Which way:
    slope: how steep it is
python: {print: print, list: list, "[a, b]": "[1]", zip: "zip(a, b)"}
---

# 03 · The slope

## Look

Here are `print`, `list` and `[1]`.

```{code-cell} ipython3
print(1)
```

## Which way

This is a **slope**. In pairs: `zip(a, b)` goes through both. Then go on.

```{code-cell} ipython3
:tags: [worked]

list(zip([1], [2]))
```
"""


def test_nothing_stands_in_the_lessons_before_its_time():
    assert first_use.used_too_early(first_use.course()) == []


@pytest.mark.parametrize("name", course.NAMES)
def test_no_word_stands_in_the_sheet_of_an_earlier_lesson(name):
    sheet = ast.parse((course.ROOT / f"helpers/practice/sheets/lesson_{course.number(name)}.py").read_text("utf-8"))
    texts = [
        node.value for node in ast.walk(sheet) if isinstance(node, ast.Constant) and str(node.value).count(" ") > 2
    ]
    later = [word for other, text in first_use.course().items() if other > name for word in first_use.read(other, text)]
    words = [word.name for word in later if not word.example]
    assert [(word, text) for word in words for text in texts if first_use.term(word).search(text)] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Here", "Steep slopes. Here", "line 12: 'slope' stands here, and lesson 03 explains it, in 'Which way'."),
        ("print(1)", "print(zip)", "line 15: zip stands in the code, and lesson 03 explains it."),
        ("[2]))", "[2]), key=0)", "line 25: f(a=b) stands in the code, and no lesson explains it."),
        ("zip([1]", "zip(\n    [1] @ 0", "line 26: @ stands in the code, and no lesson explains it."),
    ],
)
def test_what_stands_too_early_is_named_by_line(old, new, fault):
    assert first_use.used_too_early({"03-a": LESSON}) == []
    (found,) = first_use.used_too_early({"03-a": LESSON.replace(old, new, 1)})
    assert found.startswith(f"lessons/03-a.md, {fault}")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  Which way:", "  Which:", "words: no **slope** stands in a section 'Which'"),
        ("`zip(a, b)`", "`zip`", "python: no sentence has `zip(a, b)`, the example of zip"),
    ],
)
def test_a_list_that_names_what_is_not_there_is_refused(old, new, fault):
    with pytest.raises(ValueError, match="lessons/03-a.md, ") as error:
        first_use.used_too_early({"03-a": LESSON.replace(old, new, 1)})
    assert str(error.value) == f"lessons/03-a.md, {fault}"
