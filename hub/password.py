"""The class's password: from the environment, or from a file that nobody else can read, or asked for once.

The teacher's is made here, once, and kept beside it.
"""

import getpass
import os
import secrets
import sys
from pathlib import Path

LETTERS = 8


def password(file: Path) -> str:
    """Return the password; one that was typed is kept in the file. With none, or a short one, the program ends."""
    word = os.environ.pop("CLASS_PASSWORD", None)  # what the hub starts has no need of it
    if word is None and file.exists():
        if file.stat().st_mode & 0o077:
            sys.exit(f"Others on this computer can read the password. Say: chmod 600 {file}")
        word = file.read_text().strip()
    ask = word is None and sys.stdin.isatty()
    if ask:
        word = getpass.getpass(f"A password for the class, {LETTERS} letters or more: ")
    if not word:
        sys.exit("A class needs a password: without one, whoever reaches this computer could run programs on it.")
    if len(word) < LETTERS:
        sys.exit(f"The class's password must have {LETTERS} letters or more, and this one has {len(word)}.")
    if ask:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        file.write_text(word)
    return word


def teachers_password(file: Path) -> str:
    """Return the teacher's password, of 32 letters as JupyterHub wants it for an admin. It is made and shown once."""
    if not file.exists():
        word = secrets.token_urlsafe(24)
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as new:
            new.write(word)
        print(f"The teacher's password, shown this once and kept in {file}: {word}")
    if file.stat().st_mode & 0o077:
        sys.exit(f"Others on this computer can read the teacher's password. Say: chmod 600 {file}")
    return file.read_text().strip()
