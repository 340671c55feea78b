# Loops over texts, bytes and iterators, and texts in texts.


def count(text, wanted):
    total = 0
    for c in text:
        if c in wanted:
            total += 1
        elif c == "x":
            total += 100
        total += ord(c) & 1
    return total


def small(data):
    total = 0
    for b in data:
        total = total * 31 + b & 0xFFFF
    return total


def back(items):
    seen = []
    for each in reversed(items):
        seen.append(each)
    return seen


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


class Text(str):
    def __contains__(self, part):
        return part == "b"

    def __iter__(self):
        return iter("bbb")


TEXTS = ["abcxyz", "", "é€x", "a\U0001f40dx", "\ud83d\udc0d", "x" * 50, "ab\0c"]
for _ in range(100):
    result = [count(text, wanted) for text in TEXTS for wanted in TEXTS]
    numbers = [small(data) for data in (b"abc", bytearray(b"xyz"), b"", range(5), frozenset([1, 2]))]
    turned = [back(items) for items in ([1, 2, 3], (1, 2), "ab", range(2**70, 2**70 + 2), {1: 2})]
print(result)
print(numbers, turned)
print(count(Text("aaa"), "ab"), count("aabb", Text("aaa")), "" in "", "" in "a", "a" in "", "b\0" in "ab\0c")
print(attempt(count, [1], "a"), attempt(count, "ab", 5), attempt(count, "a", [5]), attempt(count, ["ab"], ["ab"]))
print("\udc0d" in "\U0001f40d", "\U0001f40d" in "\ud83d\udc0d", "\U0001f40d" in "a\U0001f40d", "bc" in "abc\U0001f40d")
big = []
for n in range(2**63 - 3, 2**63 + 2):
    big.append(n)
print(big)
