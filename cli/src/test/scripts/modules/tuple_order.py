"""Tuples are ordered by the first items that differ, whatever these are; heaps, bisection and sorting go by it."""

import bisect
import functools
import heapq
import operator


@functools.total_ordering
class Reversed:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Reversed) and self.value == other.value

    def __lt__(self, other):
        return self.value > other.value if isinstance(other, Reversed) else NotImplemented

    def __repr__(self):
        return f"R{self.value}"


class Pair(tuple):
    def __lt__(self, other):
        return tuple.__lt__(other, self)


nan = float("nan")
samples = [
    (), (1,), (1, 2), (1, 2.5), (True, 3), (1, 10**30), (-0.0, 1), (0, 0.5), (1.5, "a"), (1.5, "b"), ("a", 1), ("a", 2),
    ("é", 1), ("\U00010000",), ("\uffff",), (nan, 1), (nan, 2), (float("nan"), 1), (1, (2, 3)), (1, (2, 4)), (None, 1),
    (None, 2), (b"a",), (b"b",), (1, Reversed(2)), (1, Reversed(3)), Pair((1, 2)), Pair((1, 3)),
]
for compare in (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge):
    row = ""
    for a in samples:
        for b in samples:
            try:
                row += "01"[compare(a, b)]
            except TypeError as error:
                row += "x"
    print(compare.__name__, row)

heap = []
for i in range(40):
    heapq.heappush(heap, (i * 7 % 10, i % 3 / 2, str(i % 4), Reversed(i)))
print([heapq.heappop(heap) for _ in range(40)][::5])
try:
    heapq.heapify([(1, "a"), (1, 2), (1, "b")])
except TypeError as error:
    print(error)
ordered = []
for i in range(30):
    bisect.insort(ordered, (i * 11 % 7, str(i)))
print(ordered[::4], bisect.bisect_left(ordered, (3,)), bisect.bisect(ordered, (3, "9")))
print(min((2, "b"), (2, "a")), max((1, nan), (1, 2.0)), min([(1, 2), (1, 2.0), (1, 1.5)]))
print(sorted([(1, Reversed(i)) for i in range(5)]), sorted([(2, b"x"), (2, b"w"), (1, b"z")]))
