# Tuples of two ints that dicts and sets are asked for.

BIG = 2**61 - 1
NUMBERS = [0, 1, 2, -1, -2, 7, 300, BIG, -BIG, BIG + 1, 2**63 - 1, -(2**63)]


def fill(table, numbers):
    for i in numbers:
        for j in numbers:
            table[i // 1, j // 1] = i - j
            table[i // 1, j // 1] += 1
    return table


def sums(table, numbers):
    found = []
    for i in numbers:
        for j in numbers:
            a, b = i // 1, j // 1
            if (a, b) in table:
                found.append(table[a, b])
            found.append(table.get((a, b)))
            found.append(table.get((a, b), "none"))
    return found


def marks(elements, numbers, others):
    def asked(a):
        return (a + 0, a * 1) in others

    hits = 0
    for i in numbers:
        for j in numbers:
            a, b = i // 1, j // 1
            hits += (a, b) in elements
            hits += (a, b) not in others
            elements.add((a, b))
            hits += (b, a) in elements
        hits += asked(i)
    return hits, len(elements)


def missing(table, n):
    try:
        return table[n + 1, n + 2]
    except KeyError as error:
        return error.args


class Same:
    def __init__(self, *items):
        self.items = items

    def __hash__(self):
        return hash(self.items)

    def __eq__(self, other):
        if isinstance(other, Same):
            return self is other
        return other == self.items


class Angry(Same):
    __hash__ = Same.__hash__

    def __eq__(self, other):
        raise ValueError("compared")


class Pair(tuple):
    pass


class Default(dict):
    def __missing__(self, key):
        return "missing", key


def walk(n):
    global seen
    seen = set()
    queue = [(0, 0)]
    for x, y in queue:
        for dx, dy in (1, 0), (0, 1), (-1, 0):
            if 0 <= x + dx < n and 0 <= y + dy < n and (x + dx, y + dy) not in seen:
                seen.add((x + dx, y + dy))
                queue.append((x + dx, y + dy))
    return len(queue), sorted(seen)[:5]


def angry(table, n):
    try:
        return (n + 1, n + 2) in table
    except ValueError as error:
        return error.args, error.__traceback__.tb_lineno - angry.__code__.co_firstlineno


FLOATS = [0, 1, 2, 7]
for _ in range(120):
    first = sums(fill({}, NUMBERS), NUMBERS + [3])
    second = sums({(1.0, True): "float", (False, 2): "bool", Pair((7, 7)): "pair", Same(2, 2): "same"}, FLOATS)
    third = sums(fill(Default(), FLOATS), FLOATS)
    fourth = [
        marks(set(), NUMBERS, {(1, 1)}),
        marks({(1.0, 2.0), Same(7, 7), Pair((0, 1))}, FLOATS, frozenset({(0, True), (2, 2)})),
        marks(set(), FLOATS, fill({}, FLOATS)),
    ]
    fifth = [missing({}, 1), missing({(2, 3): 5}, 1), missing(Default(), 1), missing({Same(2, 3): 6}, 1)]
    sixth = angry({(1, 2)}, 0), angry({Angry(1, 2): 1}, 0), angry({Angry(1, 2)}, 0)
    seventh = walk(9)
print(first)
print(second)
print(third)
print(fourth)
print(fifth)
print(sixth)
print(seventh)
print(list(fill({}, FLOATS).items()))
