"""max and min of objects: of what functions that call themselves give, of texts, tuples and what cannot be compared."""


def longest(a, b):
    memo = {}

    def go(i, j):
        if i == len(a) or j == len(b):
            return 0
        if (i, j) in memo:
            return memo[i, j]
        memo[i, j] = 1 + go(i + 1, j + 1) if a[i] == b[j] else max(go(i + 1, j), go(i, j + 1))
        return memo[i, j]

    return go(0, 0)


def depth(tree):
    return 0 if tree is None else 1 + max(depth(tree[0]), depth(tree[1]))


def both(a, b):
    return max(a, b), min(a, b)


def three(a, b, c):
    return max(a, b, c), min(a, b, c)


class Own:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return "yes" if self.value < other.value else ""

    def __gt__(self, other):
        return self.value > other.value

    def __repr__(self):
        return f"Own({self.value})"


def attempt(f, *args):
    try:
        return f(*args)
    except TypeError as error:
        return str(error), error.__traceback__.tb_next.tb_lineno - f.__code__.co_firstlineno


def tree(n):
    return None if n == 0 else (tree(n - 1), tree(n // 2))


nan = float("nan")
for _ in range(3):
    for i in range(300):
        both(i, i + 1), three(i, 5, 2)
    print(longest("ABCBDABABCBD", "BDCABABDCABA"), depth(tree(7)))
    print(both(1.5, -0.0), both(0.0, -0.0), both(-0.0, 0.0), both(nan, 1.0), both(1.0, nan))
    print(both("b", "abcdefghijklmnopq"), both("é", "z"), both((1, "a"), (1, "b")), both((1,), (1, 2)), both((), ()))
    print(both(1, 1.0), both(True, 1), both(2**70, 3), both([2], [1, 3]), both((1, (2,)), (1, (1,))), both({1}, {1, 2}))
    print(both(Own(1), Own(2)), both(Own(2), Own(1)), three(3, 1, 2), three("a", "c", "b"), three(1, 2.5, 0))
    first, second = (1, 2.5), (1, 2.5)
    print(max(first, second) is first, min(first, second) is first, both(True, False), both((nan, 1), (nan, 2)))
    print(attempt(both, 1, "a"), attempt(both, None, None), attempt(both, (1, "a"), (1, 2)), attempt(three, 1, 2, ""))
