# yield from of generators and lists that look at no frames: values, results, exceptions, throw, close, send.
def walk(tree):
    if tree.__class__ is list:
        for each in tree:
            yield from walk(each)
        return len(tree)
    yield 60 // tree


def counted(tree):
    count = yield from walk(tree)
    yield -count


def chain(*parts):
    for part in parts:
        yield from part
    return len(parts)


def flat(rows):
    for row in rows:
        yield from row


def pairs(rows):
    for row in rows:
        yield from row.items()


def outer(*parts):
    count = yield from chain(*parts)
    yield "parts", count


def echo():
    got = None
    while got != "end":
        got = yield got
    return "echoed"


def relay():
    result = yield from echo()
    yield result


def texts(n):
    for i in range(n):
        yield "%d" % i


def total(items):
    result = 0
    for item in items:
        result += item
    return result


def all_of(items):
    found = []
    try:
        for item in items:
            found.append(item)
    except Exception as error:
        found.append(type(error).__name__)
        traceback = error.__traceback__
        while traceback:
            found.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
            traceback = traceback.tb_next
    return found


def shown(tree):
    generator = counted(tree)
    inner = []
    for _ in generator:
        each = generator
        names = []
        while each is not None:
            names.append(each.__name__ if hasattr(each, "__name__") else type(each).__name__)
            each = getattr(each, "gi_yieldfrom", None)
        inner.append(names)
    return inner


def thrown(tree, at):
    generator = counted(tree)
    results = []
    for _ in range(at):
        results.append(next(generator))
    try:
        generator.throw(KeyError("thrown"))
    except KeyError as error:
        traceback = error.__traceback__
        while traceback:
            results.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
    generator.close()
    return results, list(generator)


def sent(items):
    generator = relay()
    next(generator)
    return [generator.send(item) for item in items]


def listened():
    generator = flat([[1, 2, 3]])
    try:
        return next(generator), generator.send(None), generator.send(5)
    except AttributeError as error:
        return str(error), list(generator)


def inner_taken(tree):
    generator = counted(tree)
    first = next(generator)
    below = generator.gi_yieldfrom
    return first, list(below), all_of(generator)


tree = [1, [2, [3, 4], [5]], 6]
for i in range(400):
    last = i % 100 == 99
    results = [
        total(walk(tree)),
        total(counted(tree)),
        all_of(counted(tree if i % 7 else [1, [2, [0, 4]]])),
        all_of(outer([1, 2], (3, 4), range(5, 7), "ab", {7: 8}, {9}, texts(2))),
        all_of(outer([1.5], walk(tree), [] if i % 3 else 5)),
        all_of(chain([1, 2], [2.5, "x"])),
        all_of(flat([[1, 2], [3], [], [4.5] if i % 50 == 49 else [4]])),
        all_of(flat([[i], (i, i)] if i % 60 == 59 else [[i, i]])),
        all_of(flat(["ab", "c", 5] if last else ["ab", "c"])),
        all_of(pairs([{1: 2}, {3: 4, 5: 6}])),
        listened(),
        sent([1, "a", 2.5, "end"]),
    ]
    if last:
        results += [shown(tree), thrown(tree, 3), inner_taken(tree)]
        for result in results:
            print(result)
