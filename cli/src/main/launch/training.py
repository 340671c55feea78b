"""What the Java machine learns starts from: the build runs this once and keeps the classes that were
loaded and the profiles of what ran (Assemble). The more of everyday programs it does, the better."""

import argparse
import collections
import contextlib
import dataclasses
import enum
import functools
import io
import itertools
import json
import logging
import marshal
import os
import re
import sys
import textwrap
import traceback
import typing
import unittest


class Kind(enum.Enum):
    SMALL = 1
    LARGE = 2


@dataclasses.dataclass(order=True)
class Item:
    name: str
    price: float = 1.5
    kind: Kind = Kind.SMALL
    tags: list = dataclasses.field(default_factory=list)

    @property
    def label(self) -> str:
        return f"{self.name:>8}: {self.price:.2f}"


class Shelf(collections.abc.Sequence):
    def __init__(self, items: typing.Iterable[Item] = ()):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


def numbers(limit):
    total = 0
    for i in range(limit):
        if i % 3 == 0 and i > 5:
            continue
        total += i * 2 - (i >> 1)
        yield total


@contextlib.contextmanager
def captured():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        yield out


async def later(value):
    return value


def everyday():
    items = [Item("a%02d" % i, i / 4, Kind.LARGE if i % 2 else Kind.SMALL, [i]) for i in range(20)]
    shelf = Shelf(items)
    by_kind = {}
    for item in shelf:
        by_kind.setdefault(item.kind, []).append(item.label)
    counted = collections.Counter(itertools.chain.from_iterable(by_kind.values()))
    text = json.dumps({kind.name: labels for kind, labels in by_kind.items()}, indent=1)
    assert json.loads(text) and counted and sorted(items) == items
    assert re.findall(r"(\w+):\s*([\d.]+)", text) and re.sub(r"[aeiou]", "_", text)
    assert sum(numbers(300)) and ways(30) and {x for x in "abc"} and (lambda *a, **k: a)(1, b=2)
    with captured() as out:
        print("hello", 3.5, items[0], file=sys.stdout)
    try:
        int("x")
    except ValueError as error:
        textwrap.indent(traceback.format_exc(), "  ")
        assert "literal" in str(error)
    a, *b = out.getvalue().split()
    match b:
        case [first, *_] if first:
            pass
    space = {}
    exec(compile("def f(x):\n    return [x + i for i in range(3)]\nresult = f(1)", "<made>", "exec"), space)
    assert space["result"] == [1, 2, 3]
    # Code that Krait has not compiled is verified.
    exec(marshal.loads(marshal.dumps(compile("def g(a):\n    return (a, 1)\nresult = g(1)", "<read>", "exec"))), space)
    try:
        later(1).send(None)
    except StopIteration as stop:
        assert stop.value == 1


def command_line():
    parser = argparse.ArgumentParser(description="An example.")
    parser.add_argument("files", nargs="*")
    parser.add_argument("-n", "--number", type=int, default=1, help="how many (default: %(default)s)")
    parser.parse_args(["a", "-n", "3"])
    parser.format_help()
    log = logging.getLogger("training")
    log.addHandler(logging.StreamHandler(io.StringIO()))
    log.warning("%d of %s", 1, "some")


class SmallTest(unittest.TestCase):
    def test_everyday(self):
        everyday()
        with self.assertRaises(KeyError):
            {}["x"]


def files():
    name = os.path.join(os.environ.get("TMPDIR", "/tmp"), "krait-training-%d" % os.getpid())
    with open(name, "w", encoding="utf-8") as file:
        file.writelines("line %d é\n" % i for i in range(50))
    with open(name, encoding="utf-8") as file:
        assert sum(len(line) for line in file)
    with open(name, "rb") as file:
        assert file.read()
    os.remove(name)



class Vector:
    def __init__(self, x, y=0.0):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    @property
    def size(self):
        return (self.x * self.x + self.y * self.y) ** 0.5


def hot(limit):
    """Long enough for machine code, so that its translator is among what is kept."""
    found = {}
    names = ["a", "b", "c"]
    place = Vector(0.0)
    total = 0
    for i in range(limit):
        total += i & 7
        name = names[i % 3]
        found[name] = found.get(name, 0) + 1
        place = place.plus(Vector(1.0, i * 0.5))
        if i % 50 == 0:
            try:
                names[i % 7]
            except IndexError:
                total -= 1
            text = f"{name}{i}"
        while total > 1000:
            total >>= 1
    pairs = [(a, b) for a in range(60) for b in names if a != 3]
    return total, len(pairs), place.size > 0, text, sum(x for x in range(3000) if x % 2)


for _ in range(3):
    everyday()
for _ in range(4):
    hot(6000)
command_line()
files()
unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(SmallTest))
print("trained")
