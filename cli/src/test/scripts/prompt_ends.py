"""What is dropped comes to its end before the next line, without gc.collect()."""


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


class Plain:
    pass


def step(title):
    print("--", title)


step("del of a name")
x = Told("x")
del x
step("rebinding")
x = Told("first")
x = None
step("a result that nobody takes")
Told("result")


def local():
    here = Told("here")
    print("in the function")


step("the end of a function")
local()


def passed(given):
    del given
    print("still in the function")


step("an argument")
passed(Told("argument"))
step("the object of a call")
repr(Told("object"))
Told("owner").name
step("items")
items = {1: Told("one"), "two": Told("two"), 3: [Told("three"), Told("four")]}
del items[1]
items["two"] = None
items.clear()
step("attributes")
plain = Plain()
plain.a = Told("a")
plain.b = Told("b")
plain.c = Told("c")
del plain.a
plain.b = None
del plain
step("what two hold ends with the second")
x = y = Told("shared")
del x
print("one is left")
del y


def fails():
    kept = Told("kept by a traceback")
    raise ValueError


step("exceptions")
try:
    fails()
except ValueError as error:
    print("caught")


def counter():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


step("generators")
numbers = counter()
next(numbers)
del numbers
for number in counter():
    break


class Outer:
    def __init__(self):
        self.inner = Told("inner")

    def __del__(self):
        print("end of outer")


def closed_over():
    hidden = Told("hidden")
    return lambda: hidden


step("what others hold")
outer = Outer()
del outer
function = closed_over()
del function
step("gc.disable")
import gc

gc.disable()
Told("without the collector")
step("sorted keys")
data = [3, 1, 2]


class Killer(Told):
    def __del__(self):
        data.append(4)

    def __lt__(self, other):
        return self.name < other.name


try:
    data.sort(key=Killer)
except ValueError as error:
    print(error)
step("end")
for kind in set, frozenset, list, tuple, dict:
    class Container(kind):
        def __del__(self):
            print("end of", type(self).__base__.__name__)

    iterator = iter(Container())
    step("an iterator holds")
    list(iterator)
    gc.collect()
step("last")


# ---- what a generator holds whose own end nobody can see


class Heard:
    def __del__(self):
        print('told')


def silent(told):
    try:
        yield told
    except (IndexError, KeyError):
        print('never')


def drop_one():
    waiting = silent([Heard()])
    next(waiting)


waiting = silent(Heard())
next(waiting)
del waiting
print('the generator is gone')
drop_one()
print('the function is left')
for value in silent(Heard()):
    break
del value
print('the loop is left')
