"""Threads that nobody waits for use files until the end of the program, and say nothing of it."""
import subprocess
import sys

PROGRAM = """
import os
import threading
import time

has_run = set()

def work():
    while True:
        with open(os.__file__, "rb") as source, open(os.devnull, "wb") as target:
            target.write(source.read(200))
            time.sleep(0.0002)
        has_run.add(threading.current_thread())

for _ in range(20):
    threading.Thread(target=work, daemon=True).start()
while len(has_run) < 20:
    time.sleep(0.001)
print("end")
"""

for _ in range(4):
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    print(done.returncode, done.stdout.strip(), repr(done.stderr))
