"""Buffered readers over raw streams that give less than was asked for; names of codecs that are none."""
import io


class Raw(io.RawIOBase):
    """Gives at most some bytes at a time, of a known content."""

    def __init__(self, length, most):
        self.data = bytes(i * 7 % 256 for i in range(1000)) * (length // 1000 + 1)
        self.left = self.data[:length]
        self.most = most

    def readable(self):
        return True

    def readinto(self, room):
        part = self.left[:min(len(room), self.most)]
        self.left = self.left[len(part):]
        room[:len(part)] = part
        return len(part)


for length in (10_000, 100_000, 3_000_000):
    for most in (999, 4_096, 65_483):
        for first in (0, 1, 100):
            raw = Raw(length, most)
            reader = io.BufferedReader(raw)
            whole = reader.read(first) + reader.read(length - first)
            print(length, most, first, len(whole), whole == raw.data[:length], reader.read())
            room = bytearray(length - first)
            reader = io.BufferedReader(Raw(length, most))
            start = reader.read(first)
            print(reader.readinto(room), start + room == raw.data[:length])

for call in (
    lambda: b"a\xff".decode("utf-8\udce2"),
    lambda: "a".encode("utf-8\udce2\udc80"),
    lambda: b"a".decode("ascii\0"),
    lambda: str(b"a", "utf-8\udc80"),
    lambda: bytes("a", "utf-8\udc80"),
    lambda: b"\xff".decode("ascii", "ignore\udc80"),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, ascii(e))
