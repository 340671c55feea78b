"""Decimal arithmetic and fractions: sums of money, roots, pi to many places."""

from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext
from fractions import Fraction

KIND = "library"
SIZE = 36000


def pi():
    getcontext().prec += 2
    three = Decimal(3)
    last, t, s, n, na, d, da = Decimal(0), three, three, 1, 0, 0, 24
    while s != last:
        last = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s


def run(n):
    with localcontext() as context:
        context.prec = 60
        assert str(pi()).startswith("3.14159265358979323846264338327950288419716939937510")
        assert abs(Decimal(2).sqrt() ** 2 - 2) < Decimal("1e-55")
    total = Decimal(0)
    cent = Decimal("0.01")
    for i in range(n):
        price = Decimal(i) / 7 + Decimal("0.005")
        total += price.quantize(cent, rounding=ROUND_HALF_UP)
        if price > 100:
            price = -price
    assert total.as_tuple().exponent == -2 and total > n
    for _ in range(n // 500):
        harmonic = sum((Fraction(1, i) for i in range(1, 180)), Fraction(0))
        assert 5 < harmonic < 6
