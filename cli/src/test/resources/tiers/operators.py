"""Operators of programs' classes: with themselves, numbers, strangers, subclasses; refused; replaced."""


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        if isinstance(other, int):
            return Money(self.cents + other)
        return NotImplemented

    def __mul__(self, by):
        return self.cents * by

    def __sub__(self, other):
        return NotImplemented

    def __rshift__(self, by):
        return deep(self.cents, by)

    def __isub__(self, other):
        self.cents -= other
        return self

    def __or__(self, other):
        raise KeyError(other)

    def __pow__(self, other):
        return NotImplemented


class Special(Money):
    def __radd__(self, other):
        return "special first"


class Stranger:
    def __radd__(self, other):
        return "stranger"


def deep(a, b):
    return a >> b if type(b) is int else NotImplemented


def sums(values, n):
    total = Money(0)
    seen = set()
    for i in range(n):
        found = total + values[i % len(values)]
        if isinstance(found, Money):
            total = found
        else:
            seen.add(found)
    return total.cents, seen


def quotients(n):
    seen = 0
    for i in range(n):
        try:
            1 / (i % 3)
        except ZeroDivisionError:
            seen += 1
    return seen


def quotient(n):
    return 7 / n


def raised(n):
    seen = 0
    for i in range(n):
        try:
            quotient(i % 2)
        except ZeroDivisionError as error:
            seen += error.__traceback__.tb_next.tb_frame.f_locals["n"] == 0
    return seen


def products(a, by, n):
    for i in range(n):
        x = a * by
        a -= 1
    return x, a.cents


def refused(a, b, n):
    texts = set()
    for i in range(n):
        for which in range(4):
            try:
                if which == 0:
                    a - b
                elif which == 1:
                    a | b
                elif which == 2:
                    a ** b
                else:
                    c = a
                    c += [b]
            except (TypeError, KeyError) as error:
                texts.add(f"{which} {type(error).__name__} {error}")
    return sorted(texts)


def shifts(a, by, n):
    seen = set()
    for i in range(n):
        try:
            seen.add(a >> by[i % len(by)])
        except TypeError as error:
            seen.add(str(error))
    return sorted(map(str, seen))


print(sums([Money(1)], 600), sums([2], 600), sums([Money(1), 2], 600))
print(sums([Money(1), Special(5)], 600), sums([Stranger()], 400), sums([Special(5)], 400))
print(quotients(300), raised(300))
print(products(Money(5), 2, 400), products(Money(5), 2.5, 400), products(Money(1 << 62), 4, 400))
print(refused(Money(1), 2, 300), refused(Money(1), 2.5, 300), len(refused(Money(3), Money(4), 300)) >= 4)
print(shifts(Money(64), [2], 400), shifts(Money(1 << 70), [2], 400), shifts(Money(64), [2] * 399 + [2.5], 1200))
Money.__add__ = lambda self, other: "replaced"
print(sums([Money(1)], 10))
