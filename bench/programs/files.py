"""Text and binary files written and read: lines, seeks, encodings, buffers."""

import io
import os
import tempfile

KIND = "library"
SIZE = 51000


def run(n):
    lines = ["line %d with some text é\n" % i for i in range(n)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text.txt")
        with open(path, "w", encoding="utf-8") as file:
            for line in lines:
                file.write(line)
        with open(path, encoding="utf-8") as file:
            assert sum(len(line) for line in file) == sum(map(len, lines))
        with open(path, encoding="utf-8") as file:
            assert file.read() == "".join(lines)
        with open(path, "rb") as file:
            size = 0
            while block := file.read(4096):
                size += len(block)
            assert size == os.path.getsize(path) == file.tell()
            file.seek(0)
            assert sum(1 for _ in file) == n
        with open(path, "r+b") as file:
            file.seek(-10, os.SEEK_END)
            file.write(b"0123456789")
        assert len(os.listdir(folder)) == 1
    buffer = io.StringIO()
    for line in lines:
        print(line.rstrip(), file=buffer)
    assert buffer.getvalue().count("\n") == n
    binary = io.TextIOWrapper(io.BytesIO("".join(lines).encode("utf-16")), encoding="utf-16")
    assert len(binary.readlines()) == n
