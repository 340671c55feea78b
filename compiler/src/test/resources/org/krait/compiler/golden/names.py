import os
x = 1

def outer(a, *rest, key=x, **more):
    global x
    counter = 0

    def inner():
        nonlocal counter
        counter += a
        x = os.path
        return counter, x

    del key
    return inner

class Shape:
    __slots__ = ("__area",)
    area = x

    def __init__(self):
        super().__init__()
        self.__area = self.area
