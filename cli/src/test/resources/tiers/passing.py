"""Exceptions that pass through functions of every form: tracebacks, variables, contexts, handlers far out."""

import sys


class Own(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def shown(error):
    """The functions, lines from the function's first, and variables of a traceback's frames."""
    out = []
    entry = error.__traceback__
    while entry is not None:
        frame = entry.tb_frame
        kept = {k: v for k, v in frame.f_locals.items() if isinstance(v, (int, float, str))}
        out.append((frame.f_code.co_name, entry.tb_lineno - frame.f_code.co_firstlineno, kept))
        entry = entry.tb_next
    return out


def plain(level, x):
    """Takes ints, gives a reference or raises; makes no frame of its own."""
    half = x * 0.5
    if level == 0:
        raise ValueError(x)
    return [plain(level - 1, x + 1)]


def number(level, x):
    """Gives ints."""
    if level == 0:
        return x // (x - 5)
    return number(level - 1, x) + 1


class Count:
    unwound = 0


def unwinding(level, x):
    try:
        return unwinding(level - 1, x) if level else plain(2, x)
    finally:
        Count.unwound += 1


def mixed(level, x):
    """Is called with its frame, and calls what has none."""
    if level == 0:
        return plain(1, x)
    there = sys._getframe().f_code.co_name
    return mixed(level - 1, x)


def changing(level, x):
    """Another exception on the way."""
    try:
        return plain(level, x)
    except ValueError as error:
        raise Own(x) from error


def again(x):
    try:
        changing(1, x)
    except Own:
        raise


class Way:
    def __init__(self, x):
        self.x = plain(1, x) if x % 2 else x

    def __add__(self, other):
        return plain(1, other)

    def __getitem__(self, item):
        return number(2, item)

    @property
    def name(self):
        return again(self.x)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return isinstance(value, Own)


def steps(x):
    yield x
    yield plain(1, x)


def caught(work, *args):
    try:
        return "gave", work(*args)
    except (ValueError, ZeroDivisionError) as error:
        return type(error).__name__, error.args, shown(error)
    except Own as error:
        return "own", error.code, shown(error), error.__cause__ and shown(error.__cause__)


def withs(x):
    with Way(x + x) as way:
        again(x)
    return way.x


def summed(x):
    return sum(len(each) if isinstance(each, list) else each for each in steps(x))


def endless(x):
    return endless(x + 1) + 1


def main(rounds):
    last = None
    for i in range(rounds):
        last = [
            caught(plain, 3, i),
            caught(number, 3, 5 if i % 3 else 7),
            caught(unwinding, 2, i),
            caught(mixed, 2, i),
            caught(changing, 2, i),
            caught(again, i),
            caught(Way, 2 * i + 1),
            caught(lambda w, o: w + o, Way(0), i),
            caught(lambda w, o: w[o], Way(0), 5),
            caught(lambda w: w.name, Way(0)),
            caught(withs, i),
            caught(summed, i),
        ]
    return last


for line in main(3000):
    print(line)
print(Count.unwound)
print(sys.exc_info())


def deepest():
    try:
        endless(0)
    except RecursionError as error:
        depth = 0
        entry = error.__traceback__
        while entry is not None:
            depth += 1
            entry = entry.tb_next
        return str(error), depth > 100


for _ in range(30):
    result = deepest()
print(result)

lines = []


def trace(frame, event, arg):
    if event == "exception":
        lines.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


sys.settrace(trace)
caught(unwinding, 1, 4)
sys.settrace(None)
print(lines)
