"""Complex numbers in machine code: beside ints, floats and bools, and what raises."""


def orbit(c, most):
    z = 0j
    n = 0
    while abs(z) <= 2 and n < most:
        z = z * z + c
        n += 1
    return z, n


def mixed(a, b):
    return a + b, a - b, a * b, b + a, b - a, b * a


def divided(a, b):
    try:
        return a / b
    except ZeroDivisionError as error:
        return str(error)


def size(z):
    z -= 0j
    try:
        return abs(z)
    except OverflowError as error:
        return str(error)


class Own(complex):
    def __add__(self, other):
        return "own"


def transform(x):
    n = len(x)
    if n == 1:
        return x
    even, odd = transform(x[0::2]), transform(x[1::2])
    turned = [(1j ** (4 * k / n)) * odd[k] for k in range(n // 2)]
    return [even[k] + turned[k] for k in range(n // 2)] + [even[k] - turned[k] for k in range(n // 2)]


def summed(values):
    total = 0
    for value in values:
        total += value
    return total


VALUES = [1j, 2.5 - 1j, 0j, -0j, 3, -2.5, True, 10**20, float("inf"), 1e308 + 1e308j, complex("nan"), Own(1, 2)]
for k in range(60):
    results = [orbit(complex(x / 5, k / 60), 20) for x in range(-8, 3)]
    pairs = [(mixed(a, b), divided(a, b), divided(b, a)) for a in VALUES for b in (1 - 2j, 0j, complex(k, -0.0))]
    sums = summed([1, 2.5, 1j, 3]), summed([1j] * 5 + [2]), summed([k, 1.5])
    sizes = [size(v) for v in VALUES]
    if k % 20 == 19:
        print(k, results, pairs, sums, sizes, sep="\n  ")
        print([complex(round(v.real, 6), round(v.imag, 6)) for v in transform([complex(i % 5, k) for i in range(16)])])
