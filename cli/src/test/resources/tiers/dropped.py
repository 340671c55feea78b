"""Machine code goes with the code that it was made of, also where it waits for that of what it calls."""
import gc
import weakref

SOURCE = """
class Made:
    step = 3

    def __init__(self, start):
        self.total = start

    def add(self, items):
        for item in items:
            self.total += item * self.step if item % 3 else -item
        return self.total


def steps(items):
    for item in items:
        yield item


def made(items):
    keep = Made(1)
    last = 0
    for turn in range(40):
        last = keep.add(items)
    return last, [item for item in steps(items) if item % 2 == 0][:5], sum(x + 1 for x in items)
"""


def make():
    space = {}
    exec(compile(SOURCE, "<made>", "exec"), space)
    items = list(range(200))
    for _ in range(3):
        space["made"](items)
    return weakref.ref(space["Made"].add), weakref.ref(space["made"])


kept = [make() for _ in range(30)]
gc.collect()
alive = sum(each() is not None for pair in kept for each in pair)
print("few are left" if alive < 6 else f"{alive} of 60 are left")
