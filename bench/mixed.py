"""Mixed work for a long time: every program of the benchmark in turn, and code that is made, run and dropped.

    ./krait bench/mixed.py [--minutes M | --rounds N] [--only KIND]

What it prints on standard output depends on the number of rounds alone, so that runs with different
options (`-X jit=eager`, `-X deopt=always`) can be compared; on standard error each round says how long it
took and how much memory the process holds.
"""

import argparse
import gc
import hashlib
import importlib
import os
import pathlib
import random
import sys
import time

PROGRAMS = pathlib.Path(__file__).parent / "programs"

MADE = """
class Made{n}:
    step = {n}

    def __init__(self, start):
        self.total = start

    def add(self, items):
        for item in items:
            self.total += item * self.step if item % 3 else -item
        return self.total


def made(items):
    keep = Made{n}({n})
    last = 0
    for turn in range(40):
        last = keep.add(items)
    return last, [item for item in items if item % ({n} % 5 + 2) == 0][:5], sum(x + {n} for x in items)
"""


def work_of_made_code(number):
    """Compiles a module of its own, runs it until it is hot, and drops it."""
    space = {}
    exec(compile(MADE.format(n=number), f"<made {number}>", "exec"), space)
    chance = random.Random(number)
    items = [chance.randrange(1000) for _ in range(200)]
    return [space["made"](items) for _ in range(3)][-1]


def resident():
    """Megabytes, or 0 where the system does not say."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, help="how many rounds")
    parser.add_argument("--minutes", type=float, help="rounds until so many minutes are over")
    parser.add_argument("--only", choices=["pure", "library"], help="programs of one kind")
    options = parser.parse_args()
    sys.path.insert(0, str(PROGRAMS))
    programs = [importlib.import_module(path.stem) for path in sorted(PROGRAMS.glob("[a-z]*.py"))]
    programs = [p for p in programs if not options.only or p.KIND == options.only]
    end = time.monotonic() + 60 * options.minutes if options.minutes else None
    rounds = 0
    while rounds < options.rounds if options.rounds else time.monotonic() < (end or 0):
        started = time.monotonic()
        seen = hashlib.sha256()
        for program in programs:
            program.run(program.SIZE)
            seen.update(program.__name__.encode())
        for number in range(rounds * 20, rounds * 20 + 20):
            seen.update(repr(work_of_made_code(number)).encode())
        gc.collect()
        rounds += 1
        print(rounds, seen.hexdigest()[:16], flush=True)
        print(f"round {rounds}: {time.monotonic() - started:.1f} s, {resident()} MB", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
