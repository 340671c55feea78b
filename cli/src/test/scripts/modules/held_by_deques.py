"""What a deque or a partial keeps is told of when they are dropped, and no sooner."""
import collections
import contextlib
import functools
import gc


@contextlib.contextmanager
def step(name, log):
    log.append("+" + name)
    try:
        yield name
    except KeyError:
        log.append("!" + name)
    finally:
        log.append("-" + name)


def stacked(error):
    log = []
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(step("a", log))
            stack.callback(log.append, "c")
            stack.enter_context(step("b", log))
            if error:
                raise error
    except ValueError:
        log.append("out")
    return " ".join(log)


for _ in range(40):
    plain, caught, passed = stacked(None), stacked(KeyError()), stacked(ValueError())
print(plain, caught, passed, sep="\n")


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def fill(queue):
    queue.append(Told("queued"))
    return len(queue)


queue = collections.deque()
print(fill(queue))
gc.collect()
print("still there:", queue[0].name)
queue.clear()
gc.collect()
bound = functools.partial(print, "bound", Told("argument"))
gc.collect()
print("still there:", bound.args[1].name)
del bound
gc.collect()


def generated(log):
    try:
        yield 1
    finally:
        log.append("closed")


def drop(kind):
    log = []
    waiting = generated(log)
    next(waiting)
    held = kind(waiting)
    del waiting
    log.append("kept")
    del held
    gc.collect()
    return log


print(drop(lambda it: collections.deque([it])), drop(lambda it: functools.partial(next, it)))
