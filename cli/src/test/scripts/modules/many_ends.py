"""Threads that make objects with ends faster than one thread can end them leave the program room to go on."""

import os
import subprocess
import sys

PROGRAM = """
import gc, threading, time

class Nested(list):
    made, ended = [], []

    def __init__(self, items):
        self[:] = items
        Nested.made.append(None)

    def __del__(self):
        Nested.ended.append(None)
        sleeper = sleep()
        next(sleeper)

def sleep():
    try:
        yield
    finally:
        time.sleep(0.000001)

def make():
    while not stop:
        nested = Nested([])
        for _ in range(60):
            nested = [Nested([nested])]

stop = []
threads = [threading.Thread(target=make) for _ in range(2)]
begin = time.monotonic()
for thread in threads:
    thread.start()
time.sleep(1)
stop.append(True)
for thread in threads:
    thread.join()
print("stopped soon:", time.monotonic() - begin < 12)
gc.collect()
print("all ended:", len(Nested.made) == len(Nested.ended) > 0)
"""

# With the first compiler alone the making is quickest beside the ending.
options = os.environ.get("KRAIT_JAVA_OPTIONS", "") + " -XX:TieredStopAtLevel=1"
command = [sys.executable, "-c", PROGRAM]
environment = os.environ | {"KRAIT_JAVA_OPTIONS": options}
print(subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60).stdout, end="")
