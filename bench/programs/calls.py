"""Every manner of call: defaults, keywords, *args, **kwargs, bound methods, partials, callables."""

import functools

KIND = "pure"
SIZE = 24000


def plain(a, b):
    return a + b


def defaults(a, b=2, c=3):
    return a + b + c


def keyword_only(a, *, scale=1, offset=0):
    return a * scale + offset


def gather(*args, **kwargs):
    return len(args) + len(kwargs)


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


class Callable:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, value):
        return value * self.factor

    def method(self, value, power=1):
        return value * self.factor**power


def run(n):
    double = Callable(2)
    bound = double.method
    partial = functools.partial(defaults, 1, c=5)
    options = {"scale": 2, "offset": 1}
    total = 0
    for i in range(n):
        total += plain(i, 1)
        total += defaults(i)
        total += defaults(i, c=1)
        total += keyword_only(i, scale=2)
        total += keyword_only(i, **options)
        total += gather(i, i, i, key=i)
        total += gather(*(i, i), **options)
        total += forward(plain, i, b=1)
        total += double(i)
        total += bound(i, power=2)
        total += double.method(i)
        total += partial(i)
    s = n * (n - 1) // 2
    assert total == 17 * s + n * (1 + 5 + 3 + 1 + 4 + 4 + 1 + 6), total
