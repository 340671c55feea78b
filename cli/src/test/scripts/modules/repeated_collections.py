"""gc.collect() in a row: each finds what was dropped, or let go of, since the one before."""
import gc
import signal
import weakref


class Node:
    pass


class Link:
    """Its end drops a cycle."""

    def __init__(self, rest):
        self.rest = rest
        self.me = self

    def __del__(self):
        self.rest.pop()


def cycle():
    node = Node()
    node.me = node
    return node


def chain():
    """One collection ends the link, the next what the link held."""
    held = [cycle()]
    end = weakref.ref(held[0])
    link = Link(held)
    del link
    gc.collect()
    gc.collect()
    gc.collect()
    return end()


def chain_of_three():
    """Each collection ends one link, and with it what holds the next."""
    ended = []

    class Told(Link):
        def __del__(self):
            ended.append(len(self.rest))
            super().__del__()

    def linked(n):
        return [Told(linked(n - 1))] if n else [cycle()]

    linked(3)[0].me = None
    held = linked(3)
    del held
    gc.collect()
    one = list(ended)
    gc.collect()
    gc.collect()
    gc.collect()
    return one != [], ended


def chain_of_callbacks():
    """What a callback drops is found by the collection behind it."""
    held = [cycle() for _ in range(3)]
    told = []
    ends = [weakref.ref(node, lambda end: told.append(len(held)) or held and held.pop()) for node in held]
    del held[1:]
    held += [cycle(), cycle()]
    held.append(held[0].me)
    del held[0]
    gc.collect()
    gc.collect()
    gc.collect()
    gc.collect()
    return len(told), [end() is None for end in ends]


def ended_generator():
    """A generator in a cycle drops another cycle when it is closed."""
    nodes = [cycle()]
    end = weakref.ref(nodes[0])

    def waiting():
        me = [holder]
        try:
            yield me
        finally:
            nodes.clear()

    holder = Node()
    holder.generator = waiting()
    next(holder.generator)
    del holder
    gc.collect()
    gc.collect()
    gc.collect()
    return nodes, end()


def dropped_between(gc=gc):
    node = cycle()
    end = weakref.ref(node)
    gc.collect()
    node = None
    gc.collect()
    return end()


def dropped_by_argument():
    nodes = [cycle()]
    end = weakref.ref(nodes[0])
    gc.collect()
    gc.collect(nodes.clear() or 2)
    return end()


class Looked:
    """Looks like a module whose function is looked up, and drops something then."""

    def __init__(self):
        self.node = cycle()

    @property
    def collect(self):
        self.node = None
        return gc.collect


def dropped_by_lookup():
    looked = Looked()
    end = weakref.ref(looked.node)
    gc.collect()
    looked.collect()
    return end()


def dropped_in_loop():
    ends = []
    nodes = [cycle() for _ in range(3)]
    for i in range(3):
        ends.append(weakref.ref(nodes[-1]))
        nodes.pop()
        if i % 2 == 0:
            gc.collect()
        gc.collect()
    return [end() for end in ends]


def dropped_by_handler():
    nodes = [cycle()]
    end = weakref.ref(nodes[0])

    def told(kind, about):
        if kind == "stop" and nodes:
            nodes.clear()

    gc.callbacks.append(told)
    try:
        gc.collect()
        gc.collect()
    finally:
        gc.callbacks.remove(told)
    return end()


def dropped_by_signal():
    nodes = [cycle()]
    end = weakref.ref(nodes[0])
    before = signal.signal(signal.SIGALRM, lambda *about: nodes.clear())
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    try:
        while nodes:
            gc.collect()
            gc.collect()
        gc.collect()
        gc.collect()
    finally:
        signal.signal(signal.SIGALRM, before)
    return end()


def dropped_in_variable():
    import gc
    node = cycle()
    end = weakref.ref(node)
    gc.collect()
    gc.collect()
    node = None
    gc.collect()
    gc.collect()
    return end()


def replaced_variable():
    import gc
    looked = Looked()
    end = weakref.ref(looked.node)
    for gc in gc, looked:
        gc.collect()
        gc.collect()
    return end()


def counted():
    before = gc.get_stats()[2]["collections"]
    gc.collect()
    gc.collect()
    gc.collect()
    return gc.get_stats()[2]["collections"] - before


for test in (chain, chain_of_three, chain_of_callbacks, ended_generator, dropped_between, dropped_by_argument, dropped_by_lookup, dropped_in_loop, dropped_by_handler,
             dropped_by_signal, dropped_in_variable, replaced_variable, counted):
    for _ in range(2):
        print(test.__name__, test())
