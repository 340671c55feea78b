"""What suspended generators hold as numbers, seen from outside and taken up by others."""

import sys


def counting(n, step):
    total = 0.0
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            step = got
        total += 0.5
        i += step
    return total


def drained(generator):
    items = []
    while True:
        try:
            items.append(next(generator))
        except StopIteration as stop:
            return items, stop.value


for _ in range(400):
    for _ in counting(20, 1):
        pass

g = counting(10, 2)
print(next(g), next(g), g.gi_frame.f_locals, g.gi_frame.f_lineno - counting.__code__.co_firstlineno)
print(next(g), g.gi_frame.f_locals, g.send(3), g.gi_frame.f_locals)

print(drained(g), g.gi_frame)

g = counting(10, 1)
next(g)
print(g.send("x") if False else g.send(5), g.gi_frame.f_locals["step"])
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print(e, e.__traceback__.tb_next.tb_frame.f_locals)
g = counting(10, 1)
next(g), next(g)
try:
    g.send("text")
except TypeError as e:
    print(e, e.__traceback__.tb_next.tb_frame.f_locals)


def ranges(n):
    for i in range(n):
        for item in [i, i + 1]:
            yield item * 2
        for other in "ab":
            yield other


for _ in range(300):
    for _ in ranges(5):
        pass
g = ranges(3)
print([next(g) for _ in range(2)], g.gi_frame.f_locals, list(g))
g = ranges(2)
next(g)


def tracer(frame, event, arg):
    return tracer


sys.settrace(tracer)
print(next(g), g.gi_frame.f_locals)
sys.settrace(None)
print(next(g), list(g))


def handling(n):
    i = 0
    done = 0
    while i < n:
        try:
            yield i
            i += 1
        except ValueError:
            done += 1
            i += 2
        finally:
            done += 10
    yield ("done", done, i)


for _ in range(300):
    g = handling(6)
    next(g)
    g.throw(ValueError())
    list(g)
g = handling(6)
print(next(g), g.throw(ValueError()), next(g), g.gi_frame.f_locals, list(g))


def skipping(source, wanted):
    for each in source:
        if each % wanted == 0:
            yield each


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def first(count, source):
    for _, value in zip(range(count), source):
        yield value


for _ in range(3):
    print(sum(first(300, skipping(skipping(naturals(), 7), 11))))
big = counting(1 << 70, 1 << 69)
print(next(big), next(big), drained(big))
wide = counting(5, 1 << 62)
print(next(wide), next(wide, None))


def mixed(values):
    kept = values[0]
    for value in values:
        kept = value
        yield kept
    yield kept


for _ in range(300):
    list(mixed([1, 2, 3]))
print(list(mixed([1, 2.5, "a", None])), list(mixed([1.5, 2, True])))


def guarded(values, start):
    kept = start
    try:
        for value in values:
            yield kept
            kept = value
        yield kept
    except ValueError:
        yield "caught"


for i in range(600):
    list(guarded([1, 2, 3], i))
for start in (1.5, "text", None):
    print(list(guarded([4, 5.5, 6], start)), list(guarded(["a", 2], start)))
g = guarded([1, 2, 3], 0)
print(next(g), g.gi_frame.f_locals, next(g), g.throw(ValueError()), list(g))
