"""Union, intersection, difference of sets whose tables collide, grow and have places that were left: their order tells."""


class Key:
    """Equal to others of its number, and says so."""

    log = []

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 4

    def __eq__(self, other):
        if not isinstance(other, Key):
            return NotImplemented
        Key.log.append((self.number, other.number))
        return self.number == other.number

    def __repr__(self):
        return f"k{self.number}"


def algebra(a, b):
    return [a & b, a | b, a - b, a ^ b, b - a, set(a), a <= b, a >= b, a.isdisjoint(b)]


def holed(numbers, gone):
    made = set(numbers)
    for number in gone:
        made.discard(number)
    return made


def order(sets):
    return [list(each) if isinstance(each, set) else each for each in sets]


def main():
    mask = 0
    # By calls: displays of constants are made twice in CPython, which can be seen in the order.
    kinds = [
        *map(set, (
            (1, 2, 3), (3, 4, 5, 6), (0, 64, 128, 192, 256), (8, 16, 24, 32, 40, 48, 56), (), (-1, -2, -64, -65, 5),
            (True, 0, 2), (1.0, 2.0, 3), (2**61 - 1, 2**61, 0, 2**62), range(22, 0, -1), ((1, 2), 3, (4,)), (False, 17, 1),
        )),
        holed(range(20), range(0, 20, 3)), holed(range(0, 160, 8), range(0, 160, 16)), {i * i % 37 for i in range(60)},
    ]
    for _ in range(30):
        for a in kinds:
            for b in kinds:
                found = algebra(a, b)
                mask += len(found[0])
    for a in kinds:
        for b in kinds:
            print(order(algebra(a, b)))
    few = {Key(1), Key(5), Key(2)}
    many = {Key(5), Key(9), Key(2), Key(3)}
    for operation in (few.intersection, few.union, few.difference, few.symmetric_difference):
        Key.log.clear()
        print(list(operation(many)), Key.log)
    grown = set()
    grown.update(i * 7 % 50 for i in range(80))
    print(list(grown), list(set(x / 2 for x in range(9))), len(set(str(i % 5) for i in range(40))))
    try:
        grown.update([i] if i == 3 else i + 100 for i in range(6))
    except TypeError as error:
        print(error, sorted(grown)[-4:])
    try:
        grown.update(x + 1000 for x in grown)
    except RuntimeError as error:
        print(error)
    grown ^= grown
    print(grown, grown | grown, frozenset([3, 1]) | {2})
    for turn in range(300):
        small = {turn % 7, turn % 5, 3}
        small |= {turn % 3}
        small -= {2}
        small &= set(range(9))
        mask += len(small) + (turn % 7 in small)
    print(mask)


main()


def looked_up():
    """Keys of grids: tuples that are equal to, but not, those of the dict; some are missing, some are no tuples."""
    cells = {(row, column): row * 9 + column for row in range(9) for column in range(9)}
    others = [(row, column) for row in range(10) for column in range(0, 9, 4)]
    seen = set(others[::2])
    total = missing = 0
    for _ in range(40):
        for key in others + [(True, 2.0), "no tuple"] * (_ == 39):
            try:
                total += cells[key]
            except KeyError:
                missing += 1
            total += key in seen
    changed = dict(cells)
    changed[0, 0] = -1
    del changed[4, 4]
    print(total, missing, changed[others[0]], (4, 4) in changed, changed.get(others[4 * 3 + 1]), cells[4, 4])


looked_up()
