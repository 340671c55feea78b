"""Sets take in, let go of and are compared with what lists, ranges and other iterables give; narrow and wide tables."""
import threading


def numbers(count, below, state):
    found = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        found.append(state % below - below // 3)
    return found


def show(label, value):
    print(label, list(value) if isinstance(value, (set, frozenset)) else value)


KINDS = [
    lambda n: n,
    lambda n: float(n),
    lambda n: (n, n + 1),
    lambda n: n * 2**61,
    lambda n: True if n % 7 == 0 else n,
    lambda n: None if n % 5 == 0 else n / 2,
]


def all_ways(kind, size, other_size):
    first = [kind(n) for n in numbers(size, 3 * size + 1, 7)]
    second = [kind(n) for n in numbers(other_size, 3 * size + 1, 11)]
    a, b = set(first), set(second)
    for made in (a | b, a & b, a - b, a ^ b, b ^ a, a.union(second), a.intersection(second), a.difference(second),
                 a.symmetric_difference(second), frozenset(first)):
        yield list(made)
    for name in "update", "intersection_update", "difference_update", "symmetric_difference_update":
        changed = set(first)
        getattr(changed, name)(second)
        yield list(changed)
        # Places that were left, and wide tables that become narrow again.
        for element in list(changed)[::2]:
            changed.discard(element)
        changed.update(second[::3])
        yield list(changed)
        yield list(set(changed))
        yield list(changed | {kind(1), kind(2)})
    yield a.isdisjoint(second), a.issuperset(second), a.issuperset(first), b.issubset(first), a <= b, a < a | b


for kind in KINDS:
    for size, other_size in (3, 5), (12, 40), (40, 12), (70, 300), (400, 60):
        for found in all_ways(kind, size, other_size):
            show(size, found if len(str(found)) < 200 else (found[:6], found[-6:], len(found)))

for source in range(0), range(5), range(70, 0, -1), range(-3, 300, 7), range(2**62, 2**62 + 5), range(2**64, 2**64 + 3), \
        range(2**63 - 5, 2**63 - 1), range(-2**63, -2**63 + 20, 6):
    found = set(source)
    show(source, found)
    show("rest", found - set(source[1:]))
    found.difference_update(source[::2])
    show("odd", found)
    show("both", set(range(-10, 10)).intersection(source))
    print(found.isdisjoint(source), found.issuperset(source), set(source).issuperset(source))


class Meddler:
    """Does something to a list each time it is hashed or compared."""

    def __init__(self, hash, act):
        self.hash = hash
        self.act = act

    def __hash__(self):
        self.act("hash")
        return self.hash

    def __eq__(self, other):
        self.act("eq")
        return False

    def __repr__(self):
        return f"Meddler({self.hash})"


items = []


def append(event):
    if len(items) < 12:
        items.append(len(items))


def cut(event):
    del items[3:]


def text(event):
    if len(items) < 12:
        items.append((len(items), 1))


def start_thread(event):
    thread = threading.Thread()
    thread.start()
    thread.join()


for act in append, cut, text, start_thread:
    for place in 0, 2:
        items[:] = [4, 5, 6, 7]
        items.insert(place, Meddler(5, act))
        show(act.__name__, set(items))
        show("items", items)
        # All ints, looked for in a set whose elements meddle.
        items[:] = [1, 5, 2, 3]
        base = {10, 20}
        base.add(Meddler(5, lambda event: None))
        for meddler in base:
            if isinstance(meddler, Meddler):
                meddler.act = act
        base.update(items)
        show("update", {str(element) for element in base} == set(map(str, base)))
        show("items", items)
        items[:] = [1, 5, 2, 3]
        base.difference_update(items)
        show("left", sorted(map(str, base)))
        items[:] = [1, 5, 2, 3]
        show("common", base.intersection(items))
        items[:] = [1, 5, 2, 3]
        print(base.isdisjoint(items), base.issuperset(items))

for refused in [1, [], 2], [[1]], [{}, 1]:
    for name in "update", "intersection_update", "difference_update", "isdisjoint", "issuperset", "symmetric_difference_update":
        numbers_here = {1, 2, 3}
        try:
            print(name, getattr(numbers_here, name)(refused), numbers_here)
        except TypeError as error:
            print(name, error, numbers_here)
for name in "update", "intersection", "difference", "isdisjoint", "issuperset":
    try:
        getattr({1}, name)(7)
    except TypeError as error:
        print(name, error)
