# Classes that derive from list and tuple and leave indexing, len() and truth as they are, until they do not.
import os, time
from collections import namedtuple


class Stack(list):
    def push(self, x):
        self.append(x)

    def top(self):
        return self[-1]

    @property
    def empty(self):
        return not self


def run(s, values):
    total = 0
    for v in values:
        s.push(v)
        total += len(s)
        if not s.empty:
            total += s.top()
    while s:
        total += s.pop() + s[0] if len(s) > 1 else s.pop()
    return total


ints = list(range(20))
print({run(Stack(), ints) for _ in range(60)}, run(Stack(), [0.5, 1.5, 2]), run(Stack([2**70]), [2**65, True]))
try:
    Stack().top()
except IndexError as e:
    print(e)


def tops(s, n):
    got = []
    for i in range(n):
        try:
            got.append(s.top())
            s.pop()
        except IndexError as e:
            got.append(str(e))
    return got


for _ in range(50):
    tops(Stack('abc'), 3)
print(tops(Stack('ab'), 4), tops(Stack([1.5]), 2))


class Loud(Stack):
    def __getitem__(self, i):
        return 100 if i == -1 else super().__getitem__(i)


class Odd(Stack):
    def __len__(self):
        return super().__len__() // 2


class Never(Stack):
    def __bool__(self):
        return False


class Noting(Stack):
    def append(self, x):
        super().append(x + 1)

    def pop(self):
        return super().pop() * 10


for cls in (Loud, Odd, Never, Noting, Stack):
    print(cls.__name__, run(cls(), [3, 4, 5]))
s = Stack([1, 2])
Stack.__getitem__ = lambda self, i: list.__getitem__(self, i) * 1000
print(run(s, [7]), run(Stack(), [1.5]))
del Stack.__getitem__
Stack.__len__ = lambda self: 1 if list.__len__(self) else 0
print(run(Stack(), [7, 8]))
del Stack.__len__
Stack.__bool__ = lambda self: list.__len__(self) > 1
print(run(Stack(), [7, 8]))
del Stack.__bool__
print(run(Stack(), ints))

P = namedtuple('P', 'x y z')


def firsts(points):
    return sum(p[0] + p[-1] + len(p) for p in points if p)


points = [P(i, 2, 3 * i) for i in range(30)]
print({firsts(points) for _ in range(60)}, firsts([P(1.5, 2, 3), P(2**70, 0, 0), (1, 2), [3, 4], 'ab'[:0]]))
P.__getitem__ = lambda self, i: tuple.__getitem__(self, i) + 1
print(firsts(points))
del P.__getitem__


def third(p):
    return p[3]


for _ in range(60):
    for p in points:
        try:
            third(p)
        except IndexError as e:
            message = str(e)
print(message)


def last(x):
    return x[-1], len(x), bool(x)


now = time.gmtime(0)
for _ in range(100):
    last(points[0]), last(now)
print(last(now), last(os.stat_result(range(10)))[1:], last(os.terminal_size((3, 4))))


class Words(str):
    pass


class Table(dict):
    def __missing__(self, key):
        return key * 2


def sizes(things):
    return [(len(t), bool(t)) for t in things]


for _ in range(60):
    sizes([Stack([1]), P(1, 2, 3), Words('abc'), Table(), Stack()])
print(sizes([Stack([1]), P(1, 2, 3), Words('abc'), Table(), Stack(), Odd([1]), Never([1]), Table(a=1)]))
for bad in (lambda self: -1, lambda self: 'no', lambda self: 2**70):
    Table.__len__ = bad
    for f in (len, bool):
        try:
            print(f(Table()))
        except (TypeError, ValueError, OverflowError) as e:
            print(type(e).__name__, e)


def truth(x):
    return 'yes' if x else 'no'


class Number(int):
    pass


for _ in range(100):
    truth(Number(0)), truth(Number(2)), truth(Words('')), truth(points[0])
print(truth(Number(0)), truth(Number(2)), truth(Words('')), truth(Words('a')), truth(points[0]))
Number.__bool__ = lambda self: self != 2
print(truth(Number(0)), truth(Number(2)))
