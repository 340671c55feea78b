"""Exceptions thrown into generators: what leaves them, its traceback and context, and what the managers of contextlib make of it."""

import contextlib


class Refused(Exception):
    """Documented."""


@contextlib.contextmanager
def swallowing(log):
    try:
        yield log
    except Refused as refusal:
        log.append(refusal.args[0])


@contextlib.contextmanager
def cleaning(log):
    log.append("in")
    try:
        yield
    finally:
        log.append("out")


@contextlib.contextmanager
def changing():
    try:
        yield
    except Refused as refusal:
        raise KeyError("changed") from refusal


@contextlib.contextmanager
def bare(log):
    yield log


@contextlib.contextmanager
def again(log):
    try:
        yield
    except Refused:
        log.append("again")
        raise


def lines(error):
    trace = error.__traceback__
    found = []
    while trace is not None:
        found.append((trace.tb_frame.f_code.co_name, trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
        trace = trace.tb_next
    return found


def swallowed(i):
    log = []
    with swallowing(log):
        raise Refused(i)
    return log


def cleaned(i):
    log = []
    try:
        with cleaning(log):
            if i % 3:
                raise Refused(i)
    except Refused as refusal:
        return log, refusal.args, lines(refusal)
    return log


def changed(i):
    try:
        with changing():
            raise Refused(i)
    except KeyError as error:
        return error.args, type(error.__cause__).__name__, lines(error), lines(error.__cause__)


def through(i):
    log = []
    try:
        with bare(log):
            raise Refused(i)
    except Refused as refusal:
        return log, lines(refusal)


def raised_again(i):
    log = []
    try:
        with again(log):
            raise Refused(i)
    except Refused as refusal:
        return log, lines(refusal)


def counting():
    count = 0
    while True:
        try:
            yield count
        except Refused:
            count += 1


def local(i):
    kept = i * 2
    try:
        yield kept
    finally:
        kept += 1


def thrown(i):
    """Leaves a generator, whose frame shows what it had."""
    generator = local(i)
    next(generator)
    try:
        generator.throw(Refused(i))
    except Refused as refusal:
        frame = refusal.__traceback__.tb_next.tb_frame
        return frame.f_locals, lines(refusal), list(generator)


def inner():
    try:
        yield 1
    finally:
        pass


def outer():
    yield from inner()


def delegated(i):
    generator = outer()
    next(generator)
    try:
        generator.throw(Refused(i))
    except Refused as refusal:
        return lines(refusal)


def stopping():
    try:
        yield 1
    except Refused:
        raise StopIteration


def stopped(i):
    generator = stopping()
    next(generator)
    try:
        generator.throw(Refused(i))
    except RuntimeError as error:
        return str(error), type(error.__cause__).__name__, lines(error)


class Described:
    """Said of the class."""

    def __init__(self, one, two):
        self.one = one
        self.two = two
        self.text = type(self).__doc__
        self.three = 3

    def shorten(self):
        del self.one, self.two
        return vars(self) if self.three is None else (self.text, self.three, hasattr(self, "one"))


class Meta(type):
    __doc__ = "Said of the metaclass."
    word = 1


class Other(Described, metaclass=Meta):
    pass


def deleted(i):
    one = Described(i, 2)
    found = one.shorten()
    try:
        del one.one
    except AttributeError as error:
        found += (str(error),)
    one.one = i
    return found, one.one, Other(1, 2).shorten(), list(vars(one))


FUNCTIONS = (swallowed, cleaned, changed, through, raised_again, thrown, delegated, stopped, deleted)

for function in FUNCTIONS:
    seen = []
    for i in range(200):
        found = repr(function(i))
        if i >= 196 or not i:
            seen.append(found)
    print(function.__name__, *seen, sep="\n  ")

counts = counting()
next(counts)
for i in range(200):
    last = counts.throw(Refused(i))
print(last)
