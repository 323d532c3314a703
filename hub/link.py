"""Print a link that copies the course into a learner's folder on a hub, and opens a lesson there, by nbgitpuller.

    make class-link HUB=https://hub.school.example REPO=https://github.com/OWNER/REPOSITORY LESSON=03

Who follows it gets what is new; what they changed themselves stays.
"""

import argparse
import sys
from urllib.parse import urlencode, urlsplit

from handout import numbered


def link(hub: str, repository: str, lesson: str, branch: str = "main") -> str:
    """Return the link. Raises ValueError that says what would be right."""
    for name, address in (("HUB", hub), ("REPO", repository)):
        if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).netloc:
            raise ValueError(f"{name} must be an address that begins with https://, not {address!r}")
    folder = urlsplit(repository).path.rstrip("/").split("/")[-1].removesuffix(".git")
    asked = {"repo": repository, "urlpath": f"lab/tree/{folder}/notebooks/{numbered(lesson).name}", "branch": branch}
    asked["targetPath"] = folder  # else nbgitpuller would make it learns.git, and open what is not there
    return f"{hub.rstrip('/')}/hub/user-redirect/git-pull?{urlencode(asked)}"


def main():
    parser = argparse.ArgumentParser()
    for name in ("hub", "repository", "lesson"):
        parser.add_argument(name)
    parser.add_argument("--branch", default="main")
    try:
        print(link(**vars(parser.parse_args())))
    except ValueError as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
