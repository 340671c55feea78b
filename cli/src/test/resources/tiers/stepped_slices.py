"""Slices with steps, and lists that are set to them: bounds of every sign, for lists of numbers, objects, texts, tuples."""

BOUNDS = [None, 0, 1, 3, 7, 8, 20, -1, -3, -8, -9, 2**70, -(2**70)]


def back(items, start):
    return items[start::-1]


def spread(items, start, stop):
    return items[start:stop:3], items[start:stop:-2], items[:stop:-1], items[start::1], items[::-1]


def flips(order):
    work = order[:]
    count = 0
    while work[0]:
        first = work[0]
        work[: first + 1] = work[first::-1]
        count += 1
    return count, work


def replaced(items, start, stop, value):
    made = items[:]
    made[start:stop] = value
    return made


def attempt(function, *args):
    try:
        return function(*args)
    except (TypeError, ValueError, KeyError) as error:
        return str(error)


def main():
    kinds = [[0, 1, 2, 3, 4, 5, 6, 7], list("abcdefgh"), "abcdefgh", tuple(range(8)), [x / 2 for x in range(8)], b"abcdefgh", range(8)]
    for _ in range(400):
        for start in (0, 3, 7, 9, -2):
            for items in kinds[:3]:
                back(items, start)
                spread(items, start, 6)
    for items in kinds:
        for start in BOUNDS:
            print(back(items, start), [spread(items, start, stop) for stop in BOUNDS[1:8:2]])
    for _ in range(200):
        found = flips([7, 2, 6, 4, 1, 3, 5, 0]), flips([2, 5, 1, 3, 0, 4])
    print(found)
    for _ in range(200):
        for items in kinds[:2]:
            found = replaced(items, 1, 4, items[3:0:-1]), replaced(items, None, 3, [9]), replaced(items, 5, 2, (8, 8))
    print(found)
    for start in BOUNDS:
        print(replaced(kinds[0], start, 5, [1, 2]), replaced(kinds[0], start, None, "xy"))
    print(attempt(back, 5, 1), attempt(back, {}, 1), attempt(back, kinds[0], "a"), attempt(replaced, kinds[0], 1, 2, 3))


main()
