"""The teacher's board: a service of the hub that shows what the class has done. Whoever is no admin is sent away.

It reads the learners' files and writes one of its own, the vote that is going on. Every two seconds the page asks for
what is there now.
"""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from classroom import Classroom, lesson_status, overview, table
from jupyterhub.services.auth import HubOAuthCallbackHandler, HubOAuthenticated
from tornado import ioloop, web

from helpers.practice import votes
from helpers.practice.sections import headings
from helpers.practice.sheets import lessons, load, named
from helpers.practice.spreadsheet import as_csv

HERE = Path(__file__).parent / "board"
COURSE = Path(__file__).resolve().parents[1]
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'"


class TeacherHandler(HubOAuthenticated, web.RequestHandler):
    """A page for admins of the hub."""

    allow_admin = True
    hub_users = hub_groups = frozenset()

    def initialize(self, classroom: Classroom, vote: Path):
        self.classroom, self.vote = classroom, vote

    def set_default_headers(self):
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")

    def prepare(self):
        user = self.current_user
        if user is not None and not user.get("admin"):
            raise web.HTTPError(403, "The board is for the teacher.")


class Page(TeacherHandler):
    """The page itself, and its script and style."""

    @web.authenticated
    def get(self, name):
        if not name:  # a script that asks for data must show what the page was given
            self.render(str(HERE / "board.html"), token=self.xsrf_token.decode())
            return
        self.set_header("Content-Type", f"text/{'css' if name.endswith('css') else 'javascript'}; charset=utf-8")
        self.finish((HERE / name).read_bytes())


class LessonStatus(TeacherHandler):
    """What the class has done in one lesson, as JSON."""

    @web.authenticated
    def get(self):
        learners = self.classroom.learners()
        begun = overview(learners)
        busiest = max(begun, key=lambda one: one["begun"])["lesson"]
        lesson = self.get_argument("lesson", "") or busiest
        if lesson not in lessons():
            raise web.HTTPError(404, f"There is no lesson {lesson[:10]!r}")
        sections = headings(COURSE / "notebooks" / f"{lesson}-{load(lesson).id}.ipynb")
        vote = votes.current(self.vote)
        going_on = f"{vote.lesson} {vote.bet}" if vote else ""
        self.finish({"lessons": begun, "vote": going_on, **lesson_status(lesson, learners, sections, vote)})


class Voting(TeacherHandler):
    """Opens the first or the second round of a vote on a bet, closes a round, or reveals the answer."""

    @web.authenticated
    def post(self):
        lesson, bet, action = (self.get_argument(name) for name in ("lesson", "bet", "action"))
        try:
            named(load(lesson).bets, bet, "bet")
        except ValueError as error:
            raise web.HTTPError(404, str(error)) from None
        now, going_on = datetime.now().isoformat(" ", "minutes"), votes.current(self.vote)
        mine = going_on if going_on and (going_on.lesson, going_on.bet) == (lesson, bet) else None
        if action == "open":
            votes.write(self.vote, votes.Vote(lesson, bet, 1, True, now))
        elif action == "close" and mine:
            votes.write(self.vote, replace(mine, open=False))
        elif action == "again" and mine:
            votes.write(self.vote, replace(mine, round=2, open=True))
        elif action == "reveal" and mine:
            votes.write(self.vote, None)
        else:
            raise web.HTTPError(409, f"There is no vote on this bet to {action[:10]}")


class Csv(TeacherHandler):
    """All of it, for a spreadsheet."""

    @web.authenticated
    def get(self):
        self.set_header("Content-Type", "text/csv; charset=utf-8")
        self.set_header("Content-Disposition", "attachment; filename=class.csv")
        self.finish("\ufeff" + as_csv(table(self.classroom.learners())))


def main():
    prefix = os.environ["JUPYTERHUB_SERVICE_PREFIX"]
    address = urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
    folder = Path(os.environ["CLASS_FOLDER"])
    shared = {"classroom": Classroom(folder), "vote": folder / "vote.json"}
    application = web.Application(
        [
            (prefix + "oauth_callback", HubOAuthCallbackHandler),
            (prefix + "now", LessonStatus, shared),
            (prefix + "vote", Voting, shared),
            (prefix + r"class\.csv", Csv, shared),
            (prefix + r"(board\.js|board\.css|)", Page, shared),
        ],
        cookie_secret=os.urandom(32),
    )
    application.listen(address.port, address.hostname)
    loop, hub = ioloop.IOLoop.current(), os.getppid()
    # A hub that is killed cannot end its board, and the next hub needs the port.
    ioloop.PeriodicCallback(lambda: loop.stop() if os.getppid() != hub else None, 500).start()
    loop.start()


if __name__ == "__main__":
    main()
