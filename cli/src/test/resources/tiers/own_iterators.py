# Loops over instances of programs' classes: __iter__ and __next__ are called directly, StopIteration ends the loop.

import sys


class Count:
    def __init__(self, n, step=1):
        self.i = 0
        self.n = n
        self.step = step

    def __iter__(self):
        return self

    def __next__(self):
        i = self.i
        if i >= self.n:
            raise StopIteration
        self.i = i + self.step
        return i


class End(StopIteration):
    pass


class Deep:
    def __init__(self, n, end):
        self.n = n
        self.end = end

    def __iter__(self):
        return self

    def stop(self, level):
        if level:
            return self.stop(level - 1)
        raise self.end

    def __next__(self):
        self.n -= 1
        return self.stop(3) if self.n < 0 else self.n


class Inner:
    def __init__(self, n):
        self.inner = iter(range(n))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.inner) * 2


class Bag:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            yield item


class Wrong:
    def __iter__(self):
        return 5


class Seen:
    def __init__(self, n):
        self.n = n
        self.names = set()

    def __iter__(self):
        return self

    def __next__(self):
        self.names.add(sys._getframe(1).f_code.co_name)
        self.n -= 1
        if self.n < 0:
            raise StopIteration(self.names)
        return self.n


def total(iterable):
    result = 0
    for x in iterable:
        result += x
    else:
        result += 0.5
    return result


def broken(iterable, at):
    found = []
    for x in iterable:
        if x == at:
            break
        found.append(x)
    else:
        found.append("end")
    return found


def caught(iterable):
    try:
        for x in iterable:
            if x == 3:
                raise ValueError(x)
    except ValueError as error:
        return str(error)
    except StopIteration:
        return "escaped"
    except LookupError as error:
        return repr(error)
    return "end"


def pairs(n):
    return [(a, b) for a in Count(n) for b in Count(n, 2) if a != b]


def lazily(n):
    for x in Count(n):
        yield x * x


def reraised(iterable):
    for x in iterable:
        raise StopIteration(x)


def ended(n):
    last = None
    try:
        for x in Deep(n, End(1)):
            last = x
    except StopIteration:
        return "escaped"
    return last, sys.exc_info()


def summed(n, step):
    result = []
    for x in Count(n, step):
        result.append(x)
    return len(result), result[-1]


def raising(n):
    for x in Deep(n, KeyError("key") if n == 7 else StopIteration):
        n += x
    return n


def looped(times):
    for i in range(times):
        one = total(Count(10)), total(Deep(5, StopIteration)), total(Deep(5, End(7))), total(Inner(6))
        two = broken(Count(6), 4), broken(Bag(1, 2, 3), 9), broken(Deep(3, End), 1)
        three = caught(Count(3)), caught(Count(9)), caught(Deep(9, KeyError("k"))), caught(Inner(1))
        four = pairs(4), list(lazily(5)), sum(lazily(6))
        try:
            reraised(Count(2))
        except StopIteration as end:
            five = end.value
        try:
            total(Wrong())
        except TypeError as error:
            six = str(error)
        try:
            total(Deep(2, OSError("io")))
        except OSError as error:
            trace, lines = error.__traceback__, []
            while trace:
                lines.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
                trace = trace.tb_next
        seen = Seen(3)
        total(seen)
        more = ended(i % 5), summed(5, 1), raising(5)
    print(more, one, two, three, four, five, six, lines, seen.names, sep="\n")


looped(3)
looped(300)

# Kinds that change in mid-loop, and a method that is replaced there.
for i in range(40):
    several = summed(3, 0.5), summed(1 << 63, 1 << 61), summed(6, 2)
try:
    raising(7)
except KeyError as error:
    print(several, error, error.__traceback__.tb_next.tb_lineno)
print(total(Count(3, 0.5)), total(Count(1 << 63, 1 << 60)))
counter = Count(300)
try:
    for x in counter:
        if x == 250:
            Count.__next__ = lambda self: 1 // 0
except ZeroDivisionError:
    print(x, counter.i)
