"""Threads that set, delete and look through the attributes of the same object mix nothing up."""
import sys
import threading

ROUNDS = 4000
failures = []


class Shared:
    __slots__ = ("fixed", "__dict__")

    def __init__(self):
        self.fixed = "fixed"
        self.a, self.b, self.c, self.d, self.e, self.f = "abcdef"


def run(*bodies):
    for _ in range(3):
        shared = [Shared() for _ in range(20)]
        start = threading.Barrier(len(bodies))

        def call(body):
            start.wait()
            try:
                for i in range(ROUNDS):
                    body(shared[i % 20], i)
            except Exception as e:
                failures.append(repr(e))

        threads = [threading.Thread(target=call, args=(body,)) for body in bodies]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def deletes(o, i):
    try:
        del o.a
    except AttributeError:
        pass
    o.a = "a"


def reads(o, i):
    for name in "abcdef":
        if getattr(o, name, name) != name:
            failures.append(name)
    try:
        if o.b != "b" or o.f != "f" or o.fixed != "fixed":
            failures.append("cached")
        if o.a != "a":
            failures.append("a")
    except AttributeError as e:
        if e.name != "a":
            failures.append(str(e))


def writes(o, i):
    o.e = "e"
    o.fixed = "fixed"
    name = "x%d" % (i % 30)
    setattr(o, name, name)
    if getattr(o, name) != name:
        failures.append(name)


def takes_dict(o, i):
    if i % 97 == 96 and o.__dict__["e"] != "e":
        failures.append("dict")


run(deletes, reads, writes)
run(deletes, reads, writes, takes_dict)
print(failures[:5])


class Counter:
    pass


def count(n, counter):
    for i in range(ROUNDS):
        setattr(counter, "n%d_%d" % (n, i % 40), i)
        vars(counter) if i == 3000 else None


counter = Counter()
threads = [threading.Thread(target=count, args=(n, counter)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(vars(counter)), sum(vars(counter).values()) == 3 * sum(range(ROUNDS - 40, ROUNDS)))
