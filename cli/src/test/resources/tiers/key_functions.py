# Functions that sorted, min, max and map call for one item after the other.

import sys
import threading


def by_key(items, key):
    return sorted(items, key=key), sorted(items, key=key, reverse=True), max(items, key=key), min(items, key=key)


def shown(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except (TypeError, ValueError, ZeroDivisionError, RecursionError, StopIteration, KeyError) as error:
        lines = []
        trace = error.__traceback__
        while trace:
            lines.append((trace.tb_frame.f_code.co_name, trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
            trace = trace.tb_next
        return type(error).__name__, str(error), lines[1:]


def mapped(function, items):
    return list(map(function, items)), tuple(map(function, items)), sorted(map(function, items))


def last(pair):
    return pair[-1]


def negated(x):
    return -x


def half(x):
    return x / 2


def is_odd(x):
    return x % 2 == 1


def looked(x):
    here = sys._getframe()
    return here.f_code.co_name, here.f_back.f_code.co_name, x


def with_default(x, y=3):
    return (x * 7 + y) % 11


def any_number(*args):
    return args[0] % 5


PAIRS = [(i * 7 % 13, chr(97 + i * 5 % 26)) for i in range(40)]
NUMBERS = [i * 7919 % 101 - 50 for i in range(60)]
for _ in range(300):
    results = [by_key(PAIRS, last), by_key(PAIRS, lambda p: p[0]), by_key(NUMBERS, negated), by_key(NUMBERS, half)]
    results += [by_key(NUMBERS, is_odd), by_key(NUMBERS, with_default), by_key(NUMBERS, any_number), by_key(NUMBERS, abs)]
    maps = [mapped(negated, NUMBERS), mapped(half, NUMBERS), mapped(is_odd, NUMBERS), mapped(last, PAIRS)]
print(results)
print(maps)
looks = [by_key([3, 1, 2], looked), mapped(looked, "ab")]
for _ in range(100):
    assert looks == [by_key([3, 1, 2], looked), mapped(looked, "ab")]
print(looks)

# What the functions were not made for.
print(shown(by_key, [1.5, 2, -3.25, 2**70, True], negated))
print(shown(by_key, [1, 2, "a", 3], negated))
print(shown(by_key, [(1, 2), 3], last), shown(by_key, [], last), shown(max, [], key=last, default="none"))
print(shown(max, [1, 2, 3], key=lambda x: [1, "a", 2][x - 1]), shown(sorted, [1, 2, 3], key=lambda x: [1, "a", 2][x - 1]))
print(max(NUMBERS, key=lambda x: x if x < 40 else float(x)), min(NUMBERS, key=lambda x: x * 2**62))
print(by_key([1, 2, 3], lambda x: float("nan")), by_key([3, 1, 2], lambda x: -1234567891), by_key([3, 1, 2], lambda x: None if x is None else (x % 2,)))
print(by_key([5, 7, 6], lambda x: -1234567891 + (x == 6)), mapped(lambda x: -1234567891, [1, 2]))


def divided(x):
    return 100 // x


for _ in range(50):
    result = shown(by_key, [5, 3, 0, 2], divided), shown(mapped, divided, [5, 0, 2]), shown(by_key, [5, 3, 2], divided)
print(result)

# The list is empty meanwhile; what is iterated may grow.


def sorting():
    items = list(range(20))
    seen = []

    def key(x):
        seen.append(len(items))
        return -x

    items.sort(key=key)
    return items, set(seen)


def modified():
    items = [3, 1, 2]

    def key(x):
        items.append(x)
        return x

    items.sort(key=key)


def growing(most):
    items = [1]

    def key(x):
        if x < most:
            items.append(x + 1)
        return -abs(x - most // 2)

    return max(items, key=key), len(items), list(map(key, items))


def failing(n):
    items = list(range(n))
    calls = []

    def key(x):
        calls.append(x)
        if x == 5:
            raise KeyError(x)
        return x

    return shown(items.sort, key=key), items, calls


for _ in range(100):
    result = sorting(), shown(modified), growing(9), failing(8)
print(result)

# Functions within functions, and from generators.


def nested(n):
    return sorted(range(n), key=lambda x: sum(sorted(range(x), key=lambda y: y * 7 % 5)[:3]))


def deep(n):
    return max([n - 1], key=deep) if n > 0 else 0


def generated(n):
    return max((i * 7 % n for i in range(n)), key=lambda x: x % 5), list(map(lambda x: x + 1, (i for i in range(n))))


def ended(items):
    def function(x):
        if x == 3:
            raise StopIteration
        return x

    return list(map(function, items))


for _ in range(60):
    result = nested(12), deep(20), generated(13), shown(ended, [1, 2, 3, 4])
print(result)
print(shown(deep, 100000)[:2])
rest = iter(range(10))
print(list(map(negated, rest))[:2], next(rest, "end"), list(map(lambda x, y: x + y, [1, 2, 3], [4, 5])), list(map(str, [1, 2])))

# The function becomes another one in the middle.


def first_form(x):
    if x == 30:
        first_form.__code__ = (lambda x: (x, "other")).__code__
    return (x, "first")


def second_form(x):
    if x == 30:
        sys.settrace(tracer)
    return -x


EVENTS = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == "second_form":
        EVENTS.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
        return tracer


for _ in range(40):
    sorted(range(29), key=first_form)
    sorted(range(29), key=second_form)
print(list(map(first_form, range(28, 33))))
print(sorted(range(28, 33), key=second_form))
sys.settrace(None)
print(EVENTS)


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __gt__(self, other):
        return self.value > other.value

    def weight(self):
        return self.value % 4

    def __call__(self, other):
        return other * self.value


ITEMS = [Item(i * 7 % 19) for i in range(19)]
for _ in range(50):
    result = [each.value for each in sorted(ITEMS, key=Item.weight)], max(ITEMS, key=Item.weight).value
    result += max(ITEMS, key=lambda item: item).value, [each.value for each in sorted(ITEMS, key=lambda item: Item(-item.value))]
    result += (list(map(ITEMS[3], [1, 2])),)
print(result)


def threaded(found):
    for _ in range(50):
        found.append((sorted(NUMBERS, key=negated)[:2], max(PAIRS, key=last)))


found = []
threads = [threading.Thread(target=threaded, args=(found,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found), all(each == found[0] for each in found), found[0])
