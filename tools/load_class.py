"""How many learners does this machine hold? A real hub, and learners who all come at once and drag lesson 07's slider.

    make class-load                          # 1, 5, 10 and 20 learners: about twenty minutes
    make class-load ARGS="--learners 5"

Each learner logs in, waits for a server, runs lesson 07, and then moves "initial weight" for a minute, ten times a
second, as browsers do: one message in flight, then the hand's last place. First as a class does, 3 seconds of every
10; then without a rest, which no hand does. The clients share this machine, and their part of its work is told.
"""

import argparse
import math
import os
import random
import select
import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from learner import HUB, PATIENCE, Learner, end, free_port, hub, lesson, servers

LAB = "Training the one-weight network"
TICK = 0.1  # seconds between two places of the hand
MOST = 40  # learners; each is a thread here, and two processes there


@dataclass
class Seen:
    """What one learner waited for, in seconds."""

    ready: float = 0.0  # from the log-in to JupyterLab
    ran: float = 0.0  # from there to the lesson's last cell
    pictures: list = field(default_factory=list)  # from the hand's place to its picture
    moved: float = 0.0  # how long the hand moved


def come(learner: Learner) -> Seen:
    """Log in, open lesson 07 and run it."""
    begin = time.monotonic()
    if not learner.log_in():
        raise RuntimeError(f"{learner.name} was not let in")
    learner.start()
    ready = time.monotonic()
    for cell in learner.open(lesson("07")):
        learner.run(cell)
    return Seen(ready - begin, time.monotonic() - ready)


def drag(learner: Learner, seconds: float, burst: float, every: float) -> Seen:
    """Move the slider in bursts, and note how long each picture took from the place of the hand that it shows."""
    seen, chance = Seen(), random.Random(learner.name)
    begin = time.monotonic() + chance.uniform(0, every - burst + TICK)
    asked, shown_from, waiting, tick = None, 0.0, None, 0
    while True:
        now = time.monotonic()
        place = begin + tick * TICK
        if place > begin + seconds and not asked:
            return seen
        if now >= place <= begin + seconds:
            tick += 1
            if (tick * TICK) % every < burst:
                waiting, seen.moved = place, seen.moved + TICK
        if waiting and not asked:
            weight = round(8 * math.sin(tick * TICK * 2), 1)
            asked, shown_from, waiting = learner.move(LAB, initial_weight=weight), waiting, None
        rest = max(0, begin + tick * TICK - time.monotonic()) if tick * TICK <= seconds else PATIENCE
        if not select.select([learner.socket], [], [], rest)[0]:
            continue
        kind, parent, content = learner.receive()
        if asked and parent == asked:
            if kind == "comm_msg":
                seen.pictures.append(time.monotonic() - shown_from)
            if kind == "status" and content["execution_state"] == "idle":
                asked = None


def work(processes) -> float:
    """Return the seconds of processor time that these have taken."""
    return sum(sum(one.cpu_times()[:2]) for one in processes)


def memory(processes) -> float:
    """Return the megabytes that these hold, with what they share counted once."""
    return sum(one.memory_full_info().pss for one in processes) / 1e6


def p95(values) -> float:
    """Return what 95 of 100 values do not exceed."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def measure(count: int, seconds: float) -> list:
    """Return what a class of so many meets, as the cells of a row."""
    folder = Path(tempfile.mkdtemp(prefix="class-")) / "class"
    with hub(folder, free_port()) as (address, process), ThreadPoolExecutor(count) as together:
        learners = [Learner(address, f"learner{number:02}") for number in range(count)]
        try:
            came = list(together.map(come, learners))
            time.sleep(5)
            theirs, ours = servers(folder), [process, *psutil.Process(process.pid).children()]
            common = [psutil.Process(one.pid) for one in ours if one.pid not in {each.pid for each in theirs}]
            held, shared = memory(theirs) / count, memory(common)
            row = [count, *(f"{pick(values):.0f}" for values in starts(came) for pick in (statistics.median, max))]
            row += [f"{held:.0f}", f"{shared:.0f}"]
            for burst, every in ((3, 10), (seconds, seconds)):
                before, begin, own = work([*theirs, *common]), time.monotonic(), time.process_time()
                seen = list(together.map(lambda one: drag(one, seconds, burst, every), learners))  # noqa: B023
                wall = time.monotonic() - begin
                waits = [1000 * wait for each in seen for wait in each.pictures]
                row += [f"{statistics.median(waits):.0f} / {p95(waits):.0f}"]
                row += [f"{len(waits) / sum(each.moved for each in seen):.1f}"]
                row += [
                    f"{(work([*theirs, *common]) - before) / wall:.2f}",
                    f"{(time.process_time() - own) / wall:.2f}",
                ]
            return row
        finally:
            end(folder)


def starts(came) -> tuple:
    """Return how long everybody waited for JupyterLab, and from the log-in to the lesson's last cell."""
    return [each.ready for each in came], [each.ready + each.ran for each in came]


HEAD = """
| learners | JupyterLab after s, median | last | lesson run after s, median | last | MB a learner | hub and proxy MB |
| class: picture after ms, median / p95 | pictures a second of moving | cores of theirs | cores of the clients |
| no rest: picture after ms, median / p95 | pictures a second | cores of theirs | cores of the clients |
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--learners", default="1,5,10,20")
    parser.add_argument("--seconds", type=int, default=60)
    arguments = parser.parse_args()
    counts = [int(count) for count in arguments.learners.split(",")]
    if not all(1 <= count <= MOST for count in counts) or not 3 <= arguments.seconds <= 120:
        sys.exit(f"--learners must be numbers from 1 to {MOST}, and --seconds from 3 to 120")
    if not HUB.exists():
        sys.exit("There is no hub yet: make class-tools")
    available = psutil.virtual_memory().available / 1e9
    print(f"{os.cpu_count()} cores, {available:.0f} GB of memory free")
    print(HEAD.replace(" |\n| ", " | ").strip())
    print("|" + " ---: |" * 15)
    for count in counts:
        print("|", " | ".join(map(str, measure(count, arguments.seconds))), "|", flush=True)
    assert threading.active_count() == 1


if __name__ == "__main__":
    main()
