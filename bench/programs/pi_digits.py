"""Digits of pi one after the other from a stream of fractions: growing integers."""

KIND = "library"
SIZE = 1100


def digits():
    q, r, t, k, digit, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < digit * t:
            yield digit
            q, r, digit = 10 * q, 10 * (r - digit * t), 10 * (3 * q + r) // t - 10 * digit
        else:
            q, r, t, k, digit, l = (
                q * k,
                (2 * q + r) * l,
                t * l,
                k + 1,
                (q * (7 * k + 2) + r * l) // (t * l),
                l + 2,
            )


def run(n):
    stream = digits()
    text = "".join(str(next(stream)) for _ in range(n))
    assert text.startswith("31415926535897932384626433832795028841971693993751")
    assert text[762:768] == "999999" or n < 768
