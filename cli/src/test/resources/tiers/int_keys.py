# Dicts and sets by ints, and what is equal to ints; tuples as keys.


def look(table, keys):
    found = []
    for n in keys:
        k = n + 0
        if k in table:
            found.append(table[k])
        found.append(table.get(k, "none"))
        found.append(table.get(k))
    return found


def fill(table, keys):
    for n in keys:
        k = n * 1
        table[k] = k
        table[k] = table.get(k, 0) + 1
    return table


def gather(elements, keys):
    hits = 0
    for n in keys:
        k = n + 0
        hits += k in elements
        elements.add(k)
        hits += k in elements
    return hits, len(elements)


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return isinstance(other, int) and other == self.n or isinstance(other, Same) and other.n == self.n


class Missing(dict):
    def __missing__(self, key):
        return "missing", key


class Grown(set):
    pass


BIG = 2**61 - 1
KEYS = [0, 1, 2, -1, -2, 5, 8, 9, 64, BIG, -BIG, BIG + 1, 2**63 - 1, -(2**63), 7, 7, 1024, 2048]
for _ in range(300):
    first = look(fill({}, KEYS), KEYS + [3])
    second = look({1.0: "float", True: "bool", -1: "minus", 2**61: "big", Same(5): "same", 0j: "complex"}, KEYS)
    third = look(Missing({1: 2}), KEYS[:4])
    fourth = gather(set(), KEYS), gather({1.0, Same(5), False}, KEYS), gather(Grown(KEYS), KEYS)
    fifth = sorted(map(hash, fill(dict.fromkeys(range(40)), range(20, 60))))
print(first)
print(second)
print(third, fourth, fifth[:3])
removed = {n: n for n in range(20)}
for n in range(0, 20, 2):
    del removed[n]
print(look(removed, range(4)), gather({n for n in range(8)} - {3}, range(10)))


def places(keys, table):
    total = 0
    for key in keys:
        if key in table:
            total += table[key]
        else:
            table[key] = len(table)
    return total


class Odd:
    def __hash__(self):
        return counter.append(1) or 7


counter = []
pairs = [(i // 3, i % 3) for i in range(12)]
mixed = pairs + [(1, "a"), (1.5, None), (True, b"x"), ((1, 2), (3, 4)), (float("nan"), 1), (Odd(), 1), ()]
for _ in range(200):
    table = {}
    one = places(mixed, table), places(list(mixed), table), places([(a[0], *a[1:]) for a in pairs], table)
print(one, len(table), len(counter), hash((1, 2)) == hash((1.0, 2)), hash((-1,)), hash(()), (Odd(), 1) in table)
for bad in ([1], {}, (1, [2])):
    try:
        places([bad], {})
    except TypeError as e:
        print(e)
