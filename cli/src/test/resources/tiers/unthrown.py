# Exceptions that machine code raises without throwing: from each kind of callee, to handlers and on.
import contextlib
import sys


def trace(e):
    found = []
    t = e.__traceback__
    while t is not None:
        frame = t.tb_frame
        shown = {k: v for k, v in frame.f_locals.items() if isinstance(v, (int, float, str))}
        found.append((frame.f_code.co_name, t.tb_lineno - frame.f_code.co_firstlineno, shown))
        t = t.tb_next
    return found[1:]


def whole(i):
    if i % 2:
        raise ValueError(i)
    return i


def half(x):
    if x > 3000:
        raise ValueError
    return x / 2


def truth(i):
    if i < 0:
        raise KeyError(i)
    return i > 5


def nothing(i):
    raise LookupError("no", i)


def middle(i, f):
    y = i + 1
    return f(i) or y


def over(i, f):
    return middle(i, f)


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Missing(KeyError):
    pass


def refuse(i):
    raise (Refused if i % 3 else Missing)(i)


def caught(i, f):
    try:
        over(i, f)
    except (ValueError, LookupError, Refused) as e:
        return type(e).__name__, e.args, trace(e)
    else:
        return "fine"


for f, i in (whole, 2999), (half, 3001), (truth, -1), (nothing, 7), (refuse, 7), (refuse, 9):
    for k in range(3000):
        caught(k if k % 3 else i, f)
    print(caught(i, f), caught(4, f)[0])


# ---- results that look as if there were none

def looks(kind, i):
    if i == 17:
        raise ValueError(kind)
    return -1234567891 if kind == 0 else float("nan") if kind == 1 else False


def asked(kind):
    plain = raised = 0
    for i in range(3000):
        try:
            r = looks(kind, i % 20)
            plain += r != r or not r or r == -1234567891
        except ValueError:
            raised += 1
    return plain, raised


print([asked(kind) for kind in range(3)])


# ---- subscripts, texts of no int, finally, again

def subscripts(i, d, l):
    try:
        return d[i]
    except KeyError as e:
        try:
            return l[i]
        except IndexError as f:
            return e.args, str(f), f.__context__ is e, sys.exception() is f


for i in range(4000):
    r = subscripts(i, {1: 2}, [3] * 10)
print(r, sys.exception())


def number(text):
    try:
        return int(text)
    except ValueError as e:
        return e.args[0] + "!", repr(e)


for i in range(3000):
    r = number(str(i)), number("x%d'" % i)
print(r, number("\0" * 300))


def ends(i):
    items = iter(range(i % 4)) if i % 2 else iter([1] * (i % 3))
    total = 0
    try:
        while True:
            total += next(items)
    except StopIteration as e:
        return total, e.args, e.value, trace(e)


for i in range(3000):
    r = ends(i)
print(r, ends(2), number("1"))


def real(text):
    try:
        return float(text)
    except ValueError as e:
        return e.args


for i in range(3000):
    r = real(str(i / 2)), real("x%d'" % i)
print(r)


def again(i, log):
    try:
        try:
            whole(i)
        except ValueError as e:
            log[0] += 1
            if i % 3 == 0:
                raise
            if i % 3 == 1:
                raise Refused(i) from e
            raise KeyError(i) from None
        finally:
            log[1] += 1
    finally:
        log[2] += 1


def agains(n):
    log = [0, 0, 0]
    seen = {}
    for i in range(n):
        try:
            again(i, log)
        except Exception as e:
            seen[type(e).__name__] = (
                e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__, trace(e))
    return log, seen


print(agains(4000))


# ---- thrown into generators

@contextlib.contextmanager
def guarded(log, i):
    x = i * 2
    try:
        yield log
    except ValueError as e:
        log[0] += e.args[0] + x
        assert sys.exception() is e
    except KeyError:
        raise RuntimeError("k")
    finally:
        log[1] += 1


def use(log, i, kind):
    with guarded(log, i):
        raise kind(i)


def uses(n):
    log = [0, 0]
    for i in range(n):
        use(log, i, ValueError)
        assert sys.exception() is None
        for kind in KeyError, TypeError:
            try:
                use(log, i, kind)
            except (RuntimeError, TypeError) as e:
                r = repr(e), repr(e.__context__)
    return log, r


print(uses(3000))


def sums():
    total = 0
    while True:
        try:
            total += yield total
        except ValueError as e:
            total -= e.args[0]
        except StopIteration:
            return total


def below():
    yield "end", (yield from sums())


g = sums()
next(g)
for i in range(5000):
    g.send(i)
    r = g.throw(ValueError(3))
try:
    g.throw(StopIteration())
except StopIteration as e:
    print(r, e.value)
for k in range(300):
    g = below()
    next(g)
    for i in range(10):
        g.send(i)
        r = g.throw(ValueError(2))
    end = g.throw(StopIteration())
print(r, end)


def inside():
    try:
        raise KeyError(1)
    except KeyError:
        try:
            yield 1
        except ValueError as e:
            yield repr(e.__context__), sys.exception() is e
        yield repr(sys.exception())


for i in range(500):
    g = inside()
    next(g)
    r = g.throw(ValueError(i)), next(g)
    g.close()
print(r, sys.exception())
