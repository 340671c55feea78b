"""Loops over zip and enumerate of lists and tuples, whose iterators are no objects in machine code."""

import sys


class Doubled(list):
    def __iter__(self):
        return (x * 2 for x in list.__iter__(self))


def products(a, b):
    found = []
    for x, y in zip(a, b):
        found.append(x * y)
    return found


def numbered(a):
    total = 0
    for i, x in enumerate(a, -3):
        total += i * x
        if i == 12:
            break
    else:
        total += 1000
    return total


def comprehended(a, b, c):
    pairs = [pair for pair in zip(a, b)]
    return [x + y * z for x, y, z in zip(a, b, c)], pairs[-1:], {x: y for x, y in zip(a, c)}, len(list(zip(a)))


def many(a):
    return [p + q + r + s + t + u + v for p, q, r, s, t, u, v in zip(a, a, a, a, a, a, a)][-1:] + [
        p + u for p, q, r, s, t, u in zip(a, a, a, a, a, a)
    ][-1:]


def generated(a, b):
    for i, x in enumerate(a):
        for y, z in zip(b, a):
            yield i, x * y - z


def divided(a, b):
    found = []
    for i, pair in enumerate(zip(a, b)):
        x, y = pair
        try:
            found.append(x / y)
        except ZeroDivisionError as error:
            found.append((i, str(error)))
    return found[:4]


def looked_at(a, b):
    for i, x in enumerate(a):
        for y, z in zip(a, b):
            if i == 1:
                return sys._getframe().f_locals["y"], x, z


def growing(a):
    total = 0
    for i, x in enumerate(a):
        if i < 10:
            a.append(x + i)
        elif i == 30:
            a.clear()
        total += x
    return total, len(a)


def refilled(a, b):
    seen = []
    for x, y in zip(a, b):
        seen.append((x, y))
        if len(seen) == 3:
            a[3:] = [0.5, 1.5]
            b[:] = ["s", "t", "u", "v", "w", "x"]
    return seen


def unpacked_wrongly(a):
    try:
        for x, y, z in zip(a, a):
            pass
    except ValueError as error:
        return str(error)


def not_iterable(a):
    try:
        return [x for x in zip(a, 7)]
    except TypeError as error:
        return str(error)


for k in range(160):
    a = [float(i + k) for i in range(14)]
    b = [i * 0.5 for i in range(k % 20)]
    c = list(range(18))
    if k % 40 == 20:
        b = tuple(b)
    elif k % 40 == 25:
        c = "abcdefghijklmnopqr"
    elif k % 40 == 30:
        a = [1, 2.5, 3] * 3
    elif k % 40 == 33:
        c = Doubled(c)
    results = (
        products(a, b), numbered(a), numbered(b), divided(b, b), looked_at(a, b), refilled(list(a), list(c)),
        many(a), sum(y for x, y in generated(a, b)), list(generated(b, a))[-2:], growing(list(b) + [1.0]),
        comprehended(a, b, [1.5] * 20), unpacked_wrongly(a), not_iterable(c), products(b, c) if k % 40 != 25 else 0,
        growing([1, 2, 3]),
    )
    if k % 40 in (0, 20, 25, 30, 33, 34) or k > 156:
        print(k, *results, sep="\n  ")


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def expressions(a, b, c):
    """Generator expressions over zip: taken whole, cut short, asked one by one, refused by what takes them."""
    halves = (x - y for x, y in zip(a, b))
    first = next(halves, None)
    shared = zip(a, c)
    some = sum(x for x, _ in shared if x < 9)
    pairs = (x + y for x, y in zip(c, c))
    found = any(p > 20 for p in pairs)
    return (
        dot(a, b), dot(b, a), dot(c, c), first, sum(halves), some, next(shared, "ended"), found, next(pairs, "ended"),
        max((x for x, y in zip(a, b) if y > 1), default=None), sum((x, y) == (1, 2) for x, y in zip(a, c)),
        [r for r in (tuple(x * y for x, y in zip(row, b)) for row in (a, c))][0][:2],
        sum(x * y + z for x, y, z in zip(a, b, c)), len({x: y for x, y in zip(c, a)}),
    )


def refused(a, b):
    """A sum that becomes something else on the way."""
    try:
        return sum(x if y < 3 else [x] for x, y in zip(a, b))
    except TypeError as error:
        return str(error)


def rows(m):
    """Rows of a list, a tuple and numbers taken apart."""
    total = 0
    for (p, v, w), [q, r] in m:
        total += p[0] * w + v + q * r
    return total


for k in range(120):
    a = [float(i + k) for i in range(12)]
    b = [i * 0.5 for i in range(k % 20)]
    c = list(range(15))
    if k % 40 == 20:
        b = tuple(b)
    elif k % 40 == 25:
        c = range(15)
    elif k % 40 == 30:
        a = [1, 2.5, 10**20] * 3
    results = expressions(a, b, c), refused(a, b), rows([([[a[0]], 1, 2.5], (3, k)), ([[k], 0.5, 2], [0.5, 2])] * 3)
    if k % 40 in (0, 20, 25, 26, 30, 31, 39):
        print(k, *results, sep="\n  ")
