"""Methods as values: tables, callbacks and keys, while instances and classes change."""

import gc
import weakref


class Machine:
    def __init__(self, start):
        self.value = start
        self.table = {"add": self.add, "twice": self.twice, "reset": self.reset}

    def add(self, x=1):
        self.value += x
        return self

    def twice(self):
        self.value *= 2
        return self

    def reset(self):
        self.value = 0
        return self


class Lower(Machine):
    def twice(self):
        self.value *= 3
        return self


class Slots:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def cost(self, other=0):
        return -self.value + other


def run(machine, names):
    for name in names:
        machine.table[name]()
    step = machine.add
    for i in range(3):
        step(i)
    return machine.value, step.__self__ is machine, step.__name__, machine.add == step, machine.add is step


def costs(items):
    first = items[0].cost
    return sorted(items, key=lambda item: item.cost())[0].value, first(2), [f() for f in [each.cost for each in items]]


def take(owner):
    found = owner.add
    return found(2)


for i in range(1500):
    seen = run(Machine(i), ["add", "twice"]), run(Lower(i), ["twice", "add", "reset"]), costs([Slots(i), Slots(3)])
print(seen)
one, other = Machine(1), Lower(2)
for i in range(1500):
    if i == 1000:
        other.add = lambda x: "own"
    results = [take(one), take(other)]
print(one.value, results[1], other.value)
Machine.add = lambda self, x: ("changed", x)
print(take(one), take(other))
del other.add
print(take(other))
Machine.add = property(lambda self: len)
try:
    take(one)
except TypeError as error:
    print(error)
Machine.add = staticmethod(lambda x: x + 40)
print(take(one), take(Lower(0)))
del Machine.add
try:
    take(one)
except AttributeError as error:
    print(error)
one.__dict__["add"] = abs
print(take(one))


def remembered_once():
    """What a place saw once is not kept alive by it."""

    class Short:
        def method(self):
            return 4

    instance = Short()
    bound = weakref.WeakMethod(instance.method)
    alone = weakref.ref(Short.method)
    del Short.method
    gc.collect()
    print("gone", bound(), alone())


remembered_once()
