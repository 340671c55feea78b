"""Programs whose start is what matters: whole processes, timed from outside."""

import os
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data")

PROCESSES = {
    "pass": ["-c", "pass"],
    "pass -S": ["-S", "-c", "pass"],
    "hello": ["-c", "print('hello')"],
    "imports": ["-c", "import json, re, os, collections, dataclasses, argparse, logging"],
    "json.tool": ["-m", "json.tool", os.path.join(DATA, "small.json")],
    "argparse help": [os.path.join(DATA, "help.py"), "--help"],
    "asyncio hello": [os.path.join(DATA, "hello_async.py")],
    "unittest": ["-m", "unittest", "-q", os.path.join(DATA, "small_test.py")],
    "version": ["-V"],
}


def time_process(implementation, arguments, count=5):
    """Wall seconds and resident KiB of several runs after one that does not count."""
    times, memory = [], 0
    with open(os.devnull, "w") as nowhere:
        for i in range(count + 1):
            before = time.perf_counter()
            process = implementation.process(arguments, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
            after = time.perf_counter()
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                return {"error": "exit code %d" % process.returncode}
            if i:
                times.append(after - before)
                memory = max(memory, usage.ru_maxrss)
    return {"times": times, "memory": memory}
