"""JupyterHub for one class on one machine. `make class` starts it; book/class.md says what it does and does not."""

import os
import re
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from handout import CLASS, COURSE, hand_out, lessons  # noqa: E402
from password import password, teachers_password  # noqa: E402

HERE, TOOLS = "127.0.0.1", Path(sys.prefix)
ADDRESS, PORT = os.environ.get("CLASS_ADDRESS") or HERE, int(os.environ.get("CLASS_PORT") or 8000)
CERTIFICATE, KEY = (os.environ.get(name, "") for name in ("CLASS_CERT", "CLASS_KEY"))
NAME = r"\w[\w.-]{0,31}\Z"  # of a learner and of their folder
MEMORY = 2 << 30  # bytes that one process of a learner may take
IDLE = 2 * 60 * 60  # seconds
SCHEME = "https" if CERTIFICATE else "http"
LOGIN = (
    "Your name, always written the same way, and the class's password. "
    "Your teacher sees on a board which exercises you try and what comes of them."
)
TEACHER = "teacher"  # the name under which the board lets its reader in


def welcome(spawner):
    """Give a learner what is missing."""
    hand_out(CLASS / "learners" / spawner.user.name)


if not ADDRESS.startswith(("127.", "localhost", "::1")) and not (CERTIFICATE and KEY):
    sys.exit(
        f"On {ADDRESS} everybody in the network could read the password. Give CERT= and KEY=; book/class.md says how."
    )
for port in (PORT, PORT + 1, PORT + 3):  # a hub that was killed leaves its proxy, and the next one takes its place
    with socket.socket() as probe:
        if probe.connect_ex((HERE, port)) == 0 and not (port == PORT and (CLASS / "proxy.pid").exists()):
            sys.exit(f"Port {port} is taken, perhaps by a class that is open already. Another: make class PORT=9000")
CLASS.mkdir(exist_ok=True)
CLASS.chmod(0o700)
c = get_config()  # noqa: F821  JupyterHub brings it

c.JupyterHub.bind_url = f"{SCHEME}://{f'[{ADDRESS}]' if ':' in ADDRESS else ADDRESS}:{PORT}"
c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = CERTIFICATE, KEY
c.JupyterHub.hub_bind_url = f"http://{HERE}:{PORT + 1}"
c.ConfigurableHTTPProxy.api_url = f"http://{HERE}:{PORT + 2}"
c.ConfigurableHTTPProxy.command = [
    str(TOOLS / "node_modules/.bin" / name) for name in ("node", "configurable-http-proxy")
]
c.ConfigurableHTTPProxy.log_level = "error"
c.ConfigurableHTTPProxy.pid_file = str(CLASS / "proxy.pid")
c.JupyterHub.db_url = f"sqlite:///{CLASS / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(CLASS / "cookie_secret")
c.JupyterHub.cookie_max_age_days = 0.5  # tomorrow somebody else sits at that computer
c.JupyterHub.cleanup_servers = False  # a hub that starts again finds every learner at work
c.JupyterHub.log_level = "WARN"
c.JupyterHub.template_vars = {"announcement_login": LOGIN}

c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = password(CLASS / "password")
c.SharedPasswordAuthenticator.admin_password = teachers_password(CLASS / "teacher-password")
c.Authenticator.admin_users = {TEACHER}
c.Authenticator.username_pattern = NAME
names = CLASS / "names.txt"
listed = set(map(str.strip, names.read_text(encoding="utf-8").lower().splitlines())) - {""} if names.exists() else set()
if strange := [name for name in listed if not re.match(NAME, name)]:
    sys.exit(f"{names}: {strange[0]!r} cannot be a name. One on a line: letters, digits, dots and dashes, no spaces.")
c.Authenticator.allow_all = not names.exists()
c.Authenticator.allow_existing_users = False  # or whoever was here once could come back, whatever the list says
c.Authenticator.allowed_users = listed

c.JupyterHub.spawner_class = "simple"  # every learner is the user who said `make class`
c.SimpleLocalProcessSpawner.home_dir_template = str(CLASS / "learners/{username}")
c.Spawner.notebook_dir = str(CLASS / "learners/{username}")
c.Spawner.default_url = f"/lab/tree/notebooks/{lessons()[0].name}"
c.Spawner.pre_spawn_hook = welcome
# What a server says goes to a file in the learner's folder, off the teacher's screen.
c.Spawner.cmd = ["sh", "-c", 'exec "$@" >.server.log 2>&1', "sh", "prlimit", f"--data={MEMORY}"]
c.Spawner.cmd += [str(TOOLS / "bin/jupyterhub-singleuser")]
c.Spawner.args = [
    f"--MappingKernelManager.cull_idle_timeout={IDLE}",  # never while a browser looks at it
    f"--ServerApp.shutdown_no_activity_timeout={IDLE}",
    # Saves each half minute; a lesson that is closed gives its memory back; nobody is asked about news, since here
    # JupyterHub has a hook of its own in the place of the course's.
    f"--LabApp.app_settings_dir={COURSE / 'hub/settings'}",
    "--LabApp.extension_manager=readonly",  # it would ask the internet, and change everybody's JupyterLab
] + ["--allow-root"] * (os.geteuid() == 0)
c.Spawner.environment = {"OPENBLAS_NUM_THREADS": "1", "MPLCONFIGDIR": str(CLASS / "matplotlib")}
c.Spawner.environment |= {"COURSE_VOTE": str(CLASS / "vote.json")}  # where a lab's bets see that the class votes
c.Spawner.poll_interval = 5  # seconds until the hub knows that a server has died, and starts it when asked to
c.Spawner.start_timeout = c.Spawner.http_timeout = 300  # thirty who come at once wait for one another
c.JupyterHub.services = [
    {
        "name": "board",
        "url": f"http://{HERE}:{PORT + 3}",
        "command": [sys.executable, str(COURSE / "hub/board.py")],
        "environment": {"CLASS_FOLDER": str(CLASS)},
        "oauth_no_confirm": True,
    }
]
print(f"The class is at {c.JupyterHub.bind_url}")
board = f"{c.JupyterHub.bind_url}/services/board/"
print(f"The board is at {board}, for {TEACHER} and the password in {CLASS.name}/teacher-password")
