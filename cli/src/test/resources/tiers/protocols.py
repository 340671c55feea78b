"""Managers, awaitables, asynchronous iterators, bound methods and send: of programs' classes, that change."""

import sys
import types
import warnings


class Pause:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield self.tag
        return got


class Listed:
    """Its __await__ is no generator function."""

    def __await__(self):
        return iter(["a", "b"])


class Manager:
    entered = 0

    def __init__(self, swallows):
        self.swallows = swallows
        self.seen = []

    def __enter__(self):
        Manager.entered += 1
        return self

    def __exit__(self, kind, value, trace):
        self.seen.append((kind and kind.__name__, value and value.args, trace and trace.tb_lineno > 0))
        return self.swallows

    async def __aenter__(self):
        await Pause("enter")
        return self.entered

    async def __aexit__(self, kind, value, trace):
        await Pause("exit")
        return self.__exit__(kind, value, trace)


class Upto:
    def __init__(self, n, waits):
        self.n = n
        self.waits = waits

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        if self.waits:
            await Pause("next")
        return self.n


def drive(coroutine, answers=0):
    """What a coroutine yields and returns or raises."""
    out = []
    try:
        value = coroutine.send(None)
        while True:
            out.append(value)
            value = coroutine.send(answers)
    except StopIteration as end:
        return out, end.value
    except Exception as error:
        return out, type(error).__name__, error.args


def withs(i):
    manager = Manager(i % 2)
    total = 0
    with manager as m:
        total += m is manager
        if i % 3 == 0:
            raise ValueError(i)
        total += 10
    return total, manager.seen


def leaving(i):
    for k in range(3):
        with Manager(False) as m:
            if k == 1:
                return k, m.seen
            continue


async def awaiting(i):
    manager = Manager(i % 2)
    got = await Pause(i)
    async with manager as entered:
        if i % 3 == 0:
            raise KeyError(i)
        got += await Pause("in")
    return got, manager.seen


async def looping(i):
    out = []
    async for x in Upto(3, i % 2):
        out.append(x)
    else:
        out.append("end")
    return out


async def other(i):
    return await Listed() if i % 5 == 0 else await plain(i)


async def plain(i):
    return i


async def deep(level):
    if level == 0:
        await Pause("deepest")
        return 1
    return await deep(level - 1) + 1


async def steps(n):
    for i in range(n):
        yield i
        await Pause("between")


async def summed(n):
    return sum([x async for x in steps(n)])


def accumulate():
    total = 0
    while True:
        got = yield total
        if got is None:
            return total
        total += got


def sending(i):
    generator = accumulate()
    out = [generator.send(None), generator.send(i), generator.send(2)]
    try:
        generator.send(None)
    except StopIteration as end:
        out.append(end.value)
    try:
        generator.send(None)
    except StopIteration as end:
        out.append(end.value)
    try:
        accumulate().send(1)
    except TypeError as error:
        out.append(str(error))
    return out


def bound(i, method):
    return method(i, method.__self__.swallows)


class Adder(Manager):
    def __call__(self, a, b):
        return a + b, self.swallows

    def first(self, a, b):
        return a, b

    def second(self, a, b):
        return b, a


def asleep(coroutine):
    """Where a chain of coroutines waits."""
    coroutine.send(None)
    chain = []
    at = coroutine
    while isinstance(at, types.CoroutineType):
        frame = at.cr_frame
        chain.append((at.__name__, frame.f_lineno - frame.f_code.co_firstlineno, at.cr_suspended))
        at = at.cr_await
    chain.append(type(at).__name__)
    coroutine.close()
    return chain, coroutine.cr_frame


def thrown(coroutine):
    coroutine.send(None)
    try:
        coroutine.throw(LookupError("in"))
    except LookupError as error:
        names = []
        entry = error.__traceback__
        while entry:
            names.append(entry.tb_frame.f_code.co_name)
            entry = entry.tb_next
        return names


def caught(work, *args):
    try:
        return work(*args)
    except Exception as error:
        return type(error).__name__, error.args


def main(rounds):
    last = None
    adders = [Adder(k) for k in range(3)]
    for i in range(rounds):
        each = adders[i % 3]
        last = [
            caught(withs, i),
            caught(leaving, i),
            drive(awaiting(i), i),
            drive(looping(i)),
            drive(other(i)),
            drive(deep(4)),
            drive(summed(3)),
            sending(i),
            bound(i, each.first if i % 7 else each.second),
            asleep(deep(3)),
            thrown(deep(2)),
        ]
        if i % 500 == 499 or i < 4:
            print(last)
    return last


main(1600)

# Classes that change while machine code relies on them.


def entering(self):
    return "replaced"


async def aexiting(self, kind, value, trace):
    return True


async def following(self):
    raise StopAsyncIteration


Manager.__enter__ = entering
Manager.__aexit__ = aexiting
Upto.__anext__ = following
Pause.__await__ = lambda self: iter(["once"])
print(caught(withs, 1), drive(awaiting(3), 3), drive(looping(1)), drive(deep(2)))
del Manager.__exit__
print(caught(withs, 1))
del Manager.__aenter__
print(drive(awaiting(3), 3))
Pause.__await__ = lambda self: 5
print(drive(deep(1)))
del Pause.__await__
print(drive(deep(1)))

with warnings.catch_warnings(record=True) as noted:
    warnings.simplefilter("always")
    coroutine = plain(1)
    coroutine.close()
    print(noted)
    sys.set_coroutine_origin_tracking_depth(2)

    def origin():
        made = plain(3)
        depth = len(made.cr_origin)
        made.close()
        return depth

    print([origin() for _ in range(60)][-1])
    sys.set_coroutine_origin_tracking_depth(0)


def nested(n):
    return accumulate() if n == 0 else nested(n - 1)


try:
    sys.setrecursionlimit(150)
    print(caught(nested, 100) is not None, caught(nested, 400))
finally:
    sys.setrecursionlimit(1000)
