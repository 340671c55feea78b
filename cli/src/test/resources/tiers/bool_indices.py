"""Bools as indices: of texts, tuples, lists of each form, bytes, arrays; set, out of range, mixed with ints, beside dicts."""
from array import array


def texts(words):
    out = []
    for word in words:
        out.append("01"[word.isalpha()])
        out.append("01"[len(word) > 2])
        out.append(("no", "yes")[word < "m"])
        out.append(["short", "long"][len(word) > 3])
        out.append([1, 2][word == "b"] + [0.5, 1.5][word != "b"])
        out.append(b"xy"[word.isupper()])
    return out


print(hash(tuple(map(str, texts(["a", "b", "Zz", "12", "word", ""] * 400)))) is not None)
print(texts(["a", "b", "Zz", "12", "word", ""]))


def counted(numbers):
    counts = [0, 0]
    sums = [0.0, 0.0]
    places = array("i", [0, 0])
    names = ["", ""]
    by_truth = {False: 0, True: 0}
    for n in numbers:
        counts[n % 3 == 0] += 1
        sums[n > 50] += n
        places[n % 2 == 1] = n
        names[n % 7 == 0] = str(n)
        by_truth[n > 10] += 1
    return counts, sums, places, names, by_truth


print(counted(range(100)))
for i in range(300):
    last = counted(range(i))
print(last)


def outside(flag, sequence):
    try:
        return sequence[flag]
    except IndexError as e:
        return str(e)


def compared(limit, sequence):
    hits = []
    for i in range(limit):
        try:
            hits.append(sequence[i >= limit - 2])
        except IndexError as e:
            hits.append(str(e))
    return hits[-3:]


for sequence in ("a", ("a",), ["a"], [1], [1.5], b"a", array("d", [2.5]), bytearray(b"z")):
    print([outside(flag, sequence) for flag in (False, True)] * 2)
    print(compared(3000, sequence))


def mixed(keys, sequence):
    return [sequence[key] for key in keys]


keys = [True, 0, False, 1, -1, -2]
print(mixed(keys * 500, "ab")[-6:], mixed(keys * 500, [1, 2])[-6:], mixed(keys * 500, ("x", "y"))[-6:])


class Flag:
    def __index__(self):
        print("index")
        return 1


def chosen(flags):
    taken = ""
    for flag in flags:
        taken += "ab"[flag]
    return taken


print(chosen([True, False] * 1000)[:6])
print(chosen([True, Flag(), False]))
try:
    chosen([True, None])
except TypeError as e:
    print(e)


class Texts(str):
    def __getitem__(self, key):
        return repr(key)


class Numbers(list):
    def __setitem__(self, key, value):
        print("set", repr(key))
        list.__setitem__(self, key, value)


def pick(sequence, n):
    return sequence[n > 1]


print([pick("ab", n) for n in range(2000)][-1], pick(Texts("ab"), 2), pick({False: "f", True: "t", 1.0: "one"}, 2))


def put(sequence, n):
    sequence[n > 1] = n
    return sequence


print([put([0, 0], n) for n in range(2000)][-1], put(Numbers([0, 0]), 2), put({}, 1), put(bytearray(2), 5))
