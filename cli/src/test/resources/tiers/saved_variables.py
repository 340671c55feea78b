"""Comprehensions whose variable is one of the function's, which has no value before the first turn."""


def words(n):
    total = 0
    for i in range(n):
        many = [word * 2 for word in range(i % 5)]
        for word in many:
            total += word
    return total


def texts(lines):
    found = []
    for line in lines:
        parts = [part.strip() for part in line.split(",")]
        lengths = {part: len(part) for part in parts}
        for part in parts:
            if lengths[part] > 1:
                found.append(part)
    return found


def unbound(n):
    for i in range(n):
        squares = [x * x for x in range(3)]
        if i == n - 1:
            return x
        if i % 100 == 99:
            x = squares
            del x


def bound(n):
    seen = 0
    for i in range(n):
        odd = [x for x in range(i & 3) if x & 1]
        seen += len(odd)
        if i:
            seen += x
        x = i & 7
    return seen


def raises(n):
    caught = 0
    for i in range(n):
        try:
            quotients = [6 // x for x in (3, 2, i % 3)]
            x = len(quotients)
        except ZeroDivisionError:
            caught += 1
            try:
                caught += x
            except UnboundLocalError:
                caught += 1000
    return caught


def calls(n):
    total = 0
    for i in range(n):
        total += sum([x + 1 for x in range(i % 4)])
        x = max([x for x in (i, 3)])
        total += x
    return total


for _ in range(2):
    print(words(3000), bound(3000), raises(3000), calls(3000))
    print(len(texts(["a, bb, ccc,d"] * 600)))
    try:
        unbound(2000)
    except UnboundLocalError as e:
        print(e)
