"""Nanoseconds of single operations that CPython has in C, here and in the oracle.

    ./krait bench/micro.py                  # all, under Krait and the oracle, slowest ratio first
    ./krait bench/micro.py str. re.         # those whose names hold one of the words; @NAME: only that one
    ./krait bench/micro.py --seconds 1 --here json

Each line of MICRO is a name, what is done once, and what is timed: in a loop of a function, called again and
again; the quickest call counts, in processor time of the thread. A ratio below 1: Krait is slower.
"""

import argparse
import json
import math
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from micro_cases import MICRO


def make(setup, statement, made={}):
    """The function that does the statement n times; what is set up once is global if it can be called, else local."""
    if setup not in made:
        made[setup] = names = {}
        exec(setup, names)
    names = {**made[setup], "timer_": time.thread_time, "turns_": range}
    code = compile("def f():\n" + indented(statement), "", "exec").co_consts[0]
    local = [x for x in names if x in code.co_varnames or x in code.co_names and not is_global(names[x])]
    lines = "def loop_(%s):\n  clock_ = timer_()\n  for _ in turns_(n_):\n%s\n  return timer_() - clock_"
    exec(lines % (", ".join(["n_"] + ["%s=%s" % (x, x) for x in local]), indented(statement)), names)
    return names["loop_"]


def is_global(value):
    return callable(value) or type(value) is type(time)


def indented(text):
    return "\n".join("    " + line for line in text.split("\n"))


def measure(setup, statement, warm, seconds):
    """Nanoseconds of one turn."""
    loop = make(setup, statement)
    count, spent = 1, 0.0
    while spent < 0.004 and count < 1 << 30:
        spent = loop(count)
        if spent < 0.004:
            count *= 2
    end = time.perf_counter() + warm
    while time.perf_counter() < end:
        count = max(1, int(count * 0.008 / max(loop(count), 1e-5)))
    best, end = math.inf, time.perf_counter() + seconds
    while time.perf_counter() < end:
        best = min(best, loop(count) / count)
    return best * 1e9


def chosen(words):
    return [case for case in MICRO if not words or any(word in case[0] for word in words if word[0] != "@")
            or "@" + case[0] in words]


def report(names, ours, theirs):
    """A table, the slowest first, and the geometric mean."""
    ratios = {name: theirs[name] / ours[name] for name in names if name in ours and name in theirs}
    for name in sorted(ratios, key=ratios.get):
        print("%-28s %12.1f %12.1f %8.2f" % (name, ours[name], theirs[name], ratios[name]))
    if ratios:
        mean = math.exp(sum(map(math.log, ratios.values())) / len(ratios))
        print("%d operations, %d slower than CPython, geometric mean %.2f"
              % (len(ratios), sum(ratio < 1 for ratio in ratios.values()), mean))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("words", nargs="*", help="parts of names")
    parser.add_argument("--seconds", type=float, default=0.1, help="measured for each (default: %(default)s)")
    parser.add_argument("--warm", type=float, default=0.4, help="seconds before that (default: %(default)s)")
    parser.add_argument("--here", action="store_true", help="only this Python")
    parser.add_argument("--save", help="a file for the figures of the oracle, read when it is there")
    parser.add_argument("--json", action="store_true", help="only this Python, as JSON")
    options = parser.parse_args()
    cases = chosen(options.words)
    ours = {}
    for name, setup, statement in cases:
        try:
            ours[name] = measure(setup, statement, options.warm, options.seconds)
        except Exception as error:
            print("%s: %r" % (name, error), file=sys.stderr)
        if options.here and name in ours:
            print("%-28s %12.1f" % (name, ours[name]), flush=True)
    if options.json:
        print(json.dumps(ours))
    elif not options.here:
        report([case[0] for case in cases], ours, oracle(options))


def oracle(options):
    """The same under CPython."""
    import subprocess

    from implementations import oracle as find

    if options.save and os.path.exists(options.save):
        with open(options.save) as file:
            return json.load(file)
    arguments = [__file__, "--json", "--warm", "0.03", "--seconds", str(options.seconds)]
    if not options.save:
        arguments += options.words
    with find().process(arguments, stdout=subprocess.PIPE, text=True) as process:
        figures = json.loads(process.communicate()[0])
    if options.save:
        with open(options.save, "w") as file:
            json.dump(figures, file)
    return figures


if __name__ == "__main__":
    main()
