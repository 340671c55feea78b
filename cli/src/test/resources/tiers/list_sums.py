"""Sums and products of lists of the same and of other forms, in place too, and of what is no list."""


def add(a, b):
    return a + b


def extend(a, b):
    before = a
    a += b
    return a, a is before


def repeat(a, count):
    return a * count


def repeat_in_place(a, count):
    before = a
    a *= count
    return a, a is before


def quick(values):
    if len(values) < 2:
        return values
    pivot = values[0]
    return (
        quick([v for v in values[1:] if v < pivot]) + [pivot] + quick([v for v in values[1:] if v >= pivot])
    )


def permutations(values):
    return [[v] + rest for i, v in enumerate(values) for rest in permutations(values[:i] + values[i + 1 :])] or [[]]


class Own(list):
    def __add__(self, other):
        return "own"

    def __radd__(self, other):
        return "reflected"


def attempt(f, *args):
    try:
        return f(*args)
    except (TypeError, MemoryError, OverflowError) as error:
        return type(error).__name__, str(error)


for _ in range(3):
    for i in range(400):
        add([i], [1])
        extend([i], [1.5])
        repeat([i], 2)
        repeat_in_place([i], 2)
    print(add([], [1]), add([1], []), add([1], [2.5]), add(["a"], [1]), add([1.5], [2.5]), add([], []))
    first = [1]
    print(add(first, []) is first, add([], first) is first, add(first, first), first)
    print(extend([1], [2]), extend([1], (2, "a")), extend([], {3: 4}), extend([1], "ab"), extend(first, first), first)
    print(repeat([1, "a"], 2), repeat([1.5], 3), repeat([1], 0), repeat([1], -1), repeat([], 5), repeat([1], True))
    print(repeat_in_place([1], 3), repeat_in_place(["a"], 0))
    print(add(Own([1]), [2]), add([2], Own([1])), repeat("ab", 2), repeat((1,), 2), add((1,), (2,)))
    for f in add, extend:
        print(attempt(f, [1], 2), attempt(f, [1], None), attempt(f, 1, [1]))
    print(attempt(add, [1], (2,)), attempt(repeat, [1], [2]), attempt(repeat, [1], 2**62), attempt(repeat, [1], 2**70))
    print(quick([(i * 7919) % 31 for i in range(31)]), len(permutations([1, 2, 3, 4])), permutations("ab")[:0])
