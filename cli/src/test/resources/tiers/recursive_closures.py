"""Functions in cells that call themselves, with arguments and results of kinds that change, and others of their code."""


def counted(n):
    def go(k):
        return 1 if k == 0 else 1 + go(k - 1)

    return go(n)


def ackermann(m, n):
    def ack(m, n):
        if m == 0:
            return n + 1
        return ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))

    return ack(m, n)


def longest(a, b):
    memo = {}

    def go(i, j=0):
        if i == len(a) or j == len(b):
            return 0
        if (i, j) not in memo:
            memo[i, j] = 1 + go(i + 1, j + 1) if a[i] == b[j] else max(go(i + 1, j), go(i, j=j + 1))
        return memo[i, j]

    return go(0), len(memo)


def hanoi(n):
    pegs = [list(range(n, 0, -1)), [], []]
    moves = []

    def go(n, a, b, c):
        if n:
            go(n - 1, a, c, b)
            pegs[b].append(pegs[a].pop())
            moves.append((a, b))
            go(n - 1, c, b, a)

    go(n, 0, 1, 2)
    return len(moves), pegs, moves[-1]


def power(x, n):
    """Of ints, floats and what overflows."""

    def go(n):
        return 1 if n == 0 else x * go(n - 1)

    return go(n)


def pair(first, second):
    """Two functions of one code, each of which calls the other or itself."""

    def make(name):
        def go(k):
            seen.append(name)
            return name * 10 if k == 0 else functions[k % 2](k - 1)

        return go

    seen = []
    functions = [make(first), make(second)]
    return functions[0](9), len(seen), seen[:3]


def replaced(n):
    def go(k):
        nonlocal go
        if k == 3:
            go = lambda k: ("replaced", k)
        return go(k - 1) if k else "whole"

    return go(n)


def raised(n):
    def go(k):
        if k == 0:
            raise ValueError(n)
        return go(k - 1) + 1

    try:
        return go(n)
    except ValueError as error:
        depth, trace = 0, error.__traceback__
        while trace:
            depth, trace = depth + 1, trace.tb_next
        return error.args, depth


def too_deep():
    def go(k):
        return go(k + 1) + 1

    try:
        return go(0)
    except RecursionError as error:
        return str(error)


for _ in range(3):
    for i in range(60):
        counted(i), power(i, 3), raised(3), pair(1, 2), hanoi(3), longest("abc", "bca")
    print(counted(300), ackermann(2, 5), longest("ABCBDABABCBD", "BDCABABDCABA"), hanoi(6))
    print(power(2, 10), power(1.5, 3), power(10, 30), power("a", 1) if False else power(True, 2), pair(1, 2), pair("x", 2.5))
    print(replaced(2), replaced(8), raised(20), too_deep())
