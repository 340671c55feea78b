# Exceptions that leave generators and coroutines: to every kind of place that runs them on, with tracebacks, for good.


def trace(e):
    found = []
    t = e.__traceback__
    while t is not None:
        frame = t.tb_frame
        shown = {k: v for k, v in frame.f_locals.items() if isinstance(v, (int, float, str))}
        found.append((frame.f_code.co_name, t.tb_lineno - frame.f_code.co_firstlineno, shown))
        t = t.tb_next
    return found[1:]


def plain(n, at):
    for i in range(n):
        if i == at:
            raise ValueError(i)
        yield i


def looking(n, at):
    total = 0.5
    for i in range(n):
        total += plus(i, at)
        yield total


def plus(i, at):
    if i == at:
        {}[i]
    return i


def delegating(n, at):
    label = "inner"
    yield from looking(n, at)
    yield label


def tidy(n, at):
    try:
        yield from delegating(n, at)
    finally:
        LOG.append(at)


def replacing(n, at):
    try:
        yield from plain(n, at)
    except ValueError:
        raise LookupError("replaced")


def recursive(n):
    yield n
    if n == 0:
        raise OSError("bottom")
    yield from recursive(n - 1)


def stopping(n):
    yield n
    raise StopIteration(n)


LOG = []


def loop(make, *args):
    seen = 0
    g = make(*args)
    try:
        for x in g:
            seen += x
    except Exception as e:
        return seen, type(e).__name__, str(e), trace(e), type(e.__context__).__name__, list(g)
    return seen


def stepped(make, *args):
    g = make(*args)
    seen = []
    while True:
        try:
            seen.append(next(g))
        except StopIteration:
            return seen
        except Exception as e:
            seen.append((type(e).__name__, len(trace(e))))


def sent(n, at):
    def averages():
        total = 0
        while True:
            x = yield total
            if x == at:
                raise KeyError(x)
            total += x

    g = averages()
    next(g)
    try:
        for i in range(n):
            last = g.send(i)
    except KeyError as e:
        return last, e.args, trace(e)
    return last


def together(n, at):
    result = []
    try:
        for a, b in zip(plain(n, at), looking(n, n)):
            result.append(a + b)
    except ValueError as e:
        result.append(trace(e))
    try:
        for i, b in enumerate(looking(n, at)):
            result.append(i)
    except KeyError as e:
        result.append(len(trace(e)))
    return result


def drained(n, at):
    result = []
    for whole in (sum, list, tuple, max, lambda g: any(x > n for x in g)):
        for make in (plain, looking, replacing):
            try:
                result.append(whole(make(n, at)))
            except Exception as e:
                result.append((type(e).__name__, len(trace(e))))
    return result


class Wait:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            yield i


async def waits(i):
    await Wait(i % 3)
    if i % 2:
        raise ValueError(i)
    return i


async def between(i, depth):
    if depth:
        return await between(i, depth - 1) + 1
    return await waits(i)


async def counted(n, at, error):
    for i in range(n):
        await Wait(i % 2)
        if i == at:
            raise error
        yield i


async def main(n):
    result = []
    for i in range(n):
        try:
            result.append(await between(i, i % 3))
        except ValueError as e:
            result.append((e.args, [name for name, *_ in trace(e)]))
    for error in (KeyError("k"), StopAsyncIteration("s"), StopIteration("t")):
        try:
            async for x in counted(5, 3, error):
                result.append(x)
        except Exception as e:
            result.append((type(e).__name__, str(e), type(e.__cause__).__name__, trace(e)))
    return result


async def stops(i):
    await Wait(1)
    raise StopIteration(i) if i % 2 else StopAsyncIteration(i)


def run(coroutine):
    steps = 0
    try:
        while True:
            coroutine.send(None)
            steps += 1
    except StopIteration as e:
        return steps, e.value
    except Exception as e:
        return steps, type(e).__name__, e.args, type(e.__cause__).__name__


def once():
    LOG.clear()
    return [
        loop(plain, 6, 3), loop(plain, 6, 9), loop(looking, 6, 4), loop(delegating, 6, 4), loop(tidy, 6, 2),
        loop(replacing, 6, 5), loop(recursive, 4), loop(stopping, 3), LOG[:], stepped(plain, 4, 2),
        stepped(recursive, 3), stepped(tidy, 4, 1), sent(9, 7), sent(5, 7), together(5, 3), drained(6, 4),
        run(main(8)), run(stops(1)), run(stops(2)),
    ]


def first_difference(n):
    expected = once()
    for i in range(n):
        if once() != expected:
            return i
    return None


for each in once():
    print(each)
print(first_difference(400))
