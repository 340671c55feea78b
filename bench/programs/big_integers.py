"""Integers of thousands of digits: factorials, Fibonacci, powers with modulus, roots, text."""

import math
import sys

KIND = "library"
SIZE = 6000

if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)


def fibonacci(n):
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def probably_prime(n):
    if n % 2 == 0:
        return n == 2
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd //= 2
        twos += 1
    for base in (2, 3, 5, 7, 11, 13):
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def run(n):
    product = 1
    for i in range(2, n):
        product *= i
    assert product == math.factorial(n - 1)
    a, b = fibonacci(n * 10), fibonacci(n * 10 + 1)
    assert math.gcd(a, b) == 1
    assert b * b - a * b - a * a == (1 if n % 2 == 0 else -1) or n % 2
    text = str(product)
    assert int(text) == product and len(text) > n
    assert probably_prime(2**521 - 1) and not probably_prime(2**521 + 1)
    root = math.isqrt(product)
    assert root * root <= product < (root + 1) ** 2
    bits = 0
    x = product
    while x:
        bits += x & 0xFFFF
        x >>= 16
    assert bits % 65535 == product % 65535
    assert (product << 64) // (1 << 64) == product and divmod(product * 7 + 3, 7) == (product, 3)
