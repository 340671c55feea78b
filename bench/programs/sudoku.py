"""Puzzles solved by candidates and search: dictionaries of strings and sets, recursion, copies."""

KIND = "pure"
SIZE = 9

PUZZLE = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"
EASY = "003020600900305001001806400008102900700000008006708200002609500800203009005010300"
DIGITS = "123456789"
CELLS = [(row, column) for row in range(9) for column in range(9)]
UNITS = {}
for cell in CELLS:
    r, c = cell
    UNITS[cell] = [
        [(r, k) for k in range(9)],
        [(k, c) for k in range(9)],
        [(r // 3 * 3 + i, c // 3 * 3 + j) for i in range(3) for j in range(3)],
    ]
PEERS = {cell: {other for unit in UNITS[cell] for other in unit} - {cell} for cell in CELLS}


def assign(values, cell, digit):
    for other in values[cell].replace(digit, ""):
        if not remove(values, cell, other):
            return False
    return True


def remove(values, cell, digit):
    if digit not in values[cell]:
        return True
    values[cell] = values[cell].replace(digit, "")
    if not values[cell]:
        return False
    if len(values[cell]) == 1:
        for peer in PEERS[cell]:
            if not remove(values, peer, values[cell]):
                return False
    for unit in UNITS[cell]:
        places = [each for each in unit if digit in values[each]]
        if not places or len(places) == 1 and not assign(values, places[0], digit):
            return False
    return True


def search(values):
    open_cells = [cell for cell in CELLS if len(values[cell]) > 1]
    if not open_cells:
        return values
    cell = min(open_cells, key=lambda each: (len(values[each]), each))
    for digit in values[cell]:
        copy = dict(values)
        if assign(copy, cell, digit):
            found = search(copy)
            if found:
                return found
    return None


def solve(text):
    values = dict.fromkeys(CELLS, DIGITS)
    for cell, digit in zip(CELLS, text):
        if digit in DIGITS:
            assert assign(values, cell, digit)
    return search(values)


def run(n):
    for i in range(n):
        for text in (EASY, PUZZLE):
            found = solve(text)
            for cell in CELLS:
                for unit in UNITS[cell]:
                    assert len({found[each] for each in unit}) == 9
