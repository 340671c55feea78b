"""A fractal: complex numbers as two floats, a hot inner loop; and once with complex objects."""

KIND = "pure"
SIZE = 130


def escape(x, y, limit):
    a = b = 0.0
    for step in range(limit):
        aa, bb = a * a, b * b
        if aa + bb > 4.0:
            return step
        b = 2.0 * a * b + y
        a = aa - bb + x
    return limit


def escape_complex(c, limit):
    z = 0j
    for step in range(limit):
        if abs(z) > 2.0:
            return step
        z = z * z + c
    return limit


def run(n):
    inside = 0
    for row in range(n):
        y = 2.4 * row / n - 1.2
        for column in range(n):
            x = 3.0 * column / n - 2.0
            inside += escape(x, y, 60) == 60
    area = inside * 3.0 * 2.4 / (n * n)
    assert 1.2 < area < 2.0, area
    for column in range(n):
        x = 3.0 * column / n - 2.0
        assert escape_complex(complex(x, 0.3), 40) == escape(x, 0.3, 40)
