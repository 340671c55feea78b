"""Short texts and bytes that are made and looked up, slices, sets of small ints, keys that are tuples."""


def prefixes(count):
    seen = {}
    for _ in range(count):
        text = ""
        for bit in "01101":
            text += bit
            if text in seen:
                seen[text] += 1
            else:
                seen[text] = 1
        text = "é" + "ü"
        text += "ā"
        text += bit
        seen[text] = seen.get(text, 0) + 1
    return seen


def pieces(count):
    word = b""
    out = bytearray()
    for i in range(count):
        longer = word + bytes((i & 255,))
        twice = longer * 2
        word = longer[-1:]
        out += twice
        last = longer[:1] + bytes([i & 255, 7])[1:] + bytes(2)
        pair = (i,) + (1, 2)
        turned = pair[1:] + pair[:1]
    return word, len(out), last, pair, turned, pair * 2, hash(longer) == hash(bytes(list(longer)))


def small_sets(count):
    numbers = set()
    there = 0
    for i in range(count):
        number = i * 7 % 150 - 75
        if number in numbers:
            numbers.discard(number)
            there += 1
        else:
            numbers.add(number)
        if i % 3 == 0:
            numbers.discard(i % 50 - 20)
        if i % 1000 == 999:
            numbers.add(True)
            numbers.add(2.0)
            numbers.add(-1)
        if i % 1000 == 500 and 3 in numbers:
            numbers.remove(3)
        if i % 1500 == 700:
            try:
                numbers.remove(1000)
            except KeyError as error:
                there += error.args[0]
    return there, 1 in numbers, 2 in numbers, -1 in numbers, -2 in numbers, list(numbers)


CELLS = [(a, b) for a in range(9) for b in range(9)]
OTHERS = [(a, b) for a, b in CELLS]


def again(count):
    values = dict.fromkeys(OTHERS, 0)
    for _ in range(count):
        for cell in CELLS:
            values[cell] += 1
        copy = dict(values)
        copy[CELLS[5]] = 0
        del copy[CELLS[7]]
    return sum(values.values()), sum(copy.values()), CELLS[7] in copy, all(a is b for a, b in zip(values, OTHERS))


class Number:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, Number) else other)


def nested(count):
    seen = {}
    there = 0
    for i in range(count):
        key = ((i % 7, 0, (i % 3, "a", b"x")), i % 5)
        there += key in seen
        seen[key] = seen.get(key, 0) + 1
        odd = (Number(i % 3), i % 2)
        seen[odd] = seen.get(odd, 0) + 1
    return there, len(seen), sorted(seen.values()), seen[2, 1], (1, 1.0) in seen


def made(count):
    found = []
    for i in range(count):
        numbers = {i % 5, i % 3, 7}
        texts = {"a", "b", str(i % 4)}
        pairs = {(i % 2, 1), (0, 1)}
        squares = {x * x for x in range(i % 6)}
        following = {x: x + 1 for x in range(i % 4)}
        items = list((1, i % 10))
        items.append("x")
        back = tuple(items)
        more = set()
        more.add(back)
        more.add(back)
        empty = dict()
        empty[back] = len(list("ab")) + len(tuple("abc"))
        found.append((list(numbers), len(texts), list(pairs), list(squares), following, bytes([1, i % 7]), more, empty))
        if i % 1000 == 999:
            for wrong in (lambda: bytes([i + 300]), lambda: {[], 1}, lambda: bytes(["a"]), lambda: dict(5)):
                try:
                    wrong()
                except (TypeError, ValueError) as error:
                    found.append(str(error))
    return found[-6:]


def sliced(count):
    text, data, pair = "hello", b"hello", (1, 2, 3, 4, 5)
    total = 0
    for i in range(count):
        j = i % 13 - 6
        total += len(text[j:]) + len(data[:j]) + len(text[j : j + 2]) + len(data[j : j + 1]) + len(pair[j:])
    return total, text[:] is text, data[:] is data, pair[:] is pair


def wrong_bytes(count, sources):
    found = []
    for i in range(count):
        try:
            found.append(bytes(sources[i % len(sources)]))
        except (TypeError, ValueError) as error:
            found.append(str(error))
    return found[-6:]


def lengthy(count):
    text, data = "ab" * 40_000, b"ab" * 140_000
    hits = 0
    for i in range(count):
        hits += "ba" in text[i:] or "x" in text
        hits += len(data + b"c") + len(text + "c")
    return hits


def without(count):
    found = []
    for _ in range(count):
        for char in "123é9":
            found = [text.replace(char, "") for text in ("123456789", "1", "12", "9191", "é", "ab", "3x3y3")]
    return found


print(without(2000))
print(prefixes(3000))
print(pieces(9000))
print(small_sets(9000))
print(again(300))
print(nested(5000))
print(made(3000))
print(sliced(9000))
print(wrong_bytes(4000, [(1,), [2], 3]))
print(wrong_bytes(4000, [(1,), [2], (256,), (1, -1), "a", [True]]))
print(lengthy(60))
