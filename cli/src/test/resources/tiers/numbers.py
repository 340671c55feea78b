"""Arithmetic in hot code: overflow, mixed kinds, errors, and values that change their kind on the way."""
import sys


def total(n, start):
    t = start
    for i in range(n):
        t += i * 3 - (i // 2) + (i % 7) - (i & 5) + (i ^ 3) + (i | 8) + (i << 2) + (i >> 1)
    return t


def grows(n):
    x = 1
    for i in range(n):
        x = x * 3
        if i % 50 == 49:
            x += 0.5
            x = int(x)
    return x


def mean(values):
    s = 0
    for v in values:
        s += v
    return s / len(values)


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def powers(n):
    return [i ** 3 - i ** 2 + (-i) % 5 + abs(-i) for i in range(n)]


def divide(a, b):
    return a / b, a // b, a % b


def compare(a, b):
    return a < b, a <= b, a == b, a != b, a > b, a >= b, a is b


for rounds in range(60):
    r = total(40, 0)
print(r, total(40, 0.5), total(10, 2**62), total(3, 2**200))
for rounds in range(8):
    r = grows(90)
print(r == grows(90), r.bit_length())
for rounds in range(80):
    r = mean([1, 2, 3, 4])
print(r, mean([1.5, 2.5]), mean([1, 2.5, True]), mean([10**30, 1]))
print(sum(collatz(i) for i in range(1, 200)), powers(12))
for rounds in range(100):
    r = divide(rounds, 7)
print(r, divide(-7, 2), divide(7.5, -2), divide(2**70, 3), divide(True, 2))
for a, b in ((1, 0), (1.0, 0.0), (2**70, 0), ("x", 1)):
    try:
        divide(a, b)
    except (ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e)
for rounds in range(100):
    r = compare(rounds, 50)
nan = float("nan")
print(r, compare(1.5, 2), compare(2**53 + 1, 2.0**53), compare(nan, nan), compare("a", "b"), compare(True, 1))
print(sys.maxsize + 1, [total(5, sys.maxsize - i) for i in range(3)])
