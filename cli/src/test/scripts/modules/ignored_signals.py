"""A handler is set for a signal that was ignored before."""
import os
import signal
import subprocess
import time

came = []
for number in signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1:
    before = signal.signal(number, signal.SIG_IGN)
    subprocess.run(["kill", "-%d" % number, str(os.getpid())])
    signal.signal(number, lambda number, frame: came.append(number))
    subprocess.run(["kill", "-%d" % number, str(os.getpid())])
    end = time.monotonic() + 5
    while not came and time.monotonic() < end:
        time.sleep(0.01)
    print(came)
    came.clear()
    signal.signal(number, before)

# The wrong end of a pipe is an error, and no wait for what never comes.
reader, writer = os.pipe()
for wrong in lambda: os.write(reader, b"x"), lambda: os.read(writer, 1):
    try:
        wrong()
    except OSError as e:
        print(e)
os.close(reader)
os.close(writer)
