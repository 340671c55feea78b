"""The norm of an endless matrix: a tiny function called in nested comprehensions of floats."""

KIND = "pure"
SIZE = 100


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    size = len(vector)
    return [sum(entry(i, j) * vector[j] for j in range(size)) for i in range(size)]


def times_transposed(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for j, value in enumerate(vector):
            total += entry(j, i) * value
        result.append(total)
    return result


def run(n):
    u = [1.0] * n
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    squares = sum(a * b for a, b in zip(u, v))
    norm = (squares / sum(b * b for b in v)) ** 0.5
    assert abs(norm - 1.2742) < 0.001, norm
