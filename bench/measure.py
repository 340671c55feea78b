"""Runs one program over and over in this process; prints what it took as one line of JSON.

    PYTHON measure.py PROGRAM [SECONDS [STARTED]]

Runs in any Python from 3.9 on and imports next to nothing, for the first two seconds count too.
SECONDS is the budget of time, at least three iterations are made; STARTED is the moment (seconds
since the epoch) at which the process was asked for, so that start-up is known.
"""

import sys
import time


def load(path):
    """The module of a program, found by its path: pickles and dataclasses need it in sys.modules."""
    folder, _, name = path.rpartition("/")
    sys.path.insert(0, folder or ".")
    sys.dont_write_bytecode = True
    return __import__(name[:-3] if name.endswith(".py") else name)


def measure(run, size, seconds):
    """Seconds of each iteration."""
    clock = time.perf_counter
    times = []
    end = clock() + seconds
    while True:
        before = clock()
        run(size)
        after = clock()
        times.append(after - before)
        if after >= end and len(times) >= 3:
            return times


def peak_memory():
    """The most memory that was resident, in KiB, where the system tells; else 0."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def main(path, seconds="5", started=None):
    begun = time.time()
    program = load(path)
    loaded = time.time()
    times = measure(program.run, program.SIZE, float(seconds))
    start = begun - float(started) if started else 0.0
    print(
        '{"start": %.6f, "load": %.6f, "memory": %d, "times": [%s]}'
        % (start, loaded - begun, peak_memory(), ", ".join(["%.7f" % each for each in times]))
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
