# Generators all of whose values go to a builtin, and next and send of generators of known code.
import sys


class Watched:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        log.append((generators[-1].gi_frame.f_lineno - line, generators[-1].gi_running, generators[-1].gi_suspended))
        return Watched(self.value + getattr(other, "value", other))

    __radd__ = __add__

    def __bool__(self):
        log.append(sorted(generators[-1].gi_frame.f_locals.items(), key=str)[-1][0])
        return self.value > 2

    def __hash__(self):
        log.append(getattr(next(generators[-1], None), "value", "end"))
        return 1

    def __eq__(self, other):
        return self is other

    def __lt__(self, other):
        log.append(generators[-1].gi_frame is None)
        return self.value < other.value


log = []
generators = []
line = 0


def kept(generator):
    generators.append(generator)
    return generator


def mixed(n):
    for i in range(n):
        if i == 3:
            yield Watched(i)
        elif i == 5:
            yield 2.5
        else:
            yield i


def watched(n):
    for i in range(n):
        yield Watched(i)


def ints(n):
    i = 0
    while i < n:
        yield i
        i += 1


def floats(n):
    for i in range(n):
        yield i * 0.1


def large(n):
    for i in range(n):
        yield i << 60


def failing(items):
    for item in items:
        yield 12 // item


def closing(n):
    try:
        for i in range(n):
            yield i
    finally:
        log.append(("closed", n))


def caught(items):
    for item in items:
        try:
            yield 12 // item
        except ZeroDivisionError:
            yield "none"


def walk(tree):
    if isinstance(tree, list):
        for each in tree:
            yield from walk(each)
        return len(tree)
    yield tree


def around(tree):
    count = yield from walk(tree)
    yield -count
    log.append(count)


def looks():
    for i in range(3):
        yield sys._getframe().f_back.f_code.co_name, sys._getframe().f_code.co_name


def traced(function):
    events = []

    def trace(frame, event, arg):
        if frame.f_code is ints.__code__:
            events.append((event, arg))
        return trace

    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(None)
    return len(events), events[:4], events[-2:]


def averages():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return count
        total += value
        count += 1
        average = total / count


def sent(items):
    generator = averages()
    results = []
    try:
        results.append(generator.send(1))
    except TypeError as error:
        results.append(str(error))
    results.append(next(generator))
    try:
        for item in items:
            results.append(generator.send(item))
        generator.send(None)
    except StopIteration as stop:
        results.append(("stopped", stop.value))
    try:
        generator.send(1)
    except StopIteration as stop:
        results.append(("again", stop.value))
    return results


def stepped(n):
    generator = ints(n)
    total = 0
    while True:
        try:
            total += next(generator)
        except StopIteration as stop:
            return total, stop.value, next(generator, "default")


def refailing(items):
    generator = failing(items)
    try:
        return [next(generator) for _ in range(len(items))]
    except ZeroDivisionError as error:
        return error.__traceback__.tb_next.tb_frame.f_code.co_name, next(generator, "end")


def observed(call, *args):
    log.clear()
    try:
        result = call(*args)
    except Exception as error:
        result = type(error).__name__, str(error)
        names = []
        traceback = error.__traceback__
        while traceback:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        result += (names[1:],)
    return result, log[:]


def fraction(result):
    (value, seen) = result
    return getattr(value, "value", value), seen


def report(n, tree, items):
    print("sum", sum(ints(n)), sum(i for i in range(n) if i & 1), sum(large(n)), sum(ints(n), 0.5), sum(i > 2 for i in range(n)))
    print("floats", sum(floats(n)), sum(i / 3 for i in range(n)), sum(x for x in (True, 2, 1e300, -1e300, 3)))
    print("mixed", fraction(observed(lambda: sum(kept(mixed(n))))))
    print("truth", observed(lambda: any(kept(watched(n)))), observed(lambda: all(kept(watched(n)))))
    print("any", any(i > 3 for i in range(n)), all(i < 3 for i in ints(n)), any([] for _ in range(n)), all("x" for _ in range(n)))
    print("hash", len(observed(lambda: set(kept(watched(n))))[0]), log)
    print("least", fraction(observed(lambda: min(kept(watched(n))))), max((-i, i) for i in range(n)), min("ba"[i % 2] for i in range(n)))
    print("max", max(ints(n)), max(i * 0.5 for i in range(n)), max(x for x in (1, 2.5, 2)), observed(lambda: max(x for x in (1, "a", 2))))
    print("sets", sorted(set(i & 3 for i in range(n))), set((i % 2, "x") for i in range(n)) == {(0, "x"), (1, "x")}, {1, 2} == set(x for x in (1, True, 2.0)))
    print("list", list(ints(n)), tuple(floats(3)), sorted(-i for i in range(n)), ",".join(str(i) for i in range(n)), list(i if i & 1 else "e" for i in range(n)))
    print("dict", dict((i & 3, i) for i in range(n)), observed(lambda: dict(i for i in range(n))))
    print("fails", observed(lambda: sum(failing(items))), observed(lambda: list(failing(items))), list(caught(items)))
    print("closes", observed(lambda: sum(closing(n))), observed(lambda: any(closing(n)))[0], observed(lambda: list(closing(n))))
    print("walks", list(walk(tree)), observed(lambda: list(around(tree))), sum(x for x in walk(tree)))
    print("looks", list(looks()), tuple(looks()), any(not log.append(pair) for pair in looks()), log[-1:])
    print("traced", traced(lambda: sum(ints(4))), traced(lambda: list(ints(3))))
    some = ints(n)
    print("begun", next(some), next(some), sum(some), list(some), sum(some))
    once = kept(mixed(9))
    print("twice", any(i == 2 for i in once), next(once).value, sum(x for x in once if x.__class__ is int))
    print("sent", sent([1, 2, 4.5]), sent([]), stepped(n), refailing(items), refailing([3, 4]))


tree = [1, [2, [3, 4], [5]], 6]
line = mixed.__code__.co_firstlineno
write = sys.stdout.write
for i in range(150):
    sys.stdout.write = lambda text: None
    try:
        report(9, tree, [3, 4, 0, 6] if i % 3 else [3, 4])
    finally:
        sys.stdout.write = write
report(9, tree, [3, 4, 0, 6])
report(12, [tree, tree], [1, 2])
