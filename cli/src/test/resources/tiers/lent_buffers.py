"""Buffers that are lent: while a variable holds a view its object keeps its size, and no longer than that."""
import io
from array import array


def refused(operation, *arguments):
    try:
        operation(*arguments)
        return "done"
    except BufferError as e:
        return str(e)


def by_variable(make, grow):
    data = make()
    view = memoryview(data)
    first = refused(grow, data)
    part = view[1:]
    view.release()
    second = refused(grow, data)
    part.release()
    return first, second, refused(grow, data), len(data)


def by_cell(make, grow):
    data = make()
    view = memoryview(data)

    def look():
        return None if view is None else view.nbytes, refused(grow, data)

    first = look()
    view = None
    return first, look()[1]


def by_argument(view, grow, data):
    return refused(grow, data)


def by_stack(make, grow):
    data = make()
    return by_argument(memoryview(data), grow, data), refused(grow, data)


def by_list(make, grow):
    data = make()
    views = [memoryview(data)]
    first = refused(grow, data)
    views.clear()
    return first, refused(grow, data)


def of_another(make, grow):
    data, other = make(), make()
    view = memoryview(other)
    dropped = memoryview(data)
    del dropped
    return refused(grow, data), refused(grow, other), len(view)


def replaced(make, grow):
    data = make()
    results = []
    view = None
    for i in range(3):
        view = memoryview(data) if i % 2 == 0 else None
        results.append(refused(grow, data))
    return results


def by_generator(make, grow):
    data = make()

    def views():
        view = memoryview(data)
        yield len(view)
        yield refused(grow, data)

    g = views()
    return next(g), refused(grow, data), next(g), list(g), refused(grow, data)


kinds = {
    "bytearray": (lambda: bytearray(b"abcd"), lambda b: b.extend(b"more")),
    "array": (lambda: array("i", [1, 2, 3]), lambda a: a.extend(a)),
}
for name, (make, grow) in kinds.items():
    for test in (by_variable, by_cell, by_stack, by_list, of_another, replaced, by_generator):
        print(name, test.__name__, test(make, grow))


def streams():
    stream = io.BytesIO(b"content")
    view = stream.getbuffer()
    view[0] = ord("C")
    held = stream.getvalue()
    more = refused(stream.write, b"x" * 100)
    second = stream.getbuffer()
    second[1] = ord("O")
    after = stream.getvalue()
    both = bytes(view)
    closed = refused(stream.close)
    view.release()
    second.release()
    stream.seek(0, 2)
    return held, more, after, both, closed, stream.write(b"!"), stream.getvalue()


print(streams())


def shared():
    # A value that was handed out does not change when the stream does.
    stream = io.BytesIO(b"abc")
    view = stream.getbuffer()
    before = stream.getvalue()
    view[0] = 120
    middle = stream.getvalue()
    view.release()
    value = stream.getvalue()
    again = stream.getbuffer()
    again[0] = 121
    return before, middle, value, stream.getvalue()


print(shared())
for _ in range(40):
    last = by_variable(*kinds["bytearray"]), shared()
print(last)
