# Generators with handlers of their own, run to the end, dropped, closed and thrown into; and what others wait for.
import gc
import sys
import traceback


class Refused(Exception):
    pass


log = []


def finishing(n, bad=None):
    try:
        for i in range(n):
            if i == bad:
                raise Refused(i)
            yield i * 10
    finally:
        log.append(n)


def skipping(texts):
    for text in texts:
        try:
            value = int(text)
        except ValueError:
            continue
        yield value


class Manager:
    depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, kind, value, trace):
        self.depth -= 1
        return kind is Refused


def managed(manager, n):
    with manager as m:
        for i in range(n):
            got = yield m.depth, i
            if got:
                raise got
    yield "behind", manager.depth


def handling():
    while True:
        try:
            yield sys.exception()
        except Refused:
            got = yield sys.exception()
            if got:
                raise


def nested(n):
    try:
        yield from finishing(n)
        result = yield from finishing(n, 1)
    except Refused as error:
        result = repr(error), [entry.name for entry in traceback.extract_tb(error.__traceback__)]
    return result


def caught(generator):
    seen = []
    try:
        for value in generator:
            seen.append(value)
    except Refused as error:
        seen.append((str(error), [entry.name for entry in traceback.extract_tb(error.__traceback__)]))
    return seen


def outer(generator):
    try:
        while True:
            try:
                yield next(generator)
            except StopIteration as stop:
                return stop.value
    finally:
        log.append("outer")


for turn in range(400):
    log.clear()
    results = [sum(finishing(5)), list(finishing(3)), caught(finishing(4, 2)), list(skipping(["1", "x", "3"]))]
    manager = Manager()
    results.append(list(managed(manager, 2)))
    stepping = managed(manager, 3)
    results += [next(stepping), stepping.send(Refused), manager.depth]
    stepping = managed(manager, 3)
    next(stepping)
    stepping.close()
    results.append(manager.depth)
    results.append(list(outer(nested(2))))
    if turn % 100 == 0:
        log.sort(key=str)
        print(turn, results, log)

# Dropped where they wait: in the end each is closed.
log.clear()


def drop(n):
    for value in finishing(n):
        if value > 20:
            break


for turn in range(300):
    drop(9)
gc.collect()
print(len(log), set(log))

for turn in range(300):
    h = handling()
    results = [next(h), repr(h.throw(Refused("a"))), sys.exception(), next(h)]
    try:
        raise KeyError("around")
    except KeyError:
        results += [repr(next(h)), repr(h.throw(Refused("b"))), repr(sys.exception()), repr(h.send(None))]
        try:
            h.throw(Refused("c"))
            h.send(1)
        except Refused as error:
            results += [repr(error), repr(error.__context__), repr(sys.exception())]
    if turn % 100 == 0:
        print(turn, results)


# yield from, through many, with what is sent, returned, raised and looked at.
def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)
    return depth


def sent(depth):
    if depth == 0:
        got = yield 0
        return [got]
    return (yield from sent(depth - 1)) + [depth]


def failing(depth):
    if depth == 0:
        yield "first"
        raise Refused("deep")
    yield from failing(depth - 1)


def passing(depth, kept):
    if depth == 0:
        yield 1.5
        return
    try:
        yield from passing(depth - 1, kept)
    finally:
        kept.append(depth)


def reversing(tree, at):
    yield at
    for below in reversed(tree[at]):
        yield from reversing(tree, below)


def chosen(graph, at, seen):
    seen = seen + [at]
    yield max(len(seen), at), min(seen), max(seen), sum(seen)
    for other in sorted(graph[at]):
        if other not in seen:
            yield from chosen(graph, other, seen)


for turn in range(300):
    results = [list(tree(3)), sum(tree(4))]
    g = sent(3)
    next(g)
    try:
        g.send("sent")
    except StopIteration as stop:
        results.append(stop.value)
    results.append(caught(failing(3)))
    kept = []
    results += [list(passing(2, kept)), kept]
    half = passing(2, kept)
    next(half)
    half.close()
    results.append(list(reversing({0: [1, 2], 1: [3], 2: [], 3: []}, 0)))
    results.append(list(chosen({0: [2, 1], 1: [2], 2: {0}}, 0, [])))
    if turn % 100 == 0:
        print(turn, results)

# One in the middle is run on, ended and closed by somebody else.
for turn in range(200):
    inner = tree(2)

    def waiting():
        yield "start"
        got = yield from inner
        yield got

    w = waiting()
    results = [next(w), next(w), next(inner), next(w)]
    results += list(inner) + [next(w), next(w, "end")]
    inner = tree(2)
    w = waiting()
    results += [next(w), next(w)]
    inner.close()
    results += [next(w), next(w, "end")]
    if turn % 100 == 0:
        print(turn, results)


class Less:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        seen.append(sys._getframe(1).f_code.co_name)
        return self.value < other.value

    def __gt__(self, other):
        seen.append(sys._getframe(1).f_locals["n"])
        return self.value > other.value

    def __radd__(self, other):
        return (other if isinstance(other, int) else other.value) + self.value


def extremes(items, n):
    return max(items), min(items), sorted(items), sum(items), max(items[0], items[1]), min(items[0], items[-1])


for turn in range(300):
    results = [extremes([3, 1, 2], 0), extremes(["b", "a", "c"], 1) if turn < 0 else None, extremes((2.5, 1, True), 2)]
    results.append((max(range(4)), max({3, 9, 4}), min({"k": 1, "j": 2}), max({1: 5, 2: 7}.values()), any([0, ""]), all((1, "a"))))
    if turn % 100 == 0:
        print(turn, results)
seen = []
least, most = Less(1), Less(2)
result = extremes([least, most, least], 8)
print(result[0] is most, result[1] is least, [each.value for each in result[2]], result[3], seen)
for bad in ([], [1, "a"], 5):
    try:
        extremes(bad, 9)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
