"""Loops and comprehensions of functions that are large enough to get a JVM method for each."""

import sys
import traceback


class Odd:
    """Its length is asked within loops."""

    def __init__(self, size):
        self.size = size

    def __len__(self):
        if self.size == 13:
            raise LookupError("thirteen")
        return self.size


def caller_variables():
    return sorted(sys._getframe(1).f_locals.items())


def ways_out(n, data, wanted):
    """Loops that end by exhaustion, break, return, continue of an outer loop and exceptions."""
    rows = [[i * j for j in range(6)] for i in range(6)]
    flat = [cell for row in rows for cell in row if cell != 8]
    even = {cell for cell in flat if not cell & 1}
    named = {"n%d" % cell: cell for row in rows for cell in row if cell > 3}
    total, last, share = 0, None, 0.5
    for last in flat:
        total += last
        share *= 1.0625
        if total > 1000:
            break
    else:
        total = -total
    first = -1
    for place, cell in enumerate(flat):
        if cell == wanted:
            first = place
            break
    left = n
    while left > 0:
        left -= 3
        if left == 10:
            continue
        total += left
    skipped = 0
    for row in rows:
        for cell in row:
            if cell == 12:
                skipped += 1
                break
            total ^= cell
        else:
            total += 1
    for item in data:
        if item == "stop":
            return "returned", total, share
    for item in data:
        if item is None:
            return None
        if item == "raise":
            raise KeyError(total)
    mixed = 2**63 - 5
    for item in range(n % 10):
        mixed += item
    mask = 7
    for item in range(5):
        mask = (mask * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    pairs = [(a, b) for a in range(4) for b in range(a) if (a + b) % 2]
    return total, last, round(share, 6), first, left, skipped, mixed, mask, len(even), len(named), pairs


def handlers(n, sizes):
    """Exceptions that are caught within loops, outside of them, and not at all."""
    seen = []
    for k in range(n):
        try:
            seen.append(10 // (k % 3))
        except ZeroDivisionError:
            seen.append(-k)
    lengths = 0
    try:
        for size in sizes:
            lengths += len(Odd(size))
    except LookupError as error:
        seen.append((str(error), size, lengths))
    try:
        twice = [len(Odd(size)) * 2 for size in sizes]
    except LookupError:
        twice = size, traceback.extract_tb(sys.exc_info()[2])[-1].lineno - handlers.__code__.co_firstlineno
    for k in range(3):
        try:
            if k == 1:
                continue
            if k == 2:
                break
            seen.append("a")
        finally:
            seen.append("f%d" % k)
    missing = 0
    for k in range(4):
        try:
            missing += {0: 1, 2: 5}[k]
        except KeyError:
            missing += 100
    squares = []
    for k in range(5):
        squares.append(k * k)
    text = ""
    for k in squares:
        text += str(k)
    for k in squares:
        if k == n:
            raise OverflowError(k)
    return seen[-8:], lengths, twice, missing, text


def frames(n):
    """What runs within loops looks at the variables and changes cells."""
    shown = []
    count = 0

    def add(amount):
        nonlocal count
        count += amount
        return count

    for k in range(n):
        if k == n - 1:
            shown.append([pair for pair in caller_variables() if pair[0] in ("k", "n", "count", "x")])
    x = 1.5
    for k in range(n):
        x += add(k)
    sums = [add(k) for k in range(4)]
    for k in range(2):
        if k:
            del x
        else:
            x = [k for k in range(3)]
    try:
        for k in range(2):
            x += 1
    except UnboundLocalError as error:
        shown.append(str(error))
    lines = [sys._getframe().f_lineno - frames.__code__.co_firstlineno for k in range(2)]
    adders = [lambda y, k=k: y + k + count for k in range(3)]
    shown.append([adder(1) for adder in adders])
    y = {k: v for k, v in zip("abc", adders)}
    return shown, count, sums, lines, sorted(y), sum(k for k in range(n) if k % 3)


def deep(n):
    """A loop within which calls go too deep."""
    result = 0
    for k in range(2):
        result += k
    for k in [n]:
        result += deep(k + 1)
    a = [k for k in range(3)]
    b = [k for k in a if k]
    c = {k for k in b}
    d = {k: k for k in c}
    for k in d:
        result += k
    for k in a:
        result -= k
    for k, m in zip(a, b):
        result += k * m
    while result > 10:
        result -= 7
    e = [[k + m for k in a] for m in b]
    for row in e:
        for k in row:
            result += k
    f = [str(k) for k in a]
    g = ["%s%s" % (k, m) for k in f for m in f]
    return result + len(g) + sum([k for k in a])


def last_line(error):
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return frame.name, frame.lineno - globals()[frame.name].__code__.co_firstlineno


def with_variables(count):
    """A function whose loop sets so many variables, which are read behind it."""
    names = ["v%d" % k for k in range(count)]
    lines = ["def many(n):", "    for i in range(n):"]
    lines += ["        %s = i * %d %% 11 if %d %% 3 else str(i)" % (name, k, k) for k, name in enumerate(names)]
    lines += ["    return [%s]" % ", ".join(names)]
    space = {}
    exec("\n".join(lines), space)
    return space["many"]


for turn in range(60):
    results = [ways_out(40 + turn % 3, ["a"] * 3, 6), ways_out(10, ["a", "stop"], 7), ways_out(10, [None], 8)]
    try:
        ways_out(10, ["a", "raise"], 9)
    except KeyError as error:
        results.append((error.args, last_line(error)))
    results.append(handlers(7, [1, 2, 3]))
    results.append(handlers(8, [1, 13, 3]))
    try:
        handlers(9, [5])
    except OverflowError as error:
        results.append((error.args, last_line(error)))
    results.append(frames(6))
    if turn % 29 == 0 or turn == 59:
        print(turn, *results, sep="\n  ")
results = ways_out(40, [1], 2.5)
print(results)
for turn in range(3):
    try:
        deep(0)
    except RecursionError as error:
        print(type(error).__name__, last_line(error))
for many in map(with_variables, (50, 57, 70)):
    for turn in range(300):
        results = many(4 + turn % 2)
    print(len(results), results[-4:], sum(int(value) for value in results))
