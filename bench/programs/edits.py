"""Distances between words and longest common parts: tables of small ints filled by nested loops."""

KIND = "pure"
SIZE = 100

WORDS = "kitten sitting saturday sunday intention execution levenshtein distance dynamic programming".split()


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def common(a, b):
    table = {}
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            if a[i] == b[j]:
                table[i, j] = table.get((i + 1, j + 1), "") + a[i]
            else:
                one, two = table.get((i + 1, j), ""), table.get((i, j + 1), "")
                table[i, j] = one if len(one) >= len(two) else two
    return table.get((0, 0), "")[::-1]


def run(n):
    assert distance("kitten", "sitting") == 3
    assert len(common("AGGTAB", "GXTXAYB")) == 4
    for i in range(n):
        a = WORDS[i % 10]
        for b in WORDS:
            steps = distance(a, b)
            assert steps == distance(b, a) and (steps == 0) == (a == b)
    for i in range(n // 10):
        assert len(common(TEXT[:60], TEXT[30 + i : 90])) >= 30 - i


TEXT = "the quick brown fox jumps over the lazy dog while the cat sleeps in the warm sun of the late afternoon" * 2
