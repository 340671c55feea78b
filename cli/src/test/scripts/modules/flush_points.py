"""When what was written reaches the file: what a process that is killed then leaves behind."""
import io
import os
import subprocess
import sys
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def sizes(mode, pieces, **options):
    result = []
    stream = open(path, mode, **options)
    for piece in pieces:
        stream.write(piece)
        size = os.fstat(stream.fileno()).st_size
        if not result or result[-1] != size:
            result.append(size)
    stream.close()
    return result, os.path.getsize(path)


for options in {}, {"buffering": 1}, {"buffering": 100}, {"newline": "\r\n"}, {"encoding": "utf-16"}:
    print(options, sizes("w", ["x" * 1000] * 40, **options))
    print(options, sizes("w", ["line\n"] * 4000, **options))
    print(options, sizes("w", ["é" * 5000, "a", "b" * 20000, "c", "d" * 8191, "e"], **options))
for options in {}, {"buffering": 0}, {"buffering": 100}:
    print(options, sizes("wb", [b"x" * 1000] * 40, **options))
    print(options, sizes("wb", [b"x" * 3] * 6000, **options))
    print(options, sizes("wb", [b"a", b"b" * 8191, b"c", b"d" * 8192, b"e" * 8193, b"f"], **options))
    if options.get("buffering") != 0:
        print(options, sizes("w+b", [b"a", b"b" * 8191, b"c", b"d" * 8192, b"e" * 8193, b"f"], **options))
print(sizes("w", ["x" * 100] * 200, buffering=-1, errors="replace", encoding="ascii"))

script = """
import os, signal, sys
f = open(sys.argv[1], "w")
for i in range(5000):
    f.write("%d\\n" % i)
b = open(sys.argv[1] + "b", "wb")
b.write(b"x" * 10000)
b.write(b"y" * 10)
print("lost", end="")
if sys.argv[2] == "exit":
    os._exit(3)
os.kill(os.getpid(), signal.SIGKILL)
"""
for way in "exit", "kill":
    ended = subprocess.run(
        [sys.executable, "-c", script, path, way],
        stdout=subprocess.PIPE,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    print(ended.returncode, ended.stdout, os.path.getsize(path), os.path.getsize(path + "b"))
