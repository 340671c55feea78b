"""Async generators that are run on by async for, asend, athrow and aclose; what they raise, and who looks meanwhile."""

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
    except (Exception, GeneratorExit) as e:
        lines = [(f.name, f.lineno - here) for f in traceback.extract_tb(e.__traceback__)]
        return seen, type(e).__name__, str(e), lines, repr(e.__context__), repr(e.__cause__)


here = sys._getframe().f_lineno


async def count(n, what="plain"):
    for i in range(n):
        if what == "wait" or what == "some" and i & 1:
            got = await Pause(i)
            if got:
                i += got
        if what == "raise" and i == 2:
            raise KeyError(i)
        if what == "late" and i == 2:
            await Pause("late")
            raise KeyError(i)
        if what == "stop" and i == 1:
            raise StopAsyncIteration(i)
        if what == "exit" and i == 1:
            raise GeneratorExit(i)
        if what == "looks":
            frame, names = sys._getframe(), []
            while frame.f_code.co_name != "run":
                names.append((frame.f_code.co_name, frame.f_lineno - here))
                frame = frame.f_back
            yield names
            continue
        yield i


async def total(n, what):
    seen = []
    async for each in count(n, what):
        seen.append(each)
    else:
        seen.append("else")
    return seen


async def comprehended(n, what):
    return [each async for each in count(n, what) if each]


async def doubled(source):
    async for each in source:
        yield each * 2


async def piped(n, what):
    return [each async for each in doubled(doubled(count(n, what)))]


async def rows(n):
    """Many short loops, whose ends are exceptions."""
    found = 0
    for i in range(n):
        async for each in count(i % 3):
            found += each + 1
        try:
            async for each in count(3, "raise"):
                found += 1
        except KeyError as e:
            found += e.args[0]
    return found


for _ in range(60):
    for what in ("plain", "wait", "some", "raise", "late", "stop", "exit", "looks"):
        last = run(total(4, what), 0, 10), run(comprehended(5, what)), run(piped(3, what), 0, 10)
    assert run(rows(9)) == run(rows(9))
for what in ("plain", "wait", "some", "raise", "late", "stop", "exit", "looks"):
    print(what, run(total(4, what), 0, 10))
    print(what, run(comprehended(5, what)))
    print(what, run(piped(3, what), 0, 10))
print(run(rows(40)))

# ---- requests by hand


async def echo():
    got = None
    while True:
        try:
            got = yield got
            if got == "wait":
                got = await Pause("echo")
            if got == "end":
                return
        except ValueError as e:
            got = "caught", e.args


async def talk(values):
    e = echo()
    answers = [await e.__anext__()]
    for value in values:
        try:
            if isinstance(value, Exception):
                answers.append(await e.athrow(value))
            else:
                answers.append(await e.asend(value))
        except (StopAsyncIteration, KeyError) as ended:
            answers.append((type(ended).__name__, ended.args))
    await e.aclose()
    return answers


for _ in range(60):
    run(talk([1, "wait", ValueError(3), 2]), "x")
print(run(talk([1, "wait", ValueError(3), 2]), "x"))
print(run(talk(["end", 5, None])))
print(run(talk([KeyError(1), 5])))


async def again(what):
    e = count(3, what)
    request = e.__anext__()
    try:
        first = await request
    except KeyError:
        first = "raised"
    try:
        await request
    except RuntimeError as error:
        return first, str(error), e.ag_running
    return first, "twice"


async def busy():
    e = count(3, "wait")
    first = e.__anext__()
    seen = [first.send(None), e.ag_running]
    second = e.__anext__()
    for way in (lambda: second.send(None), lambda: e.aclose().send(None)):
        try:
            way()
        except RuntimeError as error:
            seen.append(str(error))
    try:
        first.send(None)
    except StopIteration as stop:
        seen.append(stop.value)
    seen.append(e.ag_running)
    return seen


