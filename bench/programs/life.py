"""Conway's game of life twice: a set of pairs, and a grid of rows."""

KIND = "pure"
SIZE = 13


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    place = (x + dx, y + dy)
                    counts[place] = counts.get(place, 0) + 1
    return {place for place, count in counts.items() if count == 3 or count == 2 and place in cells}


def step_grid(grid):
    height, width = len(grid), len(grid[0])
    result = []
    for y in range(height):
        above, row, below = grid[y - 1], grid[y], grid[(y + 1) % height]
        new = []
        for x in range(width):
            left, right = x - 1, (x + 1) % width
            count = above[left] + above[x] + above[right] + row[left] + row[right]
            count += below[left] + below[x] + below[right]
            new.append(1 if count == 3 or count == 2 and row[x] else 0)
        result.append(new)
    return result


def run(n):
    start = {(20 + x, 20 + y) for x, y in ((0, 1), (1, 0), (1, 1), (1, 2), (2, 2))}
    start |= {(10, 10), (11, 10), (12, 10), (12, 9), (11, 8)}
    for _ in range(n):
        cells = start
        grid = [[int((x, y) in start) for x in range(40)] for y in range(40)]
        for _ in range(16):
            cells = step(cells)
            grid = step_grid(grid)
        assert {(x, y) for y, row in enumerate(grid) for x, cell in enumerate(row) if cell} == cells
