"""Recursion too deep, found at the entry of machine code, before a closure's cells are there."""
import sys


def outer(n):
    def f():
        return f()

    def g(depth, *rest):
        try:
            return g(depth + 1, n)
        except RecursionError:
            return depth > 100, n

    for _ in range(5):
        try:
            f()
        except RecursionError as error:
            print(type(error).__name__, error)
    return g(0)


sys.setrecursionlimit(400)
for _ in range(30):
    found = outer(7)
print(found)
