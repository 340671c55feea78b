"""Weak references: who is told of an object's end, in which order, and what one can see then."""
import gc
import threading
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def collect():
    gc.collect()
    gc.collect()
    gc.collect()


def teller(log, text):
    return lambda reference: log.append((text, reference() is None))


def newest_first():
    log = []
    thing = Thing("a")
    references = [weakref.ref(thing, teller(log, i)) for i in range(5)]
    plain = weakref.ref(thing)
    print(weakref.getweakrefcount(thing), weakref.getweakrefs(thing)[0] is plain, plain is weakref.ref(thing))
    print([weakref.getweakrefs(thing)[1 + i] is references[4 - i] for i in range(5)])
    del references[2]
    collect()
    print(weakref.getweakrefcount(thing), log)
    del thing
    collect()
    print(log, plain(), references[0].__callback__)


def dropped_references():
    """Many references to one object that are dropped, and some that stay between them."""
    log = []
    thing = Thing("b")
    kept = [weakref.ref(thing, teller(log, i)) for i in range(1000)]
    for i in range(999, 0, -1):
        if i % 250:
            del kept[i]
    collect()
    print(weakref.getweakrefcount(thing), [a is b for a, b in zip(weakref.getweakrefs(thing), kept[::-1])])
    shared = weakref.ref(thing)
    print(weakref.ref(thing) is shared, weakref.getweakrefcount(thing))
    del thing
    collect()
    print([text for text, _ in log], len(log))


def callbacks_that_fail_or_collect():
    import sys

    log = []
    sys.unraisablehook = lambda failed: log.append(str(failed.exc_value))
    things = [Thing(str(i)) for i in range(4)]

    def failing(reference):
        raise ValueError("told")

    def collecting(reference):
        log.append("before")
        gc.collect()
        log.append("after")

    references = [weakref.ref(thing, call) for thing, call in zip(things, [failing, collecting, failing, teller(log, 3)])]
    while things:
        del things[-1]
        collect()
    sys.unraisablehook = sys.__unraisablehook__
    print(log, [reference() for reference in references])


def at_the_end_of_an_owner():
    """A reference that only a dropped object has still gives what only that object holds."""

    class Owner:
        def __init__(self):
            self.helper = Thing("helper")
            self.weak = weakref.ref(self.helper)
            self.me = weakref.ref(self)

        def __del__(self):
            print(self.weak() is self.helper, self.me() is self)

    owner = Owner()
    del owner
    collect()


def together():
    """An object and its reference in one ring: nobody is told."""
    log = []
    thing = Thing("c")
    thing.own = weakref.ref(thing, teller(log, "ring"))
    thing.ring = thing
    outer = weakref.ref(thing, teller(log, "outer"))
    del thing
    collect()
    print(log, outer())


def containers():
    keys = [Thing(str(i)) for i in range(3000)]
    by_key = weakref.WeakKeyDictionary((key, i) for i, key in enumerate(keys))
    by_name = weakref.WeakValueDictionary((key.name, key) for key in keys)
    members = weakref.WeakSet(keys)
    print(len(by_key), len(by_name), len(members))
    del keys[1000:2000]
    collect()
    print(len(by_key), len(by_name), len(members), sorted(by_key.values())[999:1001], "1500" in by_name)
    again = {id(key): key.name for key in keys}
    print(len(again), all(again[id(key)] == key.name for key in keys))
    keys.clear()
    key = None
    collect()
    print(len(by_key), len(by_name), len(members))


def threads():
    """References made and dropped in several threads at once; all whose objects are gone are told once."""
    told = []
    kept = []

    def work(number):
        mine = []
        for i in range(400):
            thing = Thing(f"{number}.{i}")
            mine.append(weakref.ref(thing, lambda reference: told.append(1)))
            weakref.ref(thing)
            if i % 40 == 0:
                kept.append(thing)
        kept.append(mine)

    workers = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    collect()
    alive = sum(reference() is not None for mine in kept if isinstance(mine, list) for reference in mine)
    print(len(told), alive)


newest_first()
dropped_references()
callbacks_that_fail_or_collect()
at_the_end_of_an_owner()
together()
containers()
threads()
