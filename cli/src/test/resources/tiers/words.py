"""Ints of 64 bits without a sign, and operators of which a mask keeps the lowest bits."""

import sys

M = 0xFFFFFFFFFFFFFFFF
N = 3000


def linear(n):
    x = 1
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) & M
    return x


def modulo(n):
    x = 7
    found = []
    for i in range(n):
        x = (x * 0x5851F42D4C957F2D + i) % 2**64
        found += [x % 10, x // 10 % 7, x > 2**63, x == 5, x < i, x >> i % 70, not x, x / 2**64]
        x = (x - i * 3) % 2**48
    return hash(tuple(found))


def shifted(state, n):
    for _ in range(n):
        state ^= (state << 13) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFFFFFFFFFFFFFF
    return state


def rotated(n):
    a, b = 0x67452301EFCDAB89, 0x98BADCFE10325476
    kept = []
    for i in range(n):
        t = (a + b + i) & M
        a = b
        b = (t << 23 | t >> 41) & M
        if i % 97 == 0:
            kept.append(t)
            assert kept[-1] is t and id(kept[-1]) == id(t) and t is t
    return b, len(kept), kept[-1]


def signs(n):
    total = 0
    for i in range(n):
        x = (i * 0x9E3779B97F4A7C15) & M
        total ^= -x & M
        total ^= ~x & M
        total += (x & -8) + (x | i) + (x ^ i) + (i - 5 & x)
    return total


def wide(n):
    x = 3
    total = 0
    for _ in range(n):
        y = x * x * x
        total += (y ^ y >> 5) & M
        x = (x * 31 + (y >> 3)) & (1 << 72) - 1
    return total, x


data = bytes(range(256))
table = [(i * 0x9E3779B97F4A7C15) & M for i in range(64)]


def subscripts(n):
    h = 0xCBF29CE484222325
    for i in range(n):
        h = (h * 0x100000001B3 + data[i & 255]) & M
        h = (h + table[i & 63] * 3 + ord("a")) & M
    return h


def seen(frame):
    return frame.f_locals["x"] & 7


def looks(n):
    x = 1
    for i in range(n):
        x = (x * 6364136223846793005 + seen(sys._getframe())) & M
    return x


def raises(n):
    x = 1
    caught = 0
    for i in range(n):
        try:
            x = (x * 0x5851F42D4C957F2D + table[i % 67]) & M
        except IndexError:
            caught += 1
            x = x >> 1
    return x, caught


def surprised(n):
    x = 1
    for i in range(n):
        step = 2.0 if i == n - 1 else 2**80 if i == n - 2 else i
        try:
            x = (x * 0x5851F42D4C957F2D + step) & M
        except TypeError as error:
            return x, str(error)


def signed(n):
    h = -1
    for i in range(n):
        if i & 1:
            h = (h * 31 + i) & M
        elif i % 1000 == 998:
            h = -h
    return h


def numbers(n):
    x = 1
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) & M
        yield x


def remembered():
    x = 1

    def step():
        nonlocal x
        x = (x * 6364136223846793005 + 1) & M
        return x

    return step


def counts(n):
    """A shift by a count that is large, a word or negative."""
    x = 1
    for i in range(n):
        x = (x << i % 130 | x >> i % 67 | 1) & M
    try:
        for i in range(3, -3, -1):
            x = (x + (x << i)) & M
    except ValueError as error:
        return x, str(error)


def long_numbers(n):
    """The lowest bits of numbers of many words, with and without a sign."""
    up, down, seen = 3**200, -(3**200), 0
    for i in range(n):
        up = up * 3 >> 1
        down = down * 3 >> 1
        seen = (seen * 31 + (up & M) + (down & M) + (down & 0xFFFF)) & M
    return seen


for _ in range(3):
    step = remembered()
    print(linear(N), modulo(N), shifted(88172645463325252, N), shifted(2**63 + 12345, N), rotated(N))
    print(signs(N), wide(N), subscripts(N), looks(N), raises(N), surprised(N), signed(N))
    print(sum(numbers(N)), max(numbers(N)), max(step() for _ in range(N)), counts(N))
    print(long_numbers(N))
