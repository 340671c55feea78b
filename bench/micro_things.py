"""Classes and functions that the cases of micro.py use."""


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    __hash__ = None

    def meth(self):
        return self.x

    @property
    def prop(self):
        return self.x

    @staticmethod
    def st():
        return 1

    @classmethod
    def cm(cls):
        return 1


class Sub(Plain):
    def meth(self):
        return super().meth()


class Slots:
    __slots__ = "x",


class Shown(Plain):
    def __str__(self):
        return "shown"


class Walk:
    def __len__(self):
        return 10

    def __getitem__(self, i):
        if i > 9:
            raise IndexError
        return i

    def __contains__(self, x):
        return x == 3

    def __call__(self, x):
        return x

    def __hash__(self):
        return 5


class Context:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class Dynamic:
    def __getattr__(self, name):
        return name


class Described:
    def __get__(self, instance, owner):
        return 3


Plain.desc = Described()
Plain.__hash__ = lambda self: 7


def function(a, b=1):
    return a


def hinted(a: int, b: "str" = "") -> list[int]:
    return a


def counter():
    n = 0

    def add():
        nonlocal n
        n += 1
        return n

    return add


def core():
    def gen(n):
        for i in range(n):
            yield i

    def sgen():
        x = yield 1
        yield x

    def yfrom():
        yield from (1, 2, 3)
        yield from gen(3)

    def fkw(**kw):
        return kw

    def fargs(*args):
        return args

    def fn3(a, b, c):
        return a

    return (Plain(1), Plain(1), Plain, Sub(1), Slots(), function, gen, sgen, yfrom, Walk(), Context(), Dynamic(), Shown(1),
            fkw, fargs, fn3)


def library():
    """The classes and functions of the library cases, made when they are asked for."""
    import asyncio
    import contextlib
    import dataclasses
    import enum
    import functools
    import unittest

    class Lazy:
        @functools.cached_property
        def cp(self):
            return 1

    @functools.total_ordering
    class Ordered:
        def __init__(self, x):
            self.x = x

        def __eq__(self, other):
            return self.x == other.x

        def __lt__(self, other):
            return self.x < other.x

    class Color(enum.Enum):
        RED = 1
        GREEN = 2
        BLUE = 3

    class Flag1(enum.Flag):
        A = 1
        B = 2

    class Num(enum.IntEnum):
        ONE = 1

    @dataclasses.dataclass
    class DC:
        x: int
        y: int = 0

    @dataclasses.dataclass(frozen=True)
    class FDC:
        x: int
        y: int = 0

    @dataclasses.dataclass(order=True)
    class ODC:
        x: int
        y: int = 0

    class TC(unittest.TestCase):
        def test_one(self):
            pass

    class Null:
        def write(self, text):
            pass

        def flush(self):
            pass

        def close(self):
            pass

    async def sleepy(n):
        for _ in range(n):
            await asyncio.sleep(0)

    async def one():
        await asyncio.sleep(0)
        return 1

    async def gathered(n):
        return await asyncio.gather(*(one() for _ in range(n)))

    async def queued(n):
        queue = asyncio.Queue(4)

        async def take():
            for _ in range(n):
                await queue.get()

        task = asyncio.create_task(take())
        for i in range(n):
            await queue.put(i)
        await task

    async def futures(n):
        loop = asyncio.get_running_loop()
        for i in range(n):
            future = loop.create_future()
            loop.call_soon(future.set_result, i)
            await future

    async def coro():
        return 1

    async def nest():
        return await coro()

    @contextlib.contextmanager
    def cmgr():
        yield 1

    return locals()


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    names = library()
    globals().update(names)
    return names[name]
