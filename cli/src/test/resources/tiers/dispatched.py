# One place that calls a dozen methods, and others now and then, which look at the frame that calls them.

import sys


class Machine:
    """Calls many methods through one place: the last of them seldom."""

    def __init__(self):
        self.log = []
        self.table = [getattr(self, "do%d" % i) for i in range(16)]
        self.total = 0

    def step(self, i):
        local = i * 3
        which = i % 11 if i % 97 else 11 + i % 5
        value = self.table[which](local)
        return value + local

    def do15(self, x):
        held = sys._getframe(1).f_locals
        self.log.append((held["i"], held["local"], held["which"]))
        return 1 // (x % 2)


for number in range(15):
    exec("def do%d(self, x):\n    self.total += %d\n    return x + %d" % (number, number, number))
    setattr(Machine, "do%d" % number, globals()["do%d" % number])


def dispatched():
    machine = Machine()
    total = failed = 0
    for i in range(3000):
        try:
            total += machine.step(i)
        except ZeroDivisionError:
            failed += 1
    print(total, failed, machine.total, len(machine.log), machine.log[-1])


dispatched()
