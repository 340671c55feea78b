"""Places that call one of several things, and calls with stars, once they are machine code."""

import functools


def add(a, b=10):
    return a + b


def make(n):
    def inner(a):
        return a * n

    return inner


def numbers(a):
    yield a
    yield a + 1


class Point:
    def __init__(self, x):
        self.x = x

    def plus(self, y):
        return self.x + y

    def __call__(self, y):
        return self.x * y


class Loud:
    def __abs__(self):
        return "loud"


def fails(a):
    raise ValueError(a)


def each(functions, value):
    result = []
    for function in functions:
        result.append(function(value))
    return result


def nested(functions, value):
    for function in functions:
        value = function(value)
    return value


def shown(value):
    return [shown(each) for each in value] if isinstance(value, list) else getattr(value, "x", value)


def first_builtin(functions, value):
    for function in functions:
        value = function(value)
    return value


for i in range(3000):
    first_builtin((abs, lambda a: a + 1), -i)
print(first_builtin((abs, lambda a: a + 1), -5), first_builtin((abs, abs, str), -5))
point = Point(7)
pipeline = (add, make(2), make(3), abs, point.plus)
for i in range(3000):
    nested(pipeline, i)
    each(pipeline, -i)
print(nested(pipeline, 1), each(pipeline, -5))
print(each((add, abs), 1.5), each((make("ab"), make([1])), 2))
try:
    each((add, abs, make(4)), "text")
except TypeError as e:
    print(e, e.__traceback__.tb_next.tb_lineno - each.__code__.co_firstlineno)
print(each((abs, abs), Loud()))
many = (add, make(5), Point, point, point.plus, abs, str, int, hex, functools.partial(add, 1), lambda a: -a)
for i in range(2000):
    each(many, i)
print(shown(each(many, 12)))
print([list(each((numbers, numbers), 3)[k]) for k in range(2)])
try:
    each((add, fails), 1)
except ValueError as e:
    trace = e.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    print(e, trace.tb_frame.f_code.co_name, trace.tb_frame.f_locals, trace.tb_frame.f_back.f_code.co_name)
try:
    each((add, 5), 1)
except TypeError as e:
    print(e)
make_default = each((lambda a: (lambda b=a: b), make(1)), 4)
print(make_default[0](), make_default[1])
add.__defaults__ = (100,)
print(each(pipeline, 1))


# ---- stars


def plain(a, b, c=3):
    return a, b, c


def named(a, *, key, other="o"):
    return a, key, other


def rest(a, *args, **kwargs):
    return a, args, sorted(kwargs.items())


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def call_plain(args, kwargs):
    return plain(*args, **kwargs)


def call_named(args, kwargs):
    return named(*args, **kwargs)


def call_rest(args, kwargs):
    return rest(*args, **kwargs)


def outcome(function, *args):
    try:
        return function(*args)
    except TypeError as e:
        return str(e)


class Text(str):
    pass


tried = [
    ((1, 2), {}), ((1, 2, 3), {}), ((1,), {"b": 2}), ((), {"a": 1, "b": 2, "c": 4}), ((1, 2), {"c": 5}),
    ((1,), {}), ((1, 2, 3, 4), {}), ((1, 2), {"b": 3}), ((1, 2), {"d": 3}), ((), {}), ((1,), {"key": 1}),
    ((1,), {"key": 1, "other": 2}), ((1, 2), {"key": 1}), ((1,), {Text("key"): 5}), ((1, 2), {5: 6}), ([1, 2], {}),
    ("ab", {}), (range(3), {}), ((1,), {"self": 1, "a": 2}), (5, {}), ((1, 2), 5),
]
for i in range(1500):
    call_plain((1,), {"b": i}), call_named((1,), {"key": i}), call_rest((1, i), {"z": i})
    forward(plain, i, b=2), forward(rest, i, i, x=i)
for args, kwargs in tried:
    for function in (call_plain, call_named, call_rest):
        print(function.__name__[5:], args, kwargs, outcome(function, args, kwargs))
wrapped = timed(plain), timed(named), timed(rest)
for i in range(1500):
    wrapped[0](i, 2), wrapped[1](i, key=i), wrapped[2](i, i, k=i)
print(wrapped[0](1, b=5), wrapped[1](1, key=2), wrapped[2](*"abc", **{"q": 1}))
print(outcome(wrapped[0]), outcome(wrapped[1], 1), outcome(forward, plain, 1), outcome(forward, None, 1))
given = {"k": 1}
print(forward(lambda **kw: kw is given or kw, **given), given)


def changes(*args, **kwargs):
    kwargs["more"] = len(args)
    return kwargs


for i in range(1500):
    call = forward(changes, 1, **given)
print(call, given)
