"""Numbers that functions share: written without objects, read as what they are."""

import threading


def counters():
    total = 0
    mean = 0.0

    def add(x):
        nonlocal total, mean
        total += 1
        mean += (x - mean) / total
        return total

    def changes(value):
        nonlocal total, mean
        total, mean = value, total

    return add, changes, lambda: (total, mean)


def many(n):
    add, changes, both = counters()
    found = []
    for i in range(n):
        add(i * 0.5)
        if i % 500 == 499:
            found.append(both())
            cells = [c.cell_contents for c in add.__closure__]
            assert sorted(cells) == sorted(found[-1])
            changes([float("nan"), 7, 2.5, 10**30, True][i // 500 % 5])
            changes(3)
            assert both()[0] is both()[0] and both()[1] is both()[1]
            changes(1.25 if i % 1000 == 999 else 4)
            changes(2)
    return found


def own(n):
    total = 0
    for i in range(n):
        total += i
        if i % 3 == 0:
            total = total ^ 5
    return total, (lambda: total)()


def unbound(n):
    caught = 0
    for i in range(n):
        def inner():
            return x
        x = i
        caught += inner()
        del x
        try:
            inner()
        except NameError:
            caught += 1
    return caught


def threads():
    count = 0
    lock = threading.Lock()

    def work():
        nonlocal count
        for _ in range(2000):
            with lock:
                count += 1

    work()
    started = [threading.Thread(target=work) for _ in range(3)]
    for each in started:
        each.start()
    for each in started:
        each.join()
    work()
    return count


def filled(rows, first):
    """Cells of one place that hold lists, and numbers in other calls; in loops that set neither."""
    found = 0
    shown = lambda: (rows, first)
    for first in range(first, first + 3):
        for _ in range(200):
            found += rows[first % 2][0] if isinstance(rows, list) else rows
    return found, shown()


for _ in range(3):
    for rows in [[[1], [2]], [[0.5], [2.5]], 7, 1.25, [[3], [4]], 10**20]:
        print(filled(rows, 4))
    print(many(3000), own(3000), unbound(500), threads())
