"""Calls and nothing else: Fibonacci, Ackermann, Takeuchi, towers of Hanoi."""

KIND = "pure"
SIZE = 20


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def takeuchi(x, y, z):
    if y >= x:
        return z
    return takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y))


def hanoi(discs, source="a", target="b", spare="c"):
    if discs == 0:
        return 0
    moves = hanoi(discs - 1, source, target=spare, spare=target)
    return moves + 1 + hanoi(discs - 1, spare, target=target, spare=source)


def run(n):
    for _ in range(n):
        assert fibonacci(20) == 6765
        assert ackermann(2, 60) == 123
        assert takeuchi(14, 10, 5) in (6, 14)
        assert hanoi(13) == 2**13 - 1
