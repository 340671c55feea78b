"""Bools beside numbers count as ints, also where they lie as truths in machine code."""


def count(a, b):
    n = 0
    x = 0.0
    for i in range(len(a)):
        n += a[i] == b[i]
        n = n + (a[i] > b[i]) * 2 - (a[i] < 3)
        x += a[i] < b[i]
        n ^= a[i] > 4
        n = (a[i] > 2) + n
    both = (a[0] == 0) & (b[0] == 1)
    return n, x, True & (a[0] == b[0]), both, (a[0] == 0) + (b[0] == 1)


def joined(flag, other):
    return (flag > 1) + other


def compared(a, b):
    n = 0
    for i in range(len(a)):
        n += 1 if (a[i] > b[i]) == 1 else 0
        n += 2 if (a[i] < b[i]) < 0.5 else 0
        n += 4 if 1 >= (a[i] == b[i]) else 0
    return n


a = list(range(100))
b = [i * 7 % 100 for i in range(100)]
for _ in range(2000):
    found = count(a, b), compared(a, b)
print(found)
for _ in range(3000):
    joined(_, _)
print(joined(2, 3), joined(1, 2.5), joined(0, True))
try:
    joined(2, "x")
except TypeError as error:
    print(error)
