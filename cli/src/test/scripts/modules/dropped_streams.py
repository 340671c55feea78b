"""Streams that are dropped are written out and closed, the outermost first, and descriptors do not run out."""
import gc
import io
import os
import subprocess
import sys
import tempfile
import warnings

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, str(message).replace(folder, "").split(" object at")[0])


def settled(step):
    step()
    gc.collect()


def read(mode, **options):
    open(path, mode, **options)


class Raw(io.RawIOBase):
    def __init__(self, name):
        self.name = name

    def readable(self):
        return True

    def close(self):
        if not self.closed:
            print("close", self.name, hasattr(self, "_finalizing"))
        super().close()


def over_raw():
    io.BufferedReader(Raw("dropped too"))


def over_kept(raw):
    io.BufferedReader(raw)


def text_over(raw):
    io.TextIOWrapper(raw).write("x")


def detached(streams):
    text = open(path)
    streams.append(text.detach())


with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = show
    open(path, "w").write("hello")
    gc.collect()
    print(os.path.getsize(path))
    settled(lambda: read("r"))
    settled(lambda: read("rb"))
    settled(lambda: read("rb", buffering=0))
    settled(lambda: os.scandir(folder).__next__())
    settled(over_raw)
    raw = Raw("kept")
    settled(lambda: over_kept(raw))
    print(raw.closed)
    memory = io.BytesIO()
    settled(lambda: text_over(memory))
    print(memory.closed)
    streams = []
    settled(lambda: detached(streams))
    print(streams[0].closed, streams[0].read())
    streams.clear()
    gc.collect()

open(path, "w").write("longer than before")
print(os.path.getsize(path))
open(path, "w").write("short")
os.rename(path, path + "2")
print(os.path.getsize(path + "2"))
open(path + "2", "w").write("as read by another process\n")
print(os.popen("cat " + path + "2").read(), end="")

script = """
import os, socket
for i in range(600):
    open(__import__("sys").argv[1]).read(1)
    socket.socket()
    next(os.scandir("/"))
print("enough descriptors")
"""
limited = ["sh", "-c", 'ulimit -n 256; exec "$@"', "sh", sys.executable, "-c", script, path + "2"]
print(subprocess.run(limited, stdout=subprocess.PIPE, text=True).stdout, end="")
