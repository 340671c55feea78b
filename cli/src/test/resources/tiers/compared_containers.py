# Containers that are compared with their like, the operators of sets, and texts that are added to in loops.

import sys
import threading

NAN = float("nan")


class Loud:
    """Says what asks it, and from which function."""

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("eq", self.value, sys._getframe(1).f_code.co_name, sorted(sys._getframe(1).f_locals))
        return isinstance(other, Loud) and self.value == other.value

    def __lt__(self, other):
        print("lt", self.value, sys._getframe(1).f_code.co_name)
        return self.value < other.value

    def __hash__(self):
        return 5

    def __repr__(self):
        return "Loud(%r)" % self.value


class Pair(tuple):
    def __eq__(self, other):
        return "Pair"

    def __ne__(self, other):
        return "no Pair"

    __hash__ = tuple.__hash__


def tried(function, *args):
    try:
        return function(*args)
    except (TypeError, RecursionError) as error:
        return type(error).__name__, str(error)


def all_six(a, b):
    return a < b, a <= b, a == b, a != b, a > b, a >= b


def equal(a, b):
    return a == b, a != b, not a == b


def count_equal(left, right):
    found = 0
    for a in left:
        for b in right:
            if a == b:
                found += 1
            if a < b:
                found += 10
    return found


def goals(places, goal):
    hits = 0
    for x in places:
        for y in places:
            a, b = x // 1, y // 1
            if (a, b) == goal:
                hits += 1
            if (a, b) != (2, 3):
                hits += 100
            if goal != (a, b):
                hits += 10000
    return hits


def is_goal(x, y, goal):
    a, b = x + 0, y + 0
    return (a, b) == goal, goal == (a, b), (a, b) != goal


def around(x, y):
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]


def matches(rows, columns):
    return all(row == column for row, column in zip(rows, columns))


def member(path, place):
    return place in path, place not in path


TUPLES = [(), (1,), (1, 2), (1, 3), (2,), (1, 2, 0)]
for _ in range(300):
    results = [all_six(a, b) for a in TUPLES for b in TUPLES]
    total = count_equal(TUPLES, TUPLES)
    flags = goals(range(5), (2, 3))
    near = around(4, 5)
    same = matches([[1, 2], [3.5], ["a", "b"]], [[1, 2], [3.5], ["a", "b"]])
    inside = member([(1, 2), (3, 4)], (3, 4)), member(((1, 2), (3, 4)), (4, 3))
print(results == [all_six(list(a), list(b)) for a in TUPLES for b in TUPLES], total, flags, near, same, inside)

# What else lies at the same places.
ODD = [
    ((1, "a", None, True, 2.5), (1, "a", None, True, 2.5)),
    ((1,), (1.0,)),
    ((1,), (True,)),
    ((2**70,), (2**70,)),
    ((2**70,), (2**70 + 1,)),
    ((1, "a"), (1, 2)),
    (("a",), (b"a",)),
    (((1, 2), 3), ((1, 2), 4)),
    (((1, 2), 3), ((1, 3), 3)),
    (((((1,),),),), ((((2,),),),)),
    ((1, [2, 3]), (1, [2, 3])),
    ((1, {2: 3}), (1, {2: 3})),
    ((NAN,), (NAN,)),
    ((NAN,), (float("nan"),)),
    ((None,), (1,)),
    ([1, 2, 3], [1, 2, 3]),
    ([1, 2, 3], [1, 2, 3.0]),
    ([1.5, 2.5], [1.5, 2.5]),
    ([1, 2], [1, 2, 3]),
    ([1, "a"], [1, "b"]),
    ([[1], [2]], [[1], [2]]),
    ([[1], [2]], [[1], [3]]),
    ([[1], (2,)], [[1], [2]]),
    ([], []),
    ({1, 2}, {2, 1}),
    ({1, 2}, {1, 2, 3}),
    ({1, 2}, frozenset({1, 2})),
    ({"a", (1, 2)}, {"a", (1, 2)}),
    ({1, 2.0}, {1.0, 2}),
    (frozenset(), frozenset()),
    ((1, 2), [1, 2]),
    ((1, 2), {1, 2}),
    ((1, 2), Pair((1, 2))),
    (Pair((1, 2)), (1, 2)),
    ((1, 2), None),
]
for a, b in ODD:
    for _ in range(40):
        result = equal(a, b)
    print(result, tried(all_six, a, b))

for _ in range(3):
    print(equal((1, Loud(2)), (1, Loud(2))), tried(all_six, (Loud(1),), (Loud(2),)))
    print(equal([1, Loud(3)], [1, Loud(3)]), equal({Loud(4)}, {Loud(4)}), member([(1, Loud(5))], (1, Loud(5))))
