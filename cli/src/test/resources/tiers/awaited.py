"""Coroutines that are awaited where they are made, once they are machine code."""

import sys
import traceback


class Pause:
    def __init__(self, what=None):
        self.what = what

    def __await__(self):
        got = yield self.what
        return got


def run(coroutine, *sent):
    """What it yields, and what it returns or raises."""
    seen = []
    given = iter(sent)
    try:
        value = coroutine.send(None)
        while True:
            seen.append(value)
            value = coroutine.send(next(given, None))
    except StopIteration as stop:
        return seen, stop.value
    except Exception as e:
        return seen, type(e).__name__, str(e), [f.lineno - here for f in traceback.extract_tb(e.__traceback__)]


here = sys._getframe().f_lineno


async def twice(value):
    return value * 2


async def sum_of(a, b=5, *rest, key=1):
    return await twice(a) + await twice(b) + sum(rest) + key


async def pausing(value, times):
    total = 0.5
    for i in range(times):
        total += await Pause(i) or value
    return total


async def outer(value, times):
    before = value + 1
    inner = await pausing(value, times)
    return before, inner, await sum_of(value, key=3)


async def deep(n, what):
    if n == 0:
        if what == "pause":
            return await Pause(n)
        if what == "raise":
            raise ValueError(n)
        if what == "stop":
            raise StopIteration(n)
        if what == "names":
            frame, names = sys._getframe(), []
            while frame.f_code.co_name != "run":
                names.append((frame.f_code.co_name, frame.f_lineno - here))
                frame = frame.f_back
            return names
        return what
    return await deep(
        n - 1,
        what,
    )


def make(n):
    count = n

    async def add(value):
        nonlocal count
        count += value
        if count % 7 == 0:
            await Pause(count)
        return count

    return add


class Manager:
    def __init__(self, wait):
        self.wait = wait

    async def __aenter__(self):
        if self.wait & 1:
            await Pause("enter")
        return self.wait

    async def __aexit__(self, kind, value, trace):
        if self.wait & 2:
            await Pause("exit")
        return self.wait & 4


class Numbers:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        if self.n & 1:
            await Pause(self.n)
        return self.n


async def manages(wait, fails=False):
    async with Manager(wait) as got:
        if fails:
            raise KeyError(got)
    return "after", got


async def collects(n):
    return [each async for each in Numbers(n)]


async def many(count):
    total = 0
    for i in range(count):
        total += await sum_of(i) + await twice(1)
        total += (await outer(i, 0))[2]
        await deep(2, "value")
        await manages(0)
        await collects(1)
    return total


async def closures(count):
    add = make(0)
    result = 0
    for i in range(count):
        result += await add(1)
    return result


async def caught(what):
    try:
        return await deep(2, what)
    except (ValueError, RuntimeError) as e:
        return "caught", str(e), len(traceback.extract_tb(e.__traceback__))


for i in range(3):
    print(run(many(700)))
print(run(closures(20)))
for i in range(300):
    run(outer(i, 2)), run(deep(3, "pause")), run(manages(i & 7)), run(manages(i & 7, True)), run(collects(3))
    run(caught("raise")), run(closures(30)), run(caught("pause"))
print(run(outer(1, 3)), run(outer(1.5, 1), 7), run(outer("a", 1)))
print(run(sum_of(1, 2, 3, 4, key=9)), run(sum_of("a", "b")), run(sum_of([1], [2])))
for what in ("pause", "raise", "stop", "names", "value"):
    print(what, run(deep(3, what)), run(caught(what)))
for wait in range(8):
    print(wait, run(manages(wait)), run(manages(wait, True)))
print(run(collects(6)))


async def tried(what, log):
    try:
        value = await deep(1, what)
        log.append(sys.exc_info()[0])
    except ValueError as e:
        log.append((str(e), sys.exc_info()[1] is e))
        value = "mended"
    finally:
        log.append("finally")
    return value, sys.exc_info()[1]


async def handles(what):
    log = []
    first = await tried(what, log)
    try:
        raise KeyError("outer")
    except KeyError as e:
        second = await tried(what, log)
        kept = sys.exc_info()[1] is e
        try:
            await fails()
        except TypeError as t:
            log.append(repr(t.__context__))
    return first[0], repr(second), kept, log, sys.exc_info()[1]


async def fails():
    raise TypeError("inner")


for i in range(300):
    run(handles("value")), run(handles("raise")), run(handles("pause"))
for what in ("value", "raise", "pause", "stop"):
    print(what, run(handles(what)))


async def chain(value):
    return await outer(value, 2)


for i in range(300):
    run(chain(i))
c = chain(3)
print(c.send(None), c.cr_await.__qualname__, c.cr_await.cr_await.__qualname__, c.cr_frame.f_locals)
print(c.cr_await.cr_frame.f_locals, c.cr_await.cr_await.cr_frame.f_locals, c.cr_running)
try:
    c.throw(KeyError("thrown"))
except KeyError as e:
    print(e, [(f.name, f.lineno - here) for f in traceback.extract_tb(e.__traceback__)][1:])
c = chain(3)
c.send(None)
print(c.close(), c.cr_frame)
c = chain(3)
c.send(None)
inner = c.cr_await
try:
    run(inner)
    c.send(None)
except RuntimeError as e:
    print(e)


async def recursive(n):
    return await recursive(n + 1)


print(run(recursive(0))[:3])


async def changes(values):
    total = 0
    for value in values:
        total = await twice(value)
        if value == "pause":
            total = await Pause(total)
    return total


for i in range(600):
    run(changes([1, 2, 3]))
print(run(changes([1, 2.5, "x", "pause", 7])), run(changes([1, "pause"]), "got"))
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename == __file__:
        events.append((frame.f_code.co_name, event, frame.f_lineno - here))
    return tracer


async def traced(n):
    if n == 1:
        sys.settrace(tracer)
    return await twice(n)


async def traces(n):
    return await traced(n) + await traced(0)


for i in range(500):
    run(traces(0))
print(run(traces(1)))
sys.settrace(None)
print(events)
sys.set_coroutine_origin_tracking_depth(2)
c = chain(1)
c.send(None)
print([name for _, _, name in c.cr_origin], [name for _, _, name in c.cr_await.cr_origin])
sys.set_coroutine_origin_tracking_depth(0)
c.close()
