"""Dicts by comprehension over what says how much is left, dicts and sets that grow, keys that interfere."""

import sys


def by_list(keys):
    return {key: 1 for key in keys}


def by_range(n, modulus):
    return {i % modulus: i for i in range(n)}


def by_number(keys):
    return {key: i for i, key in enumerate(keys)}


def swapped(mapping):
    return {value: key for key, value in mapping.items()}


def doubled(mapping):
    return {key * 2: None for key in mapping}


def paired(keys, values):
    return {(key, value): key for key, value in zip(keys, values)}


def filled(n):
    made = {}
    for i in range(n):
        made[str(i)] = made[i, 1] = made[i] = i
    return made


def without_some(n):
    made = set()
    for i in range(n):
        made.add(i * 7)
        made.discard((i - 3) * 14)
    return made


words = ["word%d" % i for i in range(40)]
for _ in range(400):
    by_list(words), by_range(30, 30), by_number(words), swapped({1: 2, 3: 4}), doubled({1: 2, 3: 4})
    paired(words, words), filled(12), without_some(30)

for n in (0, 1, 5, 6, 10, 11, 21, 22, 42, 43, 85, 86, 170, 171, 1100):
    keys = [str(i) for i in range(n)]
    for made in (by_list(keys), by_range(n, 7), by_number(keys), swapped(by_number(keys)), paired(keys, keys)):
        print(len(made), sys.getsizeof(made), sys.getsizeof(made.copy()), list(made.items())[-1:], end=" ")
        for key in list(made)[: n // 2]:
            del made[key]
        made["new"] = made["newer"] = n
        print(len(made))
    print(list(filled(n).items())[-3:], sorted(without_some(n))[-3:], list(without_some(n))[:5], list(set(by_list(range(n))))[-2:])


class Meddling:
    """A key that puts others into the dict while it is compared."""

    def __init__(self, number, target):
        self.number = number
        self.target = target

    def __hash__(self):
        return 1

    def __eq__(self, other):
        for key in range(self.number):
            self.target[9 + 8 * key] = key
        return False


class Text(str):
    target = None

    def __hash__(self):
        return hash("plain")

    def __eq__(self, other):
        if Text.target is not None:
            target, Text.target = Text.target, None
            target["plain"] = "first"
            for i in range(20):
                target[i] = i
        return str.__eq__(self, other)


for number in (1, 2, 3, 4, 30):
    made = {}
    made[Meddling(number, made)] = 0
    made[Meddling(number, made)] = 1
    made.setdefault(1, "one")
    print(len(made), list(made.values()))
    made = {Text("other"): 0}
    Text.target = made
    made["plain"] = "second"
    print(len(made), list(made.values())[:3])
