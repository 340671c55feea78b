# Dicts of one display or call have their keys in common until one of them gets or loses a key.


def point(x, y):
    return {"x": x, "y": y}


def named(**named):
    return named


def changed(i):
    p = point(i, -i)
    q = dict(p)
    match i % 8:
        case 0:
            p["z"] = i
        case 1:
            del p["x"]
        case 2:
            p.popitem()
        case 3:
            p.pop("x")
            p["x"] = 0
        case 4:
            p.clear()
        case 5:
            p.update(y=1, w=2)
        case 6:
            p["x"] = "set"
        case 7:
            p.setdefault("v", []).append(i)
    return p, q, point(i, i), p | q, list(p), list(reversed(q))


def during(i):
    p = point(i, i)
    try:
        for key in p:
            p["z"] = key
    except RuntimeError as error:
        return str(error)


def one(i):
    d = {"only": i}
    if i & 1:
        d.pop("only")
    d[i] = i
    return d


def twice(i):
    return {"a": i, "b": 2, "a": 3}


def taken(**given):
    given.pop("a")
    return given


def keywords(i):
    options = {"a": i, "b": 2}
    first = named(**options)
    first["c"] = 3
    second = named(a=i, b=i)
    del second["a"]
    return first, second, taken(**options), options


def positional(a, /, b, *rest, c=3, **more):
    return a, b, rest, c, more


def only_named(*, c, d=4):
    return c, d


def starred(function, *args, **named):
    try:
        return function(*args, **named)
    except TypeError as error:
        return str(error)


class Text(str):
    pass


def run():
    results = []
    for i in range(64):
        results = [changed(i), during(i), one(i), twice(i), keywords(i)]
        if i > 55:
            print(results)
    for i in range(64):
        results = [
            starred(positional, i, b=2, x=3),
            starred(positional, i, 2, 5, 6, c=7),
            starred(positional, i, 2, b=3),
            starred(positional, i, a=2, c=1),
            starred(positional, a=1, b=2),
            starred(only_named, c=i),
            starred(only_named, d=i),
            starred(only_named, c=i, e=5, f=6),
            starred(only_named, i, c=1),
            starred(only_named, **{Text("c"): i}),
            starred(point, i, y=3),
            starred(point, i, 3, x=3),
            starred(point, x=i),
            starred(named, **{"a": 1}, **{"b": i}),
        ]
        if i in (0, 63):
            print(*results, sep="\n")
    try:
        named(**{1: 2})
    except TypeError as error:
        print(error)


run()
