"""Raised near and far: try in loops, finally, with, chains, own classes, lookups that fail."""

import contextlib

KIND = "pure"
SIZE = 13000


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Worse(Refused):
    pass


def deep(level, code):
    if level == 0:
        if code % 3 == 0:
            raise Worse(code)
        raise Refused(code)
    try:
        return deep(level - 1, code)
    finally:
        Tally.unwound += 1


class Tally:
    unwound = 0


@contextlib.contextmanager
def guarded(log):
    try:
        yield log
    except Refused as refusal:
        log.append(refusal.code)


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, LookupError)


def number(text):
    try:
        return int(text)
    except ValueError:
        return -1


def run(n):
    Tally.unwound = 0
    worse = refused = 0
    log = []
    table = {i: i for i in range(0, n, 2)}
    missing = 0
    for i in range(n):
        try:
            deep(3, i)
        except Worse:
            worse += 1
        except Refused as refusal:
            refused += refusal.code == i
        try:
            table[i]
        except KeyError as error:
            missing += error.args[0] == i
        with Quiet():
            [][i]
        if i % 4 == 0:
            with guarded(log) as each:
                raise Refused(len(each))
        number("12" if i & 1 else "x")
    try:
        try:
            raise Refused(1)
        except Refused as refusal:
            raise Worse(2) from refusal
    except Worse as error:
        assert error.__cause__.code == 1
    assert worse + refused == n and missing == n // 2
    assert Tally.unwound == 3 * n
    assert log == list(range(len(log)))
