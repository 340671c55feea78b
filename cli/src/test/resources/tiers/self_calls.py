# Functions that call themselves through a cell: the same function, another of the same code, or something else.
import sys


def fact():
    def go(n):
        return 1 if n < 2 else n * go(n - 1)

    return go


def knapsack(weights, values):
    def best(i, room):
        if i == len(weights):
            return 0
        taken = best(i + 1, room)
        if weights[i] <= room:
            taken = max(taken, values[i] + best(i + 1, room - weights[i]))
        return taken

    return best


def smallest(coins):
    known = {0: 0}

    def go(amount):
        if amount < 0:
            return 999
        if amount not in known:
            known[amount] = 1 + min(go(amount - c) for c in coins)
        return known[amount]

    return go


def counted(limit):
    calls = 0

    def go(depth, step=1):
        nonlocal calls
        calls += 1
        if depth >= limit:
            raise ValueError(depth, calls)
        return go(depth + step) + 1

    return go


def lines(trace):
    found = []
    while trace:
        frame = trace.tb_frame
        found.append((frame.f_code.co_name, trace.tb_lineno - frame.f_code.co_firstlineno, dict(frame.f_locals).get("depth")))
        trace = trace.tb_next
    return found


def paths(graph):
    def walk(node, seen):
        seen.add(node)
        yield node
        for other in graph[node]:
            if other not in seen:
                yield from walk(other, seen)
        return len(seen)

    return walk


def awaited():
    async def total(n):
        return 0 if n == 0 else n + await total(n - 1)

    return total


def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def depths():
    found = []

    def go(n):
        if n == 0:
            frame = sys._getframe()
            while frame and frame.f_code.co_name == "go":
                found.append(frame.f_locals["n"])
                frame = frame.f_back
            return 0
        return go(n - 1) + 1

    return go, found


# Two functions of one code that call each other's cells.
def crossed():
    def make(mark):
        def go(n):
            return mark if n == 0 else mark + other(n - 1)

        def point(function):
            nonlocal other
            other = function

        other = None
        return go, point

    first, point_first = make("a")
    second, point_second = make("b")
    point_first(second)
    point_second(first)
    return first


# What the cell holds changes: to a function of other code, to a builtin, to another default.
def changing():
    def go(n, step=1):
        return n if n <= 0 else go(n - step)

    def put(value):
        nonlocal go
        go = value

    def get():
        return go

    return get, put


def endless():
    def go(n):
        return go(n + 1) + 1

    return go


for turn in range(300):
    text = str((fact()(12), knapsack([3, 4, 5, 9, 4], [3, 4, 4, 10, 4])(0, 11), smallest((1, 5, 7))(24)))
    if turn % 100 == 0:
        print(turn, text, fact()(25), fact()(2.5))
for turn in range(200):
    try:
        counted(4)(0)
    except ValueError as error:
        if turn % 99 == 0:
            print(turn, error.args, lines(error.__traceback__))
graph = {0: [1, 2], 1: [3], 2: [3, 4], 3: [0], 4: []}
for turn in range(300):
    walked = list(paths(graph)(0, set()))
    stepped = []
    walk = paths(graph)(2, {4})
    for value in walk:
        stepped.append(value)
    if turn % 100 == 0:
        print(turn, walked, stepped, drive(awaited()(9)))
for turn in range(100):
    go, found = depths()
    go(5)
    if turn % 50 == 0:
        print(turn, found)
for turn in range(200):
    text = crossed()(7)
print(text)
for turn in range(200):
    get, put = changing()
    go = get()
    results = [go(9)]
    go.__defaults__ = (3,)
    results.append(go(10))
    put(abs)
    results.append(go(10, 20))
    put(lambda n: ("end", n))
    results.append(go(10))
    if turn % 66 == 0:
        print(turn, results)
try:
    go(1, 2, 3)
except TypeError as error:
    print(error)
for turn in range(3):
    try:
        endless()(0)
    except RecursionError as error:
        print(type(error).__name__, error)
