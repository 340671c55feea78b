"""Threads that use the same dict, set, list and bytearray leave them whole."""
import collections
import threading

ROUNDS = 3000
failures = []


def run(*bodies):
    start = threading.Barrier(len(bodies))

    def call(body):
        start.wait()
        for i in range(ROUNDS):
            try:
                body(i)
            except (KeyError, IndexError, StopIteration):
                pass
            except RuntimeError as e:
                if "during" not in str(e):
                    failures.append(repr(e))
            except BaseException as e:
                failures.append(repr(e))

    threads = [threading.Thread(target=call, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def check_items(items):
    for key, value in items:
        if key != value:
            failures.append((key, value))


d = {}
run(
    lambda i: d.__setitem__(i % 300, i % 300),
    lambda i: d.__setitem__(str(i % 50), str(i % 50)),
    lambda i: d.pop(i % 290),
    lambda i: check_items(d.items()) if i % 7 == 0 else d.popitem(),
    lambda i: check_items(d.copy().items()) if i % 5 == 0 else None,
    lambda i: d.clear() if i % 500 == 499 else check_items([*{**d}.items()][:5]),
)
print(len(d) == len(list(d)) == len(set(d)), all(k in d and d[k] == k for k in list(d)))

s = set()
other = set(range(0, 400, 3))
run(
    lambda i: s.add(i % 400),
    lambda i: s.discard(i % 390),
    lambda i: s.update(range(i % 100, i % 100 + 5)),
    lambda i: s.pop() if i % 3 else len(s | other),
    lambda i: [x for x in s.copy() if not 0 <= x < 400 and failures.append(x)],
    lambda i: s.symmetric_difference_update(other) if i % 50 == 0 else s & other,
)
print(len(s) == len(list(s)), all(x in s for x in list(s)), None in s)

items = []
run(
    lambda i: items.append(i),
    lambda i: items.insert(i % 10, i),
    lambda i: items.pop(),
    lambda i: items.__delitem__(slice(i % 5, i % 9)),
    lambda i: items.sort() if i % 100 == 0 else sorted(items),
    lambda i: items.extend([i, i]) if i % 2 else items.reverse(),
    lambda i: [x for x in items if x is None and failures.append("None")] if i % 10 == 0 else items[:],
    lambda i: items.clear() if i % 300 == 0 else items.count(i),
)
print(len(items) == len(list(items)), None in items)

queue = collections.deque(maxlen=50)
array = bytearray()
run(
    lambda i: queue.append(i),
    lambda i: queue.appendleft(i),
    lambda i: queue.pop(),
    lambda i: queue.popleft(),
    lambda i: queue.rotate(i % 7),
    lambda i: list(queue),
    lambda i: array.append(i % 256),
    lambda i: array.extend(b"abc"),
    lambda i: array.pop(),
    lambda i: array.__delitem__(slice(0, 2)),
    lambda i: bytes(array[:3]),
)
print(len(queue) == len(list(queue)) <= 50, len(array) == len(bytes(array)))
print(failures[:3])
