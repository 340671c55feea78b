"""Exceptions of programs' classes, through several frames, raised again, with places, contexts and causes."""
import traceback


class Plain(Exception):
    pass


class Coded(Exception):
    def __init__(self, code, *, more=0):
        super().__init__(code, more)
        self.code = code


class Made(Plain):
    def __new__(cls, *args):
        self = super().__new__(cls, "made", *args)
        self.seen = len(args)
        return self


class Odd(Plain):
    def __init__(self):
        return 5


def deep(level, kind, *args):
    if level == 0:
        raise kind(*args)
    return deep(level - 1, kind, *args)


def plain(level, i):
    if level == 0:
        raise Plain(i)
    return plain(level - 1, i)


def finals(level, i, log):
    if level == 0:
        raise Coded(i, more=2)
    try:
        return finals(level - 1, i, log)
    finally:
        log.append(level)


def again(i):
    try:
        plain(2, i)
    except Plain as e:
        e.add_note("noted")
        raise


def chain(i):
    try:
        plain(1, i)
    except Plain as e:
        try:
            {}[i]
        except KeyError as k:
            raise Coded(i) from k


def places(e):
    return [(f.name, f.lineno - f.line.count("zzz")) for f in traceback.extract_tb(e.__traceback__)]


def names(e):
    out = []
    tb = e.__traceback__
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, sorted(k for k in tb.tb_frame.f_locals if k != "e")))
        tb = tb.tb_next
    return out


def lookups(n):
    table = {i: i for i in range(0, n, 2)}
    items = list(range(n // 2))
    found = missing = 0
    for i in range(n):
        try:
            found += table[i]
        except KeyError as e:
            missing += e.args[0]
        try:
            found += items[i]
        except IndexError as e:
            missing += len(str(e))
        try:
            found += items[-i]
        except IndexError:
            missing += 1
    return found, missing


for k in range(120):
    for kind in (Plain, Coded, Made, Odd, ValueError, KeyError, OSError):
        try:
            deep(2, kind, *((1,) if kind is not Odd else ()))
        except Exception as e:
            last = type(e).__name__, e.args, str(e), places(e)
            if k == 119:
                print(last, getattr(e, "code", None), getattr(e, "seen", None))
    try:
        deep(1, OSError, 2, "no", "file")
    except OSError as e:
        last = repr(e), e.filename
    try:
        plain(3, k)
    except Plain as e:
        shown = names(e)
    log = []
    try:
        finals(3, k, log)
    except Coded as e:
        coded = e.code, e.args, log, names(e), e.__context__
    try:
        again(k)
    except Plain as e:
        noted = e.__notes__, names(e), e.__context__
    try:
        chain(k)
    except Coded as e:
        chained = repr(e.__cause__), repr(e.__context__), repr(e.__context__.__context__), e.__suppress_context__
    try:
        raise Coded(1, 2)
    except TypeError as e:
        wrong = str(e)
    try:
        raise Plain(a=1)
    except TypeError as e:
        wrong += str(e)
    same = Plain("same")
    for _ in range(3):
        try:
            raise same
        except Plain as e:
            pass
    lines = len(names(same))
print(last, shown, coded, noted, chained, wrong, lines, sep="\n")
for k in range(30):
    result = lookups(100)
print(result)
