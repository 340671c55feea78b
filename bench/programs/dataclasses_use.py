"""Dataclasses and named tuples: made, compared, replaced, hashed, turned into dicts."""

import collections
import dataclasses
import typing

KIND = "library"
SIZE = 14000


@dataclasses.dataclass
class Item:
    name: str
    price: float
    count: int = 0
    tags: list = dataclasses.field(default_factory=list)

    def total(self):
        return self.price * self.count


@dataclasses.dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    def next(self):
        return dataclasses.replace(self, minor=self.minor + 1)


Point = collections.namedtuple("Point", "x y")


class Pair(typing.NamedTuple):
    left: int
    right: str = "r"


def run(n):
    items = [Item("n%d" % (i % 10), 1.5, i) for i in range(n)]
    assert sum(item.total() for item in items) == 1.5 * n * (n - 1) / 2
    assert items[3] == Item("n3", 1.5, 3) and items[3] != items[4]
    versions = {Version(i % 5, i % 7) for i in range(n)}
    assert len(versions) == 35
    assert sorted(versions)[-1] == Version(4, 6)
    version = Version(1)
    for _ in range(n // 4):
        version = version.next()
    assert version > Version(1, n // 4 - 1)
    for item in items[: n // 20]:
        assert dataclasses.asdict(item)["name"] == item.name
        assert repr(item).startswith("Item(name=")
    point = Point(0, 0)
    for i in range(n):
        point = point._replace(x=i, y=point.x)
        x, y = Point(point.y, i)
        assert Pair(x, "r") == Pair(x)
    assert point == (n - 1, n - 2)
    try:
        version.major = 2
    except dataclasses.FrozenInstanceError:
        pass
    else:
        raise AssertionError
