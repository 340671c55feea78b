"""Places that call the same few functions again and again, and at the end of each run something else."""

import sys


class Machine:
    def __init__(self):
        self.stack = []
        self.table = {"push": self.push, "add": self.add, "seen": self.seen, "wrong": self.wrong, "builtin": len}

    def push(self, a):
        self.stack.append(a)

    def add(self, a):
        self.stack.append(self.stack.pop() + self.stack.pop() + a)

    def seen(self, a):
        names = sys._getframe(1).f_locals
        self.stack.append((names["op"], names["total"] % 7, sorted(names)))

    def wrong(self, a):
        raise LookupError(a)

    def run(self, code):
        total = 0
        for op, a in code:
            total += 1
            try:
                self.table[op](a)
            except LookupError as error:
                self.stack.append((error.args[0], error.__traceback__.tb_lineno - Machine.run.__code__.co_firstlineno))
        return total


LOOP = [("push", 1), ("push", 2), ("add", 3)] * 50


def machines(count):
    rare = [("seen", 0), ("wrong", 1), ("builtin", [1]), ("push", "x"), ("add", 1.5)]
    results = []
    for i in range(count):
        machine = Machine()
        machine.run(LOOP + [rare[i % len(rare)]] if i > 60 else LOOP)
        results.append(machine.stack[-1])
    return results[-5:]


def one(a):
    return a + 1


def other(a):
    return sys._getframe(1).f_locals["i"] + a


def apply(function, count):
    total = 0
    for i in range(count):
        total += function(i)
    return total


def applied(count):
    total = 0
    for i in range(count):
        total += apply(one, 40) + apply(other if i % 9 == 8 else one, 3) + apply(abs if i % 10 == 9 else one, 3)
    return total


class Doubled:
    def __init__(self, by):
        self.by = by

    def times(self, a):
        return self.by * a


def bound(count):
    two, half = Doubled(2).times, Doubled("ab").times
    total = 0
    for i in range(count):
        for _ in range(30):
            total += two(i)
            call = two if i % 11 or i < 100 else half
            total += len(str(call(i % 5)))
    return total


print(machines(600))
print(applied(900))
print(bound(700))
