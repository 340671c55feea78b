# A generator that is dropped closes its file before the file is missed.
import gc
import sys
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, *rest: print('warned', message.__class__.__name__)


def lines():
    file = open(__file__, 'rb')
    try:
        yield from file
    finally:
        print('closing')
        file.close()


class Keeper:
    def __init__(self):
        self.file = open(__file__, 'rb')

    def __del__(self):
        print('keeper', self.file.closed)
        self.file.close()


class Steps:
    __next__ = lines().__next__


def use():
    steps = Steps()
    return len(steps.__next__())


iterator = lines()
print(len(next(iterator)))
del iterator
gc.collect()
print('dropped')
print(use())
del Steps
gc.collect()
print('dropped')
Keeper()
gc.collect()
print('dropped')
open(__file__, 'rb')
gc.collect()
print('end')
