"""What the Java machine learns starts from: the build runs this once and keeps the classes that were
loaded and the profiles of what ran (Assemble). The more of everyday programs it does, the better."""

import _thread
import argparse
import collections
import contextlib
import copy
import dataclasses
import enum
import functools
import io
import itertools
import json
import logging
import marshal
import operator
import os
import re
import signal
import sys
import textwrap
import time
import traceback
import types
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
    for source in "f(1 2)", "x = '":
        try:
            compile(source, "<made>", "exec")
        except SyntaxError:
            pass
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


def system():
    """What is done with the system's own functions, whose link is many classes of the JDK."""
    import asyncio, pickle, random, select, selectors, socket, struct, subprocess, tempfile, threading, training_elsewhere
    import multiprocessing.connection, multiprocessing.pool, multiprocessing.queues, multiprocessing.synchronize, multiprocessing.spawn

    subprocess.run(["cat"], input=b"a", capture_output=True, check=True)
    here, there = socket.socketpair()
    with here, there, selectors.DefaultSelector() as selector:
        selector.register(there, selectors.EVENT_READ)
        here.sendall(struct.pack("<i", 1))
        selector.select(1), select.select([there], [], [], 1), there.recv(4)
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        server.accept()[0].close(), client.settimeout(1), client.recv(1)
    reader, writer = multiprocessing.connection.Pipe(False)
    writer.send([Item("a"), 1.5])
    reader.recv(), reader.close(), writer.close()
    import _multiprocessing, resource

    _multiprocessing.SemLock(1, 1, 1, "/krait-training-%d" % os.getpid(), True).release
    resource.getrlimit(resource.RLIMIT_NOFILE), signal.valid_signals()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2}), signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR2})
    before = signal.signal(signal.SIGUSR1, lambda *about: None)
    os.kill(os.getpid(), signal.SIGUSR1), signal.signal(signal.SIGUSR1, before)
    thread = threading.Thread(target=time.sleep, args=(0.001,))
    thread.start(), thread.join()
    with tempfile.TemporaryDirectory() as folder:
        os.symlink("a", folder + "/b"), os.readlink(folder + "/b"), os.path.realpath(folder), list(os.walk(folder))
        training_elsewhere.from_elsewhere(folder)
    random.random(), pickle.dumps(Item("a"))

    async def waiting():
        await asyncio.gather(asyncio.sleep(0), asyncio.to_thread(int))

    asyncio.run(waiting())


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


def step(a):
    return a + 1


def interrupted(times):
    """Signals, seen at functions' starts and at jumps back: what has never run is compiled as if it never would."""
    def ring():
        for _ in range(times):
            _thread.interrupt_main(signal.SIGUSR1)
            time.sleep(0.001)
        rung.append(True)

    rung = []
    old = signal.signal(signal.SIGUSR1, lambda number, frame: None)
    _thread.start_new_thread(ring, ())
    while not rung:
        step(step(step(1)))
    signal.signal(signal.SIGUSR1, old)


class Callable:
    def __call__(self, *arguments, **named):
        return len(arguments) + len(named)

    def method(self, a=1, b=2, c=3, d=4):
        return a

    @classmethod
    def made(cls, *arguments):
        return cls


def taking(a=1, b=2, c=3, d=4, **more):
    return a


class Open(collections.OrderedDict):
    pass


