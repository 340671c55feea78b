# arguments bound at the call: *args, **kwargs, keyword-only parameters, defaults, stars
def gather(*args, **kwargs):
    return len(args), sorted(kwargs.items())


def rest(a, *args, b=2, **kwargs):
    return a, args, b, kwargs


def only(a, *, scale=1, offset=0):
    return a * scale + offset


def must(a, *, key):
    return a, key


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


def just(function, args):
    return function(*args)


def plain(a, b):
    return a - b


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except TypeError as e:
        return str(e)


def remembered(function):
    known = {}

    def wrapper(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    return wrapper


@remembered
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


def maker(step):
    def add(times=1, *, more=0):
        return step * times + more

    return add


def work(n):
    total = 0
    options = {"scale": 2, "offset": 1}
    adders = [maker(i) for i in range(4)]
    for i in range(n):
        total += len(gather(i, i, key=i)[1]) + gather()[0]
        a, args, b, kwargs = rest(i, 1, 2, c=4)
        total += a + sum(args) + b + kwargs["c"]
        kwargs["d"] = 1
        a, args, b, kwargs = rest(i, b=5)
        total += a + len(args) + b + len(kwargs)
        total += only(i) + only(i, scale=2) + only(i, **options) + only(*(i,), **options)
        total += must(i, key=3)[1]
        total += forward(plain, i, 1) + forward(plain, i, b=1) + forward(only, i, offset=2)
        total += just(plain, (i, 2)) + just(gather, (i, i))[0]
        for add in adders:
            total += add() + add(2) + add(times=3)
    return total


print(work(3000))
print(paths(9, 9), paths(3, 12))
only.__kwdefaults__["scale"] = 10
print(work(10))
only.__kwdefaults__ = {"scale": 3}
print(attempt(only, 1))
only.__kwdefaults__ = {"scale": 3, "offset": 0}
print(work(10))
del only.__kwdefaults__["offset"]
print(attempt(only, 1), attempt(work, 10))
only.__kwdefaults__ = {"scale": 1, "offset": 0}
print(work(3000))
plain.__defaults__ = (7,)
print(attempt(forward, plain, 1), attempt(just, plain, (1,)), attempt(just, plain, (1, 2, 3)))


def calls(n, f, args, kwargs):
    out = []
    for i in range(n):
        out.append(attempt(f, *args, **kwargs))
    return out[-1]


print(calls(3000, must, (1,), {"key": 2}))
print(calls(3000, must, (1,), {}))
print(calls(3000, must, (1, 2), {"key": 2}))
print(calls(3000, rest, (), {"a": 1, "z": 2}))
print(calls(3000, rest, (1,), {"a": 1}))


class Mapping:
    def keys(self):
        return ["key"]

    def __getitem__(self, key):
        return key * 2


def star(f, args, kwargs):
    return f(*args, **kwargs)


for i in range(3000):
    star(must, (i,), {"key": i})
print(star(must, [5], Mapping()), star(must, (5,), {"key": 6}))
try:
    star(must, (5,), {1: 6})
except TypeError as e:
    print(e)
try:
    star(must, 5, {})
except TypeError as e:
    print(e)
try:
    star(must, (), 5)
except TypeError as e:
    print(e)


def keep(*args, **kwargs):
    return args, kwargs


def same(args, kwargs):
    return keep(*args, **kwargs)


given = {"x": 1}
for i in range(3000):
    a, k = same((1, 2), given)
    k["y"] = i
print(given, k)


class Point:
    def __init__(self, x, y=0, *rest, z=0, **named):
        self.all = x, y, rest, z, named

    def __call__(self, *args, z=1):
        return args, z, self.all


def points(n):
    for i in range(n):
        p = Point(i, z=2, w=3)
        q = Point(1, 2, 3, 4)
        r = p(1, 2), q(z=4)
    return r


print(points(3000))


def grow(depth, *args):
    return args if depth == 0 else grow(depth - 1, depth, *args)


for i in range(500):
    g = grow(10)
print(g)
