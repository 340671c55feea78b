"""Stars in assignments and displays: lists of numbers and objects, tuples, and what is neither."""


def first_and_rest(items):
    first, *rest = items
    return first, rest


def around(items):
    a, b, *middle, z = items
    return a, b, middle, z


def rotate(items, count):
    first, *rest = items
    for _ in range(count):
        *rest, last = [first, *rest]
        first = last
    return [first, *rest]


def joined(a, b):
    return [*a, 0, *b], [*a], {*a, *b}, {1, 2, 3}, {**dict.fromkeys(a), "b": 1}


def attempt(function, *args):
    try:
        return function(*args)
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


class Derived(list):
    def __iter__(self):
        return iter("xyz")


def main():
    kinds = [[1, 2, 3, 4], [0.5, 1.5, 2.5, 3.5], ["a", 1, None, 2], (1, 2, 3, 4), ("a", "b", "c")]
    for _ in range(300):
        for items in kinds[:4]:
            found = first_and_rest(items), around(items), joined(items, kinds[0])
    print(found, rotate(list(range(9)), 300), rotate([0.5, 1.5], 3), rotate([1, "a"], 4))
    for items in kinds + [[1], [], (), [1, 2, 3], range(5), "text", {1: 2}, Derived([1, 2]), iter([1, 2, 3]), 5, None]:
        print(attempt(first_and_rest, items), attempt(around, items), sorted(map(str, attempt(joined, items, ())[1])))
    numbers = [1, 2, 3]
    first, rest = first_and_rest(numbers)
    rest.append("text")
    numbers.append(4)
    print(numbers, rest, first_and_rest(rest), attempt(joined, [[]], [1]), attempt(joined, [1], 1))
    display = joined((), (1,))[3]
    display.add(9)
    print(joined((), (1,))[3], display)


main()
