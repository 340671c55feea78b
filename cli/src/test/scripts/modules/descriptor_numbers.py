"""A file gets the lowest number that is free, however many are open; what dropped writers owe is there for who looks."""
import fcntl
import gc
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")
with open(path, "w") as f:
    f.write("text")

# What the process was started with may have left gaps.
filling = [os.open(path, os.O_RDONLY) for _ in range(60)]
first = os.open(path, os.O_RDONLY)
numbers = [os.open(path, os.O_RDONLY) for _ in range(150)]
print([n - first for n in numbers] == list(range(1, 151)))
for i in (7, 3, 140, 100):
    os.close(numbers[i])
again = [os.open(path, os.O_RDONLY) - first for _ in range(6)]
print(again)
for n in again:
    os.close(n + first)
print(os.dup(first) - first, os.dup(first) - first)
os.close(numbers[0])
print(fcntl.fcntl(first, fcntl.F_DUPFD, first + 50) - first, fcntl.fcntl(first, fcntl.F_DUPFD, first + 50) - first)
print(os.dup(first) - first, os.dup2(first, first + 400) - first, os.dup(first) - first)
r, w = os.pipe()
print(r - first, w - first)
os.close(r)
os.close(w)
with open(path) as f:
    print(f.fileno() - first)
os.closerange(first, first + 500)
print(os.open(path, os.O_RDONLY) - first)
try:
    os.close(first + 1)
except OSError as e:
    print(e)
os.close(first)
for n in filling:
    os.close(n)

# Readers that were dropped owe nothing, writers do.
dropped = [open(path, "rb") for _ in range(200)]
writers = [open(os.path.join(folder, "w%d" % i), "w") for i in range(20)]
for i, writer in enumerate(writers):
    writer.write("x" * i)
binary = open(os.path.join(folder, "b"), "wb")
binary.write(b"bytes")
del dropped, writers, writer, binary
print([os.stat(os.path.join(folder, "w%d" % i)).st_size for i in range(20)], os.path.getsize(os.path.join(folder, "b")))
both = open(path, "r+")
both.write("TE")
kept = os.stat(path).st_size, open(path).read()
both.flush()
print(kept, open(path).read())
both.write("!?")
del both
gc.collect()
print(open(path).read())
appending = open(path, "ab", buffering=100)
appending.write(b"more")
appending.close()
print(os.stat(path).st_size)
for name in os.listdir(folder):
    os.unlink(os.path.join(folder, name))
os.rmdir(folder)
