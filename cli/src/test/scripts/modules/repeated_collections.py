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


for test in (chain, dropped_between, dropped_by_argument, dropped_by_lookup, dropped_in_loop, dropped_by_handler,
             dropped_by_signal, dropped_in_variable, replaced_variable, counted):
    for _ in range(2):
        print(test.__name__, test())
