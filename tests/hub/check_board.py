"""A lesson with the board: a teacher and a learner, each in a browser of their own. Part of `make class-check`."""

import csv
import io
import statistics
import time

import pytest
from lab_in_browser import axe, requests_elsewhere, run_all, scroll_to, wait_until_idle
from learner import PASSWORD, Learner, free_port, hub, kill_servers, lesson
from playwright.sync_api import expect

ADD = "lambda w, learning_rate: w + learning_rate * 2 * (w - 3)"
SETUP = "from helpers.practice import sheet; practice = sheet('03')"
LIVE = 5_000  # milliseconds from a try until the board shows it


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class") / "class"
    yield folder
    kill_servers(folder)


@pytest.fixture(scope="module")
def address(folder):
    with hub(folder, free_port()) as (address, _):
        yield address


def log_in(page, name, password):
    page.fill("#username_input", name)
    page.fill("#password_input", password)
    page.click("#login_submit")


@pytest.fixture(scope="module")
def board(chromium, address, folder):
    """The board in the teacher's browser."""
    page = chromium.new_context(viewport={"width": 1600, "height": 1000}).new_page()
    page.elsewhere = requests_elsewhere(page, address)
    page.goto(f"{address}/services/board/")
    log_in(page, "teacher", (folder / "teacher-password").read_text())
    page.wait_for_selector("#bets h3")
    yield page


@pytest.fixture(scope="module")
def anna(address):
    learner = Learner(address, "anna")
    assert learner.log_in()
    learner.start()
    learner.open(lesson("03"))
    learner.run(SETUP)
    return learner


def test_no_learner_gets_in(address, folder, chromium):
    assert (folder / "teacher-password").stat().st_mode & 0o077 == 0
    assert not Learner(address, "teacher").log_in(PASSWORD), "the teacher's name needs the teacher's password"
    assert not Learner(address, "ben").log_in((folder / "teacher-password").read_text())
    ben = Learner(address, "ben")
    assert ben.log_in()
    for place in ("", "now", "class.csv", "board.js"):
        answer = ben.http.get(f"{address}/services/board/{place}")
        assert answer.status_code == 403 and "stuck" not in answer.text
    assert ben.http.post(f"{address}/services/board/vote", data={"lesson": "03"}).status_code == 403


def test_a_slip_shows_within_five_seconds(board, anna):
    board.select_option("#lesson", "03")
    board.wait_for_timeout(500)
    seen = []
    for number in range(1, 4):
        begun = time.monotonic()
        anna.run(f"practice.check('step', {ADD})")
        board.get_by_text("1 × From w = 0 your step went").wait_for(timeout=LIVE)
        board.locator("td.trying").filter(has_text=f"◐ {number}").wait_for(timeout=LIVE)
        seen.append(time.monotonic() - begun)
    print(f"\na slip shows after {statistics.median(seen):.1f} s")
    assert board.get_by_text("Ask: Which way does the cost fall here").count() == 1


def test_axe_finds_nothing_and_nobody_else_is_asked(board):
    for scheme in ("light", "dark"):
        board.emulate_media(color_scheme=scheme)
        assert axe(board)["violations"] == []
    assert board.elsewhere == []


def test_all_of_it_is_a_table(board):
    with board.expect_download() as download:
        board.get_by_text("All of it as CSV").press("Enter")
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert [(row["name"], row["03 exercise step"]) for row in rows if row["name"] == "anna"] == [
        ("anna", "3 tries, not right")
    ]


def test_a_vote_in_two_rounds_and_the_answer(board, chromium, address):
    page = chromium.new_context(viewport={"width": 1300, "height": 900}).new_page()
    page.goto(f"{address}/hub/login")
    log_in(page, "carla", PASSWORD)
    page.wait_for_url("**/lab/**", timeout=120_000)
    page.goto(f"{address}/user/carla/lab/tree/{lesson('03')}")
    wait_until_idle(page, 120)
    run_all(page)
    question = scroll_to(page, page.locator("fieldset").filter(has_text="You stand at w = 0"))
    expect(question.get_by_role("button", name="Vote")).to_be_hidden()
    on_board = board.locator("#bets > div").filter(has_text="You stand at w = 0")
    on_board.get_by_role("button", name="Open a vote").press("Enter")
    question.get_by_role("button", name="Vote").wait_for(timeout=LIVE)
    question.get_by_role("radio").nth(0).check()
    question.get_by_text("Press Vote").wait_for()
    question.get_by_role("button", name="Vote").click()
    question.get_by_text("Your teacher sees it").wait_for()
    on_board.get_by_text("Vote 1 (open): 1 of").wait_for(timeout=LIVE)
    on_board.get_by_role("button", name="Close the vote").click()
    on_board.get_by_role("button", name="Open the second vote").click()
    question.get_by_role("button", name="Vote").wait_for(timeout=LIVE)
    question.get_by_role("radio").nth(1).check()
    question.get_by_text("Press Vote").wait_for()
    question.get_by_role("button", name="Vote").click()
    on_board.get_by_text("Vote 2 (open): 1 of").wait_for(timeout=LIVE)
    on_board.get_by_role("button", name="Reveal the answer").click()
    question.get_by_text("You said: at 0.6. It did:").wait_for(timeout=LIVE)
    expect(question.get_by_role("button", name="Vote")).to_be_hidden()
