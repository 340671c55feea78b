"""Instances whose __await__ is a generator function, awaited where they are made, and a loop that sends to coroutines."""

import sys
import traceback


class Awaitable:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        if self.what == "raise":
            raise KeyError("at once")
        if self.what == "stop":
            raise StopIteration("at once")
        if self.what == "names":
            frame, names = sys._getframe(), []
            while frame.f_code.co_name != "drive":
                names.append((frame.f_code.co_name, frame.f_lineno - here))
                frame = frame.f_back
            return names
        if self.what == "twice":
            first = yield 1
            second = yield 2
            return first, second
        if self.what == "late":
            yield "late"
            raise KeyError("late")
        if self.what == "guarded":
            try:
                yield "guarded"
            except ValueError as e:
                return "caught", e.args
            finally:
                ended.append(self.what)
        if self.what == "inner":
            return (yield from Awaitable("twice").__await__())
        return self.what


here = sys._getframe().f_lineno
ended = []


async def waits(what):
    return what, await Awaitable(what)


async def nested(what, depth):
    if depth:
        return await nested(what, depth - 1)
    return await Awaitable(what)


async def wrong(what):
    """The generator of an __await__ is no awaitable."""
    return await Awaitable(what).__await__()


async def shows(what):
    try:
        return await Awaitable(what)
    except KeyError as e:
        return e.args, [(f.name, f.lineno - here) for f in traceback.extract_tb(e.__traceback__)]


def drive(coroutine, *sent):
    seen, given = [], iter(sent)
    value = None
    while True:
        try:
            seen.append(coroutine.throw(value) if isinstance(value, Exception) else coroutine.send(value))
        except StopIteration as stop:
            return seen, stop.value
        except KeyError as e:
            return seen, e.args, [(f.name, f.lineno - here) for f in traceback.extract_tb(e.__traceback__)]
        except (RuntimeError, TypeError) as e:
            return seen, str(e), repr(e.__cause__)
        value = next(given, None)


kinds = ("value", "raise", "stop", "names", "twice", "late", "guarded", "inner")


def everything():
    seen = []
    for what in kinds:
        seen.append(drive(waits(what), "a", "b"))
        seen.append(drive(nested(what, 2), "a", "b"))
        seen.append(drive(shows(what), "a", "b"))
        seen.append(drive(wrong(what)))
        seen.append(drive(nested(what, 1), ValueError(what)) if what == "guarded" else None)
    return seen, ended[-6:]


for _ in range(60):
    last = everything()
for each in last[0]:
    print(each)
print(last[1])


# ---- many tasks, some of which fail

class Failed(Exception):
    def __init__(self, task, step):
        super().__init__(task, step)
        self.task = task
        self.step = step


async def step(task, i):
    await Awaitable("twice")
    if task % 3 == 0 and i == 2:
        raise Failed(task, i)
    return task * i


async def task(number, done):
    total = 0
    for i in range(4):
        total += await step(number, i)
    done.append((number, total))
    return total


def loop(count):
    ready = [task(i, done) for done in [[]] for i in range(count)]
    results, failures = [], []
    while ready:
        each = ready.pop(0)
        try:
            each.send(None)
        except StopIteration as stop:
            results.append(stop.value)
        except Failed as e:
            failures.append((e.task, e.step, len(traceback.extract_tb(e.__traceback__)), e.__context__))
        else:
            ready.append(each)
    return results, failures


for _ in range(60):
    last = loop(7)
print(last)


# ---- what is sent to one that is done, runs already, or has not begun


async def quick(value):
    return value


async def eager():
    await Awaitable("twice")
    try:
        running.send(None)
    except ValueError as e:
        return str(e)


def asks(coroutine, *values):
    seen = []
    for value in values:
        try:
            seen.append(coroutine.send(value))
        except (StopIteration, RuntimeError, TypeError) as e:
            seen.append((type(e).__name__, e.args))
    return seen


for _ in range(60):
    running = eager()
    last = asks(quick(3), None, None), asks(quick(4), 1, None), asks(running, None, None, None, None)
print(last)
