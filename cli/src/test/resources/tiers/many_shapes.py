# Attributes and methods of more shapes than a place has guards for.


class Base:
    kind = "base"

    def __init__(self, v):
        self.v = v

    def f(self, by=1):
        return self.v * by

    def g(self):
        return self.kind


def make(n):
    space = {"kind": n, "f": eval(f"lambda self, by={n}: self.v + by + {n}")} if n % 3 else {}
    cls = type(f"C{n}", (Base,), space)
    made = cls(n)
    for i in range(n % 4):
        setattr(made, "x" * (i + 1), i)
    return made


class Dynamic:
    def __getattr__(self, name):
        return (lambda by=2: by) if name in "fg" else name


class Slotted:
    __slots__ = ("v", "f")
    g = staticmethod(lambda: "slot")

    def __init__(self):
        self.v = 9
        self.f = lambda by=3: by


def methods(objects):
    total = 0
    for each in objects:
        total += each.f() + each.f(3) + each.f(by=4)
    return total


def values(objects):
    return [(each.v, each.kind) for each in objects]


def kinds(objects):
    return [each.g() for each in objects]


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


for count in (3, 8, 9, 40):
    objects = [make(n) for n in range(count)]
    for _ in range(300):
        result = methods(objects), values(objects)[-1], kinds(objects)[:12]
    print(result)
    Base.kind = f"base {count}"
    type(objects[1]).f = lambda self, by=0: 1000
    objects[2].f = lambda by=0: 5
    type(objects[-1]).__getattribute__ = lambda self, name: 77 if name == "v" else object.__getattribute__(self, name)
    print(methods(objects), values(objects)[:3], kinds(objects)[-3:])
    print(attempt(methods, objects + [Dynamic(), Slotted()]), attempt(kinds, [Dynamic(), Slotted()] + objects)[:3])
    print(attempt(values, objects + [Dynamic()])[-1], attempt(values, [Slotted()]), attempt(methods, [1]), attempt(kinds, [object()]))
