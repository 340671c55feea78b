"""Enumerations: members compared, looked up, iterated, flags combined, in dictionaries."""

import enum

KIND = "library"
SIZE = 11000


class Colour(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

    @property
    def next(self):
        return Colour(self.value % 3 + 1)


class Level(enum.IntEnum):
    LOW = 10
    MIDDLE = 20
    HIGH = 30


class Access(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    RUN = enum.auto()
    ALL = READ | WRITE | RUN


def run(n):
    counts = dict.fromkeys(Colour, 0)
    colour = Colour.RED
    for _ in range(n * 3):
        counts[colour] += 1
        colour = colour.next
        if colour is Colour.RED:
            assert Colour["RED"].name == "RED"
    assert set(counts.values()) == {n}
    total = 0
    for i in range(n):
        level = Level(i % 3 * 10 + 10)
        total += level + 1
        if level >= Level.MIDDLE:
            total += 1
        access = Access.READ | Access.WRITE if i & 1 else Access.READ
        assert (access & Access.WRITE != Access(0)) == bool(i & 1)
        assert Access.RUN not in access and Access.READ in Access.ALL
        total += sum(1 for each in Level)
    assert total == sum(i % 3 * 10 + 11 + (i % 3 > 0) + 3 for i in range(n))
