"""How long two threads take for the work that one thread does alone, one after the other.

    ./krait bench/threads.py [seconds]

prints for each kind of work the time of one thread, of two, and their ratio: 2 where threads run beside each other
on two cores, 1 where they take turns, less where they are in each other's way.
"""
import sys
import threading
import time

SECONDS = float(sys.argv[1]) if sys.argv[1:] else 2.0


def numbers(n):
    total = 0
    for i in range(n * 1000):
        total += i * i % 7
    return total


def objects(n):
    class Point:
        def __init__(self, x, y):
            self.x, self.y = x, y

        def plus(self, other):
            return Point(self.x + other.x, self.y + other.y)

    at, step = Point(0, 0), Point(1, 2)
    for _ in range(n * 200):
        at = at.plus(step)
    return at.x + at.y


def containers(n):
    counts = {}
    words = [f"word{i % 97}" for i in range(200)]
    for _ in range(n):
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items())[0]


def generators(n):
    def squares(count):
        for i in range(count):
            yield i * i

    return sum(sum(squares(200)) for _ in range(n))


def once(work, n, threads):
    """The seconds for two pieces of work in so many threads."""
    began = time.perf_counter()
    if threads == 1:
        work(n)
        work(n)
    else:
        running = [threading.Thread(target=work, args=(n,)) for _ in range(threads)]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join()
    return time.perf_counter() - began


def both(work, n):
    """The least times of one thread and of two, in turn for so long, after as long a time for warming up."""
    for _ in range(2):
        ends = time.perf_counter() + SECONDS
        times = [(once(work, n, 1), once(work, n, 2))]
        while time.perf_counter() < ends:
            times.append((once(work, n, 1), once(work, n, 2)))
    return map(min, zip(*times))


def amount(work):
    """So much that it takes a tenth of a second at least."""
    n = 10
    while once(work, n, 1) < 0.1:
        n *= 2
    return n


print(f"{'work':12} {'one':>8} {'two':>8} {'ratio':>6}")
for work in numbers, objects, containers, generators:
    both(work, 10)
    one, two = both(work, amount(work))
    print(f"{work.__name__:12} {one:7.3f}s {two:7.3f}s {one / two:6.2f}", flush=True)
