"""Lists of comprehensions while they grow: left in the midst, by exceptions too, and of values that change their kind."""


def mixed(values):
    return [value + value for value in values]


def chosen(values, limit):
    return [value for value in values if value > limit]


def nested(n):
    return [[i * j for j in range(i)] for i in range(n)]


def called(f, values):
    return [f(value) for value in values]


def named(values):
    (kept := [value * 2 for value in values]).append(-1)
    return kept, (again := [v for v in kept]) is kept, again


def caught(values):
    done = []
    try:
        done = [100 // value for value in values]
    except ZeroDivisionError as error:
        done.append(str(error))
    return done


def within(values):
    """A list that is made while another grows, of the same code."""
    return [sum([v + w for w in range(v)]) for v in values] + [len([v for v in values if v & 1])]


def recursive(n):
    return [n] + [x for m in range(n) for x in recursive(m)] if n else []


async def awaited(values):
    return [await doubled(value) for value in values]


async def doubled(value):
    return value * 2


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value


def total(values):
    count = 0

    def counted(value):
        nonlocal count
        count += 1
        if count == 400:
            raise KeyError(count)
        return value if count % 100 else None

    try:
        return [counted(value) for value in values]
    except KeyError as error:
        return error.args, count


for _ in range(3):
    for _ in range(300):
        mixed([1, 2, 3])
        chosen([0.5, 1.5], 1)
        caught([1, 2, 0][:2])
    print(mixed([1, 2.5, "a", (), 2**63]), mixed([]), mixed(["x"]), mixed([float("nan")] * 2), mixed([2**62, 1]))
    print(chosen([3, 1, 2.5, True, 2**70], 1), chosen(range(5), 9), nested(5))
    print(called(lambda v: v if v < 3 else str(v), range(5)), called(abs, [-1, -2.5]), called(type, [1]))
    print(named(range(3)), caught([5, 0, 2]), caught([5, 3]), within(range(5)), len(recursive(6)))
    print(run(awaited(range(4))), total(range(1000)), total([1, 2]))
