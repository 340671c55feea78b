"""What several tables have done once before their statements."""

WORDS = 's = "the quick brown fox jumps over the lazy dog"; w = s.split(); t = s * 100; u = "größer als ein Haus"'
LISTS = "import random; r = random.Random(1); xs = [r.randrange(10**6) for _ in range(1000)]; ys = list(range(1000))"
DICTS = 'd = {"key%d" % i: i for i in range(100)}; ks = list(d); e = {i: i for i in range(100)}; k = "key50"'