def varied():
    """The same places of the runtime with many kinds of values: compiled for two that it met, they are soon compiled
    again."""
    it = Callable()
    callables = [
        taking, it, it.method, Callable.made, max, min, functools.partial(taking, 1), "{}{}{}{}".format, Callable.method,
        lambda *a, **k: a, collections.namedtuple("P", "a b c d"), os.path.join, dict, str, Item, "a b".split, [].append,
    ]
    for call in callables:
        for arguments in ((), ("a",), ("a", "b"), ("a", "b", "c"), ("a", "b", "c", "d")):
            try:
                call(*arguments)
            except (TypeError, ValueError, LookupError):
                pass
            try:
                if len(arguments) == 1:
                    call("a")
                elif len(arguments) == 2:
                    call("a", "b")
                elif len(arguments) == 3:
                    call("a", "b", "c")
                elif arguments:
                    call("a", "b", "c", "d")
                else:
                    call()
            except (TypeError, ValueError, LookupError):
                pass
        try:
            call("a", b="b")
        except (TypeError, ValueError, LookupError):
            pass
    dict(a=1)
    sorted([3, 1], reverse=True)
    int("7", base=8)
    collections.Counter(a=2)
    containers = [
        [1, 2], (1, 2), {1: 2}, {1, 2}, "ab", b"ab", range(3), Open({1: 2}), collections.deque([1]), frozenset({1}),
        collections.Counter("ab"), bytearray(b"ab"), Shelf([1]), types.MappingProxyType({1: 3}),
        collections.defaultdict(list), collections.ChainMap({1: 1}),
    ]
    for container in containers:
        len(container)
        bool(container)
        for each in container:
            pass
        list(container)
        iter(container)
        copy.copy(container) if not isinstance(container, types.MappingProxyType) else None
        for key in (0, 1, "a", slice(0, 1), -1):
            try:
                key in container
                container[key]
            except (TypeError, ValueError, LookupError):
                pass
        try:
            container[0] = container[0]
            del container[0]
        except (TypeError, LookupError, AttributeError):
            pass
        container == container
        container != [1]
        repr(container)
        try:
            hash(container)
        except TypeError:
            pass
    numbers = [1, 2.5, True, 10**30, 2j, Kind.SMALL.value, -7, 2**70, -0.5, False]
    for a in numbers:
        for b in numbers:
            for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "eq", "lt", "ge", "and_", "or_", "xor"):
                try:
                    getattr(operator, name)(a, b)
                except (TypeError, ArithmeticError):
                    pass
            try:
                a + b, a - b, a * b, a / b, a == b, a != b, a < b, a // b, a % b
            except (TypeError, ArithmeticError):
                pass
        str(a), hash(a), -a, bool(a), f"{a}"
    for owner in (it, Callable, sys, Kind, "a", [], 1, numbers, taking, it.method, Vector(1.0), Item("a"), None, object()):
        for name in ("__class__", "__doc__", "method", "x", "real", "__name__", "__dict__"):
            getattr(owner, name, None)
            hasattr(owner, name)
        type(owner), isinstance(owner, (int, str)), issubclass(type(owner), object), id(owner), callable(owner)
    words = "some words, as they come in texts; 12 of them".split()
    for word in words:
        word.upper(), word.strip(","), word.startswith("s"), word.find("o"), word.replace("o", "0"), word + "é", word * 2
        word.encode().decode(), word.partition("o"), "".join(reversed(word)), word[1:], word[-1:], word in words
        "%s %5d %r" % (word, 3, word), word.isdigit(), word.title(), word.center(12), word == "of", word < "of"
    words.sort(key=len, reverse=True)
    min(words, key=len), max(words), sum(map(len, words)), list(zip(words, range(9))), dict(enumerate(words))
    list(filter(None, words)), any(w.isdigit() for w in words), all(words), tuple(w for w in words)


FRESH = """
def things(limit):
    for i in range(limit):
        yield i

def chained(limit):
    return (yield from things(limit))

async def slow(x):
    return x

async def waits(limit):
    total = 0
    for i in range(limit):
        total += await slow(i)
    return total

def run_to_end(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value

def items(limit):
    held = {}
    row = [0] * 8
    pairs = [(1, "a"), (2, "b")]
    names = ("x", "y", "zz")
    for i in range(limit):
        row[i & 7] = row[i & 3] + 1
        name = names[i % 3]
        if name in held:
            held[name] = held[name] + i
        else:
            held[name] = i
        for number, text in pairs:
            if text == name or number != i:
                row[0] -= number
        if row and held and not pairs[0:0]:
            row[1] ^= i
        a, b = row[0], name
        row[2] = len([x for x in names if x is not a])
    return held

def errors(limit):
    caught = 0
    for i in range(limit):
        try:
            if i % 5 == 0:
                raise ValueError(i)
            with Quiet() as quiet:
                quiet.count += 1
        except ValueError as error:
            caught += 1
        finally:
            caught += 0
    return caught

class Quiet:
    count = 0
    def __enter__(self):
        return self
    def __exit__(self, *details):
        return False

def turns(limit):
    i = total = 0
    while i < limit:
        i += 1
        if i % 3:
            continue
        total += i
    return total

def f0():
    return 1

def f1(a):
    return a

def f2(a, b):
    return a + b

def f3(a, b, c):
    return [a, c]

def f4(a, b, c, d):
    return a - d

def f5(a, b=1, *c, d=4, **e):
    return b

class Counted:
    def __init__(self, a, b=2):
        self.a = a

    def none(self):
        return self.a

    def two(self, b, c):
        self.a += b
        return c

    def four(self, b, c, d, e):
        return b

def calls(limit):
    it = Counted(1)
    for i in range(limit):
        f0()
        f1(i)
        f2(i, 1)
        f3(i, 2, 3)
        f4(i, 2, 3, 4)
        f5(i)
        f5(a=i, d=1)
        it.none()
        it.two(1, i)
        it.four(1, 2, 3, 4)
        Counted(i)
        Counted(i, b=i)
        max(i, 3)

def all_of_it():
    list(things(30)), list(chained(90))
    run_to_end(waits(60))
    items(40)
    errors(20)
    sorted([{"k": i} for i in range(9)], key=lambda d: -d["k"])

turns(150000)
calls(12000)
for _ in range(1500):
    all_of_it()
"""


def fresh():
    """Code that is new each time: cold, then watched, then translated. What the interpreter's loop has not seen in
    its profile, watching above all, costs another compilation of it (a quarter of a second) in each program."""
    for _ in range(4):
        exec(compile(FRESH, "<fresh>", "exec"), {})


# First what is to be in every profile.
for _ in range(4):
    hot(6000)
fresh()
interrupted(100)
for _ in range(20):
    varied()
for _ in range(3):
    everyday()
command_line()
files()
system()
unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(SmallTest))
try:
    {}["x"]
except KeyError:
    sys.excepthook(*sys.exc_info())
print("trained")
sys.exit()
