"""Random numbers: pi by throws of darts, shuffles, choices, bell curves, statistics."""

import random
import statistics

KIND = "library"
SIZE = 100000


def run(n):
    source = random.Random(2026)
    inside = 0
    for _ in range(n):
        x, y = source.random(), source.random()
        inside += x * x + y * y <= 1.0
    assert 3.0 < 4 * inside / n < 3.3
    deck = list(range(52))
    firsts = set()
    for _ in range(n // 200):
        source.shuffle(deck)
        firsts.add(deck[0])
    assert len(deck) == 52 and len(firsts) > 20
    faces = [source.randint(1, 6) for _ in range(n // 4)]
    assert set(faces) == {1, 2, 3, 4, 5, 6}
    heights = [source.gauss(170.0, 10.0) for _ in range(n // 4)]
    assert 168 < sum(heights) / len(heights) < 172
    assert 9 < statistics.pstdev(heights[:200]) < 11.5
    assert statistics.median(faces) in (3, 3.5, 4)
    picks = source.choices("abc", weights=[1, 2, 7], k=n // 4)
    assert picks.count("c") > picks.count("b") > picks.count("a")
    assert len(set(source.sample(range(n), 100))) == 100
    assert random.Random(7).getrandbits(64) == random.Random(7).getrandbits(64)
