"""Queens that do not attack each other: recursion, sets and generators over columns."""

KIND = "pure"
SIZE = 7

COUNTS = {6: 4, 7: 40, 8: 92, 9: 352}


def place(n, row, columns, up, down):
    if row == n:
        yield ()
        return
    for column in range(n):
        if column in columns or row + column in up or row - column in down:
            continue
        columns.add(column)
        up.add(row + column)
        down.add(row - column)
        for rest in place(n, row + 1, columns, up, down):
            yield (column,) + rest
        columns.discard(column)
        up.discard(row + column)
        down.discard(row - column)


def count_by_bits(full, columns, up, down):
    if columns == full:
        return 1
    count = 0
    free = full & ~(columns | up | down)
    while free:
        bit = free & -free
        free ^= bit
        count += count_by_bits(full, columns | bit, (up | bit) << 1, (down | bit) >> 1)
    return count


def run(n):
    for _ in range(n):
        for size in (6, 7, 8):
            found = list(place(size, 0, set(), set(), set()))
            assert len(found) == len(set(found)) == COUNTS[size]
        for size in (6, 7, 8, 9):
            assert count_by_bits((1 << size) - 1, 0, 0, 0) == COUNTS[size]
