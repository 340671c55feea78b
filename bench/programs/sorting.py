"""Sorted by key, in reverse, by several keys, by an order of our own; and sorts written in Python."""

import functools
import operator
import random

KIND = "library"
SIZE = 5000


class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def __lt__(self, other):
        return self.parts < other.parts


def quick(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    return (
        quick([each for each in items if each < pivot])
        + [each for each in items if each == pivot]
        + quick([each for each in items if each > pivot])
    )


def heap_sort(items):
    items = items[:]
    size = len(items)

    def sift(root, end):
        while (child := 2 * root + 1) < end:
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for root in reversed(range(size // 2)):
        sift(root, size)
    for end in reversed(range(1, size)):
        items[0], items[end] = items[end], items[0]
        sift(0, end)
    return items


def run(n):
    source = random.Random(42)
    numbers = [source.randrange(n * 10) for _ in range(n)]
    ordered = sorted(numbers)
    assert quick(numbers) == ordered
    assert heap_sort(numbers[: n // 2]) == sorted(numbers[: n // 2])
    people = [("name%d" % (i % 100), i * 7 % 13, i / 3) for i in numbers]
    by_two = sorted(people, key=lambda each: (each[1], each[0]))
    again = sorted(sorted(people, key=operator.itemgetter(0)), key=operator.itemgetter(1))
    assert by_two == again
    assert sorted(numbers, reverse=True) == ordered[::-1]
    words = ["%05d" % i for i in numbers]
    assert sorted(words) == ["%05d" % i for i in ordered]
    assert sorted(words, key=str.lower) == sorted(words)
    floats = [i / 7 for i in numbers]
    floats.sort(key=lambda value: -value)
    assert floats[0] == max(numbers) / 7
    versions = [Version("%d.%d" % (i % 9, i % 17)) for i in numbers[:1000]]
    assert sorted(versions)[0].parts == min(each.parts for each in versions)
    compare = functools.cmp_to_key(lambda a, b: a - b)
    assert sorted(numbers[:1000], key=compare) == sorted(numbers[:1000])
