"""What is found together ends from the outside in, as with counted references."""
import gc


class Box:
    def __init__(self, name, inside=None):
        self.name = name
        self.inside = inside

    def __del__(self):
        print(self.name, end=" ")


class Boxes(list):
    def __del__(self):
        print("boxes", end=" ")


def nest(number):
    box = None
    for i in range(number):
        box = Box(i, [{"inside": (box,)}])
    return box


box = nest(12)
del box
gc.collect()
print()

inner = Box("inner")
middle = Box("middle", inner)
outer = Boxes([middle])
inner.back = {"to": inner}
del inner, middle, outer
gc.collect()
print()

first, second = Box("first"), Box("second")
first.inside, second.inside = second, first
del first, second
gc.collect()
print()
