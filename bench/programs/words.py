"""Words of a text counted, grouped and indexed: dictionaries of strings."""

import collections

KIND = "library"
SIZE = 150

TEXT = """It is a small machine that counts. It takes a text, it takes the words of the text, and it
counts how often each of the words stands there. Then it sorts them, by count and by letter, and
prints the first of them. There is no more to it, and yet most of what programs do is of this kind."""


def run(n):
    for i in range(n):
        words = [word.strip(".,").lower() for word in (TEXT * 10).split()]
        counts = {}
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        assert counts == collections.Counter(words)
        index = collections.defaultdict(list)
        for place, word in enumerate(words):
            index[word[0]].append(place)
        assert sum(map(len, index.values())) == len(words)
        followers = {}
        for a, b in zip(words, words[1:]):
            followers.setdefault(a, set()).add(b)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        assert ranked[0] == ("it", 50) or ranked[0][1] >= 50, ranked[0]
        merged = {**counts, "new": 1}
        for word in list(merged):
            if merged[word] < 20:
                del merged[word]
        assert all(count >= 20 for count in merged.values())
        assert {word: word for word in counts}.keys() == counts.keys()
