"""Attributes that only __getattr__ has, while instances and classes change."""


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


class Target:
    kind = "target"

    def __init__(self):
        self.count = 0

    def add(self, n):
        self.count += n
        return self


class Lower(Proxy):
    pass


class Lazy:
    made = 0

    def __getattr__(self, name):
        if name == "missing":
            raise AttributeError("no " + name)
        Lazy.made += 1
        value = self.__dict__[name] = name * 2
        return value


class Filling:
    def __getattr__(self, name):
        self.value = 7
        return 5


def use(n):
    seen = []
    for i in range(n):
        p = (Proxy, Lower)[i % 2](Target())
        p.add(i).add(2)
        if i % 1000 == 0:
            p.count = "own"
        seen = [p.count, p.kind, p._target.count]
    return seen


def fill(n):
    seen = []
    for i in range(n):
        f = Filling()
        lazy = Lazy()
        seen = [f.value, f.value, lazy.ab, lazy.ab, vars(lazy)]
        try:
            lazy.missing
        except AttributeError as e:
            seen += [str(e), e.__context__]
    return seen


print(use(1), use(3), use(3001))
print(fill(1), fill(3001), Lazy.made)


def read(p, n):
    for _ in range(n):
        value = p.kind
    return value


p = Proxy(Target())
print(read(p, 3000))
Proxy.__getattr__ = lambda self, name: "other " + name
print(read(p, 3000))
Proxy.kind = "class"
print(read(p, 3000))
del Proxy.kind
print(read(p, 3000))
p.kind = "own"
print(read(p, 3000))
del p.kind
print(read(p, 3000))
vars(p)["kind"] = "dict"
print(read(p, 3000))
del vars(p)["kind"]
print(read(p, 3000))
Proxy.__getattribute__ = lambda self, name: "always " + name
print(read(p, 3000))
del Proxy.__getattribute__
print(read(p, 3000))
del Proxy.__getattr__
try:
    read(p, 3000)
except AttributeError as e:
    print(e)
