"""Products and solutions of matrices kept as lists of lists of floats."""

KIND = "pure"
SIZE = 60


def product(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def product_by_index(a, b):
    size = len(a)
    result = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            total = 0.0
            for k in range(size):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def solve(a, b):
    size = len(a)
    rows = [row[:] + [value] for row, value in zip(a, b)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            for c in range(i, size + 1):
                rows[r][c] -= factor * rows[i][c]
    result = [0.0] * size
    for i in reversed(range(size)):
        total = rows[i][size]
        for c in range(i + 1, size):
            total -= rows[i][c] * result[c]
        result[i] = total / rows[i][i]
    return result


def run(n):
    a = [[1.0 / (1 + abs(i - j)) + (i == j) for j in range(n)] for i in range(n)]
    b = [[float((i * 7 + j * 3) % 11) for j in range(n)] for i in range(n)]
    c = product(a, b)
    d = product_by_index(a, b)
    assert all(abs(x - y) < 1e-9 for p, q in zip(c, d) for x, y in zip(p, q))
    right = [row[0] for row in c]
    found = solve(a, right)
    assert all(abs(x - row[0]) < 1e-6 for x, row in zip(found, b))
