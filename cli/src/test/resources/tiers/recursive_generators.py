# Generators that run others of their own code.


def down(n):
    if n:
        for x in down(n - 1):
            yield x
    else:
        yield 1


def deep(n):
    try:
        return sum(down(n))
    except RecursionError as error:
        return str(error)


def walk(tree, level=0):
    for item in tree:
        if item.__class__ is list:
            for inner in walk(item, level + 1):
                yield inner
        else:
            yield level, 100 // item


def itself(n):
    for i in range(n):
        if i == n - 1:
            for x in running[0]:
                yield x
        yield i


running = []
tree = [1, [2, [3, 4], 5], [[6]], 7]
for i in range(200):
    deep(20)
    seen = list(walk(tree))
    running[:] = [itself(i % 7)]
    try:
        found = list(running[0])
    except ValueError as error:
        found = str(error)
print(deep(900), deep(5000), deep(900))
print(seen, found)

for bad in (0, "text"):
    tree[1][1][1] = bad
    for i in range(50):
        walker = walk(tree)
        got = []
        try:
            for item in walker:
                got.append(item)
        except (ZeroDivisionError, TypeError) as error:
            trace, lines = error.__traceback__, []
            while trace:
                lines.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
                trace = trace.tb_next
    print(got, lines, list(walker))
