"""Classes that get a __del__, by themselves or by a base, when machine code already makes their instances."""
import gc

ended = 0


def note(self):
    global ended
    ended += 1


class Plain:
    def __init__(self, x):
        self.x = x


def ends():
    # The place of the last one may keep it until the next call.
    gc.collect()
    make(1)
    gc.collect()
    return ended


def make(n):
    total = 0
    for i in range(n):
        total += Plain(i).x
    return total


print(make(20000))
Plain.__del__ = note
print(make(500))
print("with __del__", ends())
del Plain.__del__
print(make(20000))
print("without again", ends())


class Base:
    pass


class Derived(Base):
    pass


def bare(n, at):
    for i in range(n):
        if i == at:
            Base.__del__ = note
        Derived()


ended = 0
bare(20000, -1)
print("base without", ends())
bare(20000, 19900)
print("base in mid-run", ends())
bare(100, -1)
print("base with", ends())
del Base.__del__
bare(20000, -1)
print("base without again", ends())
