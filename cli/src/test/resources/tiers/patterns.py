"""Random patterns over random texts: every method gives what CPython gives, in every tier."""
import random
import re
import warnings
import zlib

warnings.simplefilter("ignore")

ATOMS = [
    "a", "b", "c", "ab", "abc", ".", "\\w", "\\d", "\\s", "\\W", "[ab]", "[^a]", "[a-c]", "[^\\s,]", "[\\w.]",
    "1", " ", ",", "é", "ж", "\\n", "x",
]
PLACES = ["^", "$", "\\b", "\\B", "\\A", "\\Z"]
QUANTIFIERS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{2,}", "{0,2}?", "{1,3}?", "*+", "++", "?+", "{1,2}+"]
TEXTS = ["a", "b", "c", "ab", "abc", "1", "12", " ", ",", "\n", "x", "A", "B", "é", "ж", "_", "."]

class Maker:
    """Makes one pattern; groups are referred to only once they are closed."""

    def __init__(self, rnd):
        self.rnd = rnd
        self.groups = 0
        self.closed = []

    def pattern(self, depth):
        if depth > 0 and self.rnd.random() < 0.25:
            return "|".join(self.sequence(depth) for _ in range(self.rnd.randint(2, 3)))
        return self.sequence(depth)

    def sequence(self, depth):
        return "".join(self.item(depth) for _ in range(self.rnd.choice([0, 1, 1, 2, 2, 3, 3, 4])))

    def quantified(self, item, chance):
        return item + self.rnd.choice(QUANTIFIERS) if self.rnd.random() < chance else item

    def item(self, depth):
        rnd = self.rnd
        kind = rnd.random()
        if kind < 0.08:
            return rnd.choice(PLACES)
        if kind < 0.12 and self.closed:
            return "\\%d" % rnd.choice(self.closed)
        if kind < 0.55 or depth == 0:
            return self.quantified(rnd.choice(ATOMS), 0.4)
        if kind < 0.60:
            return rnd.choice(["(?=%s)", "(?!%s)"]) % self.pattern(depth - 1)
        if kind < 0.63:
            return rnd.choice(["(?<=%s)", "(?<!%s)"]) % rnd.choice(["a", "ab", "[ab]", "\\w", "a|b", "."])
        if kind < 0.66:
            return self.quantified("(?>%s)" % self.pattern(depth - 1), 0.3)
        if kind < 0.69 and self.closed:
            group = rnd.choice(self.closed)
            if rnd.random() < 0.7:
                return "(?(%d)%s|%s)" % (group, self.sequence(depth - 1), self.sequence(depth - 1))
            return "(?(%d)%s)" % (group, self.sequence(depth - 1))
        if kind < 0.85:
            self.groups += 1
            number = self.groups
            text = "(%s)" % self.pattern(depth - 1)
            self.closed.append(number)
        else:
            text = "(?:%s)" % self.pattern(depth - 1)
        return self.quantified(text, 0.45)


def shown(match):
    return match and (match.regs, match.lastindex)


def results(pattern, text):
    yield shown(pattern.match(text))
    yield shown(pattern.fullmatch(text))
    yield shown(pattern.search(text))
    yield [shown(m) for m in pattern.finditer(text)]
    yield pattern.findall(text, 1, 7)
    yield pattern.split(text)
    yield pattern.subn("-" if isinstance(text, str) else b"-", text)
    template = "<\\g<0>\\1>" if pattern.groups else "\\g<0>."
    yield pattern.sub(template if isinstance(text, str) else template.encode(), text, 3)
    yield shown(pattern.search(text, 2, max(2, len(text) - 2)))


def check(number, pattern, source, flags, texts):
    """One line a pattern: a difference shows where to look."""
    seen = [ascii(list(results(pattern, text))) for text in texts]
    print(number, ascii(source), int(flags), zlib.crc32("\n".join(seen).encode()))


def main(seed, count):
    rnd = random.Random(seed)
    for number in range(count):
        source = Maker(rnd).pattern(3)
        flags = rnd.choice([0, 0, 0, re.I, re.M, re.S, re.A, re.I | re.M])
        kind = rnd.choice(["text", "text", "text", "bytes", "wide"])
        texts = ["".join(rnd.choice(TEXTS) for _ in range(rnd.randint(0, 9))) for _ in range(6)]
        if kind == "bytes":
            source = source.encode("latin-1", "replace")
            flags &= ~re.A
            texts = [text.encode("latin-1", "replace") for text in texts]
        elif kind == "wide":
            texts = [text + "\U0001f600" + text[:3] for text in texts]
        try:
            pattern = re.compile(source, flags)
        except re.error:
            continue
        check(number, pattern, source, flags, texts)


main(1, 250)
