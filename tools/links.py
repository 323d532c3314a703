"""List every web address that the course names, and ask whether it still answers. Needs the network.

python tools/links.py        ends with 1 if one of them does not
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[1]
ADDRESS = re.compile(r"https?://[\w.-]+\.[a-z]{2,}[^\s\"'<>)\]`]*")
TO_BE_FILLED_IN = "OWNER/REPOSITORY"


def addresses() -> dict:
    """Return the files that name each address, by address, among all that git keeps."""
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    found = {}
    for name in filter(None, kept):
        if not name.endswith((".npz", ".ipynb", ".png")):  # a notebook's text is its lesson's
            for address in ADDRESS.findall((ROOT / name).read_text(encoding="utf-8")):
                found.setdefault(address.rstrip(".,;:"), set()).add(name)
    return found


def answer(address: str) -> str:
    """Return "ok", or what went wrong."""
    try:
        with urlopen(Request(address, headers={"User-Agent": "Mozilla/5.0"}), timeout=30):
            return "ok"
    except HTTPError as error:
        return f"{error.code} {error.reason}"
    except (URLError, OSError) as error:
        return str(getattr(error, "reason", error))


def main() -> int:
    """Print a line for each address."""
    found = addresses()
    asked = sorted(address for address in found if TO_BE_FILLED_IN not in address)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(answer, asked))
    for address, said in zip(asked, answers):
        print(f"{said:<12} {address}   in {', '.join(sorted(found[address]))}")
    for address in sorted(set(found) - set(asked)):
        print(f"{'not asked':<12} {address}   names no repository yet")
    return int(set(answers) != {"ok"})


if __name__ == "__main__":
    sys.exit(main())
