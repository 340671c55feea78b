"""__del__: at gc.collect(), once, also in cycles; weak references call back."""
import gc
import weakref

gone = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        gone.append(self.name)


class Items(list):
    def __del__(self):
        gone.append(("items", len(self)))


def make():
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a
    Items([1, 2, 3])


make()
gc.collect()
print(sorted(map(str, gone)))


class Lazarus:
    saved = None

    def __del__(self):
        gone.append("raised")
        Lazarus.saved = self


gone.clear()
Lazarus()
gc.collect()
print(gone, gc.is_finalized(Lazarus.saved))
Lazarus.saved = None
gc.collect()
print(gone)


class Plain:
    pass


calls = []
kept = Plain()
references = [weakref.ref(Plain(), lambda r: calls.append(r)), weakref.ref(kept, calls.append)]
gc.collect()
print(len(calls), references[0]() is None, references[1]() is kept)
print(kept.__weakref__ is references[1])
it = iter(Items([5]))
gone.clear()
print(next(it), next(it, None))
gc.collect()
print(gone)
