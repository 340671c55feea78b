"""A full disk is an OSError wherever it shows, also at close and at the end of the interpreter."""
import gc
import subprocess
import sys


def attempt(step):
    try:
        step()
        print("good")
    except OSError as e:
        print(type(e).__name__, e, repr(e.__context__))


def text():
    with open("/dev/full", "w") as f:
        f.write("x")


def flushed():
    with open("/dev/full", "w") as f:
        f.write("x")
        f.flush()


def much():
    f = open("/dev/full", "wb")
    try:
        f.write(b"x" * 100000)
    finally:
        attempt(f.close)


def unbuffered():
    open("/dev/full", "wb", buffering=0).write(b"x")


def closed():
    f = open("/dev/full", "w")
    f.write("x")
    attempt(f.close)
    print(f.closed, f.buffer.closed, f.buffer.raw.closed)


for step in text, flushed, much, unbuffered, closed:
    attempt(step)
for script in (
    "print('x')",
    "import sys; sys.stdout.write('x'); sys.exit(3)",
    "import atexit; atexit.register(print, 'a')",
):
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [sys.executable, "-c", script],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        )
    print(ended.returncode, ended.stderr, end="")
gc.collect()
