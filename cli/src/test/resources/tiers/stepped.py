"""Ranges whose step is no constant, and iterators of ranges that are kept."""


def crossed(limit):
    flags = [True] * (limit + 1)
    for i in range(2, limit + 1):
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return [i for i, flag in enumerate(flags) if flag][2:]


def steps(start, stop, step):
    total = 0
    last = None
    for i in range(start, stop, step):
        total += i
        last = i
    return total, last


def kept(n):
    numbers = iter(range(n))
    total = 0
    for i in numbers:
        total += i
        if i % 7 == 3:
            total -= next(numbers, 0)
    return total, list(numbers)


def backwards(n):
    return [i for i in reversed(range(n))]


for _ in range(300):
    found = crossed(100), steps(0, 50, 3), steps(50, 0, -7), steps(5, 5, 2), kept(100), backwards(5)
print(found)
try:
    steps(1, 2, 0)
except ValueError as error:
    print(error)
print(steps(0, 2**65, 2**63), steps(2**63 - 10, 2**63 - 1, 3), steps(-(2**63), -(2**63) + 10, 4))
