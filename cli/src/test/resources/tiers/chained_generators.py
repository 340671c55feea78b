# Generators that wait for others of their own code in `yield from`: the innermost is run on at once.

import sys
import threading


class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def build(low, high):
    middle = (low + high) // 2
    return Node(middle, build(low, middle), build(middle + 1, high)) if low < high else None


def list_tree(items):
    if len(items) <= 1:
        return list(items)
    half = len(items) // 2
    return [list_tree(items[:half]), items[half], list_tree(items[half + 1:])]


def flat(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


def counted(n):
    total = n
    if n:
        total += yield from counted(n - 1)
        total += yield from counted(n - 1)
    got = yield total
    return total + (got or 0)


def tell(generator):
    return generator.gi_running, generator.gi_suspended, generator.gi_yieldfrom is not None, generator.gi_frame is not None


for _ in range(60):
    assert [x for x in build(0, 50)] == list(range(50))
    tree = list_tree(range(40))
    assert sum(x for x in flat(tree)) == 780
    for x in flat(tree):
        pass
    walker = counted(4)
    sums = [next(walker)]
    try:
        while True:
            sums.append(walker.send(len(sums)))
    except StopIteration as stop:
        sums.append(stop.value)
print(sum(sums), len(sums), sums[-3:])

# What is raised in the innermost leaves all of them.


def divided(n, by):
    if n:
        yield from divided(n - 1, by)
        yield n
    else:
        for each in by:
            yield 12 // each


for by in ([1, 2, 3], [1, 2, 0], [1, 2.5, 3], [4, "x"], [3, True, 10**30]):
    for _ in range(30):
        walker, got, lines = divided(6, by), [], []
        try:
            for x in walker:
                got.append(x)
        except (ZeroDivisionError, TypeError) as error:
            trace = error.__traceback__
            while trace:
                lines.append((trace.tb_frame.f_code.co_name, trace.tb_lineno - divided.__code__.co_firstlineno))
                trace = trace.tb_next
    print(got, lines, tell(walker), list(walker))

# Those between are run by somebody else meanwhile, or are asked.


def linked(n, made):
    if n:
        inner = linked(n - 1, made)
        made.append(inner)
        yield from inner
        yield -n
    else:
        for i in range(8):
            yield i


for way in range(6):
    for _ in range(30):
        made = []
        outer = linked(4, made)
        said = []
        for i, x in enumerate(outer):
            said.append(x)
            if i == 3:
                if way == 0:
                    said.append(("next", [next(each) for each in made]))
                elif way == 1:
                    said.append([tell(each) for each in made])
                elif way == 2:
                    said.append(list(made[2]))
                elif way == 3:
                    said.append(made[1].close())
                elif way == 4:
                    try:
                        made[1].throw(KeyError("thrown"))
                    except KeyError as error:
                        said.append(repr(error))
                else:
                    said.append(sorted(made[3].gi_frame.f_locals))
        said.append(tell(outer))
    print(way, said)

# Two wait for one.


def shared(inner, n):
    if n:
        yield from shared(inner, n - 1)
    else:
        yield from inner
    yield "end %d" % n


for _ in range(30):
    middle = linked(3, [])
    one, two, taken = shared(middle, 2), shared(middle, 3), []
    for a, b in zip(one, two):
        taken += [a, b]
    taken += list(one) + list(two)
print(taken)

# One that runs is run by the innermost.


def again(n, all_of_them):
    if n:
        inner = again(n - 1, all_of_them)
        all_of_them.append(inner)
        yield from inner
    else:
        for each in all_of_them:
            yield 1
            try_again.append(each)
            if len(try_again) > 2:
                yield next(each)


for _ in range(40):
    try_again, chain = [], []
    walker = again(3, chain)
    chain.append(walker)
    got = []
    try:
        for x in walker:
            got.append(x)
    except ValueError as error:
        got.append(str(error))
print(got, [tell(each) for each in chain])

# Closed, thrown into, dropped in the middle.
for _ in range(30):
    made = []
    outer = linked(5, made)
    first = next(outer), next(outer)
    outer.close()
    closed = [tell(each) for each in made], list(outer)
    made = []
    outer = linked(5, made)
    first = next(outer), next(outer)
    try:
        outer.throw(OSError("thrown"))
    except OSError as error:
        thrown = repr(error), [tell(each) for each in made]
print(closed, thrown)


# As deep as it goes.
def down(n):
    if n:
        yield from down(n - 1)
    yield n


def deepest(n):
    walker, count = down(n), 0
    try:
        for x in walker:
            count += 1
    except RecursionError as error:
        return count, str(error)[:32]
    return count


for _ in range(10):
    deepest(50)
print(deepest(300), deepest(3000), deepest(300))


# Traced from the middle on, and by another thread.
def lines_of(frame, event, argument):
    if frame.f_code is linked.__code__:
        seen.append((event, frame.f_lineno - linked.__code__.co_firstlineno))
        return lines_of


for _ in range(20):
    seen, taken = [], []
    for i, x in enumerate(linked(2, [])):
        taken.append(x)
        if i == 4:
            sys.settrace(lines_of)
    sys.settrace(None)
print(taken, seen)

for _ in range(20):
    outer, taken = linked(4, []), []
    for i, x in enumerate(outer):
        taken.append(x)
        if i == 5:
            break
    thread = threading.Thread(target=lambda: taken.extend(outer))
    thread.start()
    thread.join()
print(taken)