print([is_goal(1, 2, goal) for goal in [(1, 2), (1, 2.0), (1, 2, 3), (True, 2), [1, 2], None, (1, "2"), Pair((1, 2))]])
print(is_goal(2**70, 2, (2**70, 2)), is_goal(-1, 2**63 - 1, (-1, 2**63 - 1)))

circle = []
circle.append(circle)
other = []
other.append(other)
print(tried(equal, circle, other)[0], equal(circle, circle))
deep, deeper = (), ()
for _ in range(60):
    deep, deeper = (deep, 1), (deeper, 1)
print(equal(deep, deeper), equal(tuple(range(1000)), tuple(range(1000))))


# Sets.


def algebra(a, b):
    return a & b, a | b, a - b, a ^ b, a <= b, a < b, a == b


def in_place(a, b):
    first = a
    a |= b
    a -= {2}
    a &= b
    a ^= {9, 2}
    return first is a, a


def level(graph, start):
    seen = {start}
    frontier = {start}
    levels = []
    while frontier:
        levels.append(sorted(frontier))
        found = set()
        for node in frontier:
            found |= graph[node] - seen
        seen |= found
        frontier = found
    return levels


GRAPH = {i: {i * 2 % 17, (i * 3 + 1) % 17} for i in range(17)}
for _ in range(200):
    results = algebra({1, 2, 3}, {2, 3, 4}), algebra(frozenset("abc"), {"b"}), in_place({1, 2, 3}, {2, 5, 9})
    levels = level(GRAPH, 3)
print([sorted(each) if isinstance(each, (set, frozenset)) else each for result in results for each in result], levels)
print([type(each).__name__ for each in algebra(frozenset("abc"), {"b"})[:4]])
for pair in [({1, 2.0, None, 7.5, (1, 2)}, {1.0, 2, True, (1, 2)}), ({(1, Loud(6))}, {(1, Loud(6))})]:
    print(algebra(*pair))
    print(in_place(set(pair[0]), set(pair[1])))
print(algebra({Loud(7)}, {Loud(7)}), in_place({Loud(8)}, {Loud(8), 2}))
print(in_place(frozenset({1, 2}), {2, 3}), tried(algebra, {1}, [1]), tried(algebra, [1], {1}))
print(algebra({1: 2}.keys(), {1})[:4])


class Grown(set):
    def __and__(self, other):
        return "and"

    def __ror__(self, other):
        return "ror"


print(algebra(Grown({1}), {1})[:4], algebra({1}, Grown({1}))[:4])

LARGE = set(range(0, 3000, 3))
print([len(each) for each in algebra(LARGE, set(range(0, 3000, 2)))[:4]])
WORDS = ["w%d" % (i * 7 % 31) for i in range(100)] + ["a long word number %d" % (i % 5) for i in range(20)]


def distinct(words):
    seen = set()
    for word in words:
        if ("" + word[:1] + word[1:]) not in seen:
            seen.add(word)
    return seen


for _ in range(50):
    found = distinct(WORDS)
gone = distinct(WORDS)
gone.discard("w7")
print(len(found), "w7" in gone, "w6" in gone, None in gone, len(distinct(["ä%d" % (i % 300) for i in range(900)])))


# Texts that are added to.


def grown(parts):
    text = ""
    kept = []
    for part in parts:
        text += part
        if len(text) % 37 == 0:
            kept.append(text)
    other = text + "!"
    text += "?"
    return len(text), text[-3:], other[-3:], [len(each) for each in kept], kept[-1][-5:] if kept else None, hash(text) == hash("".join(parts) + "?")


for parts in ["abcdefghij" * 60, ["xy", "z"] * 200, "a" * 80 + "\u20ac" * 300 + "b" * 90, "\U0001f40d" * 100, ["a" * 64] * 3]:
    for _ in range(5):
        result = grown(parts)
    print(result)


def forked(n):
    base = "0123456789" * 10
    left = base
    right = base
    for i in range(n):
        left += "l"
        right += "r"
        if i % 50 == 0:
            left, right = right, left
    return left.count("l"), left.count("r"), right.count("l"), right.count("r"), len(base)


print(forked(300))
texts = []
base = "q" * 100
base += "r"
threads = [threading.Thread(target=lambda c=c: texts.append((base + c) + c * 3)) for c in "abcd"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(text[-5:] for text in texts), {len(text) for text in texts}, grown("abc" * 100)[:3])
