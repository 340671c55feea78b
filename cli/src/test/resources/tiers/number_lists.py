"""Lists that have numbers without objects: how they come to be, change their form, and are read meanwhile."""


def filled(n):
    ints = []
    for i in range(n):
        ints.append(i * 1000)
    floats = [i * 0.5 for i in range(n)]
    for i in range(n):
        floats[i] += ints[i]
    total = 0
    for x in ints:
        total += x
    while ints:
        total += ints.pop()
    return total, sum(floats), floats[3], floats[-1]


def pairs(n):
    a = [i * 300 for i in range(n)]
    b = [i * 0.5 for i in range(n)]
    s = 0
    for i, x in enumerate(a):
        s += i * x
    for i, y in enumerate(b, 5):
        s += i * y
    for x, y in zip(a, b):
        s += x * y
    for x, y in zip(b, [1] * (n - 1)):
        s += x * y
    s += sum(x * 2 for x in a) + sum(y for y in b)
    x, y, z = a[:3]
    return s + x + y + z


def swapped(items):
    for i in range(len(items) - 1):
        if items[i] > items[i + 1]:
            items[i], items[i + 1] = items[i + 1], items[i]


def changed(items, what, at):
    """Warm with one form, then with what does not fit."""
    for i in range(len(items)):
        items[i] = items[i] + 1
    items[at] = what
    items.append(what)
    return items


def identical(items):
    return [x is y for x, y in zip(items, items)], items[0] is items[0]


def last(items):
    try:
        return items.pop()
    except IndexError as error:
        return str(error)


def at(items, index):
    try:
        return items[index]
    except IndexError as error:
        return str(error)


def machine(code):
    """A variable has a number in some turns only: the loop is entered before and after."""
    stack = []
    place = 0
    while True:
        op, arg = code[place]
        place += 1
        if op == 0:
            stack.append(arg)
        elif op == 1:
            right = stack.pop()
            stack[-1] += right
        elif op == 2:
            if stack[-1] > 5000:
                return stack
            place = arg


for _ in range(200):
    results = filled(100), pairs(100)
print(results)
numbers = [i * 7919 % 1000 for i in range(300)]
for _ in range(300):
    swapped(numbers)
print(numbers == sorted(numbers), numbers[:5], numbers[-5:])
for what in (1, 2**70, 1.5, None, "x", True, float("nan")):
    for _ in range(300):
        changed([1, 2, 3] * 5, 7, 1)
        changed([1.0, 2.0, 3.0] * 5, 7.5, 1)
    print(changed([1, 2, 3], what, 0), changed([1.5, 2.5], what, 1))
nan = float("nan")
for _ in range(500):
    found = identical([1.5, 1000, nan]), identical([1000, 2000]), identical([1.5, nan]), identical([0.5, 2.5])
print(found)
print(nan in [nan], nan in [1.0, nan], [nan] == [nan], [1.0, nan].index(nan), [0.0, -0.0], sorted([0.0, -0.0, 0.0, -1.0]))
for _ in range(500):
    ends = last([1, 2]), last([1.5]), last([]), at([1, 2], 5), at([1.5], -1), at([1.5], -2)
print(ends)
for _ in range(20):
    stack = machine([(0, 0), (0, 2), (1, 0), (2, 1)])
print(stack)
items = [3, 1, 2]
items.insert(1, 9)
items.extend(range(4))
items += [8, 9]
items[2:4] = [100, 200, 300]
items[:0] = (5, 6)
del items[1]
del items[::3]
items.reverse()
print(items, items.index(300), items.count(9), 300 in items, 7 in items, max(items), min(items), sum(items))
print(items * 2, items + [1], items + [0.5], items[::-2], items[1:3], items < items[:] + [0], items == list(tuple(items)))
items.sort(key=lambda x: -x)
items.sort(reverse=True)
print(items, [*items, 1], [1, *items[:2]])
items.clear()
items.append("a")
print(items)
mixed = [1, 2, 3]
rest = mixed
for each in mixed:
    if each == 2:
        mixed[2] = "three"
    print(each, end=" ")
print(rest)
it = iter([1, 2, 3])
next(it)
print(list(it), list(it), list(reversed([1.5, 2.5])), [*zip([1, 2], [3.5])], list(enumerate([7, 8])))
