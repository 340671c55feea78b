"""Values to text: f-strings, format with specifications, percent, repr."""

KIND = "library"
SIZE = 9000


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __format__(self, spec):
        return f"({self.x:{spec}}, {self.y:{spec}})"

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


def run(n):
    size = 0
    point = Point(1.5, -2.25)
    for i in range(n):
        size += len(f"{i:>8d}|{i / 7:10.3f}|{i:#x}|{'name':<10}|{i:,}")
        size += len("%5d %-8s %6.2f %s %r" % (i, "abc", i / 3, None, "q'"))
        size += len("{0:b} {name:^12} {1!r:>8}".format(i, "z", name="middle"))
        size += len(f"{point:.2f} {point!r}")
        size += len(str(i / 11)) * 0 + len(repr((i, str(i), [i])))
        assert int(f"{i:o}", 8) == i
    assert size > n * 150