async def fails_at_once():
    e = count(3, "raise")
    seen = []
    for _ in range(5):
        try:
            seen.append(await e.__anext__())
        except (KeyError, StopAsyncIteration) as error:
            seen.append((repr(error), e.ag_running, e.ag_frame is None))
    return seen


async def left(n):
    e = count(9, "some")
    async for each in e:
        if each == n:
            break
    inside = e.ag_suspended, e.ag_running
    await e.aclose()
    return inside, e.ag_frame, [each async for each in e]


for _ in range(60):
    last = run(again("plain")), run(again("wait")), run(busy()), run(fails_at_once()), run(left(3)), run(left(4))
for each in last:
    print(each)


# ---- thrown in while it waits


async def guarded(n):
    seen = []
    try:
        async for each in count(n, "wait"):
            seen.append(each)
    except ValueError as e:
        seen.append(e.args)
        await Pause("cleaning")
    finally:
        seen.append("finally")
    return seen


def thrown(what, steps):
    c = guarded(4)
    seen = []
    try:
        seen.append(c.send(None))
        for _ in range(steps):
            seen.append(c.send(None))
        seen.append(c.throw(what))
        seen.append(c.send(None))
    except StopIteration as stop:
        seen.append(stop.value)
    except Exception as e:
        seen.append((repr(e), [f.name for f in traceback.extract_tb(e.__traceback__)]))
    return seen


for _ in range(60):
    last = thrown(ValueError(1), 2), thrown(KeyError(2), 1), thrown(ValueError, 0)
for each in last:
    print(each)


class Ending:
    """What it waits for answers an exception with its result."""

    def __await__(self):
        try:
            yield "waits"
        except ValueError as e:
            return "answered", e.args
        except KeyError as e:
            yield "again"


async def asks(n):
    seen = []
    for i in range(n):
        try:
            seen.append(await Ending())
        except RuntimeError as e:
            seen.append(str(e))
    return seen


def answers(*exceptions):
    c = asks(3)
    seen = [c.send(None)]
    try:
        for each in exceptions:
            seen.append(c.throw(each) if each else c.send(None))
    except StopIteration as stop:
        seen.append(stop.value)
    except Exception as e:
        seen.append((repr(e), [f.name for f in traceback.extract_tb(e.__traceback__)]))
    return seen


for _ in range(60):
    last = (
        answers(ValueError(1), ValueError(2), None),
        answers(KeyError(1), None, RuntimeError("r"), None),
        answers(TypeError("t")),
        answers(StopIteration(7)),
    )
for each in last:
    print(each)


# ---- cancelled again and again


class Cancelled(BaseException):
    pass


async def works(log, depth=0):
    try:
        if depth:
            return await works(log, depth - 1)
        while True:
            await Pause()
    except Cancelled as e:
        log.append((depth, len(traceback.extract_tb(e.__traceback__))))
        if depth > 1:
            raise
        return depth
    finally:
        log.append("done")


def cancel(depth):
    log = []
    c = works(log, depth)
    c.send(None)
    try:
        c.throw(Cancelled())
    except StopIteration as stop:
        log.append(stop.value)
    except Cancelled as e:
        log.append(str(e))
    try:
        c.throw(ValueError)
    except RuntimeError as e:
        log.append(str(e))
    return log


for _ in range(60):
    last = cancel(0), cancel(2), cancel(3)
for each in last:
    print(each)

# ---- hooks are told before the first request

told = []
sys.set_asyncgen_hooks(firstiter=lambda g: told.append(g.__name__))
for _ in range(60):
    run(total(2, "plain"))
sys.set_asyncgen_hooks(firstiter=None)
print(len(told), set(told))


def refuses(generator):
    raise LookupError("not here")


sys.set_asyncgen_hooks(firstiter=refuses)
for _ in range(3):
    print(run(total(2, "plain")))
sys.set_asyncgen_hooks(firstiter=None)
