"""Sorts of what is in order but for a few items, and of lists: stable, in both directions, with keys, of all kinds of items."""
from functools import cmp_to_key


class Loud:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        asked.append((self.n, other.n))
        return self.n < other.n


asked = []
nan = float("nan")


def number(n):
    return (n * 7919 + 13) % 101


def by_comparisons(items, reverse):
    return sorted(items, key=cmp_to_key(lambda a, b: (a > b) - (a < b)), reverse=reverse)


def tail(make, count, more, reverse):
    items = by_comparisons([make(number(i)) for i in range(count)], reverse)
    items += [make(number(i + 40)) for i in range(more)]
    expected = by_comparisons(items, reverse)
    items.sort(reverse=reverse)
    return all(a is b for a, b in zip(items, expected, strict=True))


def stable(count, more, reverse):
    items = [(number(i) % 9, i) for i in range(count)]
    items = [item for rank in (range(8, -1, -1) if reverse else range(9)) for item in items if item[0] == rank]
    items += [(number(i) % 9, -i) for i in range(more)]
    return sorted(items, key=lambda pair: pair[0], reverse=reverse)


for make in (str, lambda n: n * 10 ** 9, float, lambda n: (n % 5, str(n)), lambda n: [n % 5, str(n)], lambda n: 10 ** 30 + n, lambda n: [float(n)]):
    print([tail(make, count, more, reverse) for count in (0, 1, 2, 5, 17, 70) for more in (1, 2, 5) for reverse in (False, True)])
for reverse in (False, True):
    for count in (2, 17):
        print(stable(count, 1, reverse), stable(count, 3, reverse))
print([n.n for n in sorted([Loud(1), Loud(2), Loud(4), Loud(3)])], asked)
print(sorted([1.0, 2.0, nan, 3.0, 0.5]), sorted([[1.0], [nan], [0.5]]), sorted([(2, nan), (1, nan)]))
print(sorted([[2, "b"], [1, "c"], [1, "a"], [1]]), sorted([[], [1], []]), sorted([[1], [True], [0.5]]))
nodes = [[5, "e"], [2, "b"], [3, "c"]]
first = nodes[0]
nodes.sort()
print(nodes, nodes[2] is first, sorted([nodes[0], nodes[2], nodes[1]], key=lambda node: [node[1], node[0]]))
try:
    sorted([[1, "a"], [1, 2]])
except TypeError as e:
    print(e)
try:
    sorted([1, 2, 3, "a"])
except TypeError as e:
    print(e)
