"""Weak references to what is dropped are dead at once, and call back."""
import sys
import weakref


class Plain:
    pass


class Told:
    def __del__(self):
        print("__del__")


def show(reference):
    print(reference() is None)


a = Plain()
reference = weakref.ref(a)
show(reference)
del a
show(reference)

a = Plain()
reference = weakref.ref(a, lambda r: print("called back"))
a = None
show(reference)


def local():
    b = Plain()
    weakref.finalize(b, print, "finalized")
    print("in the function")


local()
print("after the function")


def returned():
    b = Plain()
    return weakref.ref(b)


show(returned())
a = Told()
reference = weakref.ref(a, lambda r: print("then the callback"))
del a

known = weakref.WeakValueDictionary()
a = known["a"] = Plain()
print(len(known))
del a
print(len(known))
members = weakref.WeakSet()
a = Plain()
members.add(a)
print(len(members))
del a
print(len(members))

a = Plain()
calls = []
for name in "first", "second", "third":
    weakref.finalize(a, calls.append, name)
del a
print(calls)


class Node:
    def __init__(self, parent):
        self.parent = parent and weakref.ref(parent)
        self.children = []
        if parent:
            parent.children.append(self)

    def up(self):
        return self.parent()


root = Node(None)
leaf = Node(Node(root))
print(leaf.up().up() is root)
middle = weakref.ref(root.children[0])
root.children.clear()
print(middle() is None, leaf.up() is None)


async def waits():
    pass


def warned(message, category, *rest):
    print(category.__name__, message)


import warnings

warnings.showwarning = warned
waits()
print("end")
