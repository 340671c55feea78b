"""Eight threads at once on one object of each kind: nothing is lost, torn, mixed up or waited for without end.

thread_stress.py ROUNDS [NAME...] prints one line for each thing that threads share.
"""
import collections
import os
import queue
import sys
import tempfile
import threading

THREADS = 8
LIMIT = 100
rounds = int(sys.argv[1])
wrong = []


def expect(what, found, wanted):
    if found != wanted:
        wrong.append(f"{what}: {found!r:.200} instead of {wanted!r:.200}")


def together(body, number=THREADS):
    """Calls body(n) in each of the threads, all starting at the same time; gives what they returned."""
    start = threading.Barrier(number)
    answers = [()] * number

    def run(n):
        try:
            start.wait()
            answers[n] = body(n)
        except BaseException as e:
            place = e.__traceback__
            while place.tb_next:
                place = place.tb_next
            wrong.append(f"{type(e).__name__}: {e} (line {place.tb_lineno})")

    threads = [threading.Thread(target=run, args=(n,), daemon=True) for n in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LIMIT)
        if thread.is_alive():
            report("no end")
            os._exit(3)
    return answers


def report(line):
    print(line, *wrong[:5], sep="\n  ", flush=True)
    wrong.clear()


def in_order(items, what):
    """What each thread put in is all there, in the order in which that thread put it."""
    by_thread = [[] for _ in range(THREADS)]
    for n, i in items:
        by_thread[n].append(i)
    for n in range(THREADS):
        if by_thread[n] != list(range(rounds)):
            wrong.append(f"{what}: thread {n} has {len(by_thread[n])} of {rounds}")


def list_appends():
    items = []

    def body(n):
        for i in range(rounds):
            items.append((n, i))

    together(body)
    in_order(items, "list")
    more = []

    def extends(n):
        for i in range(0, rounds, 4):
            more.extend([(n, i), (n, i + 1)])
            more[:0] = [(n, i + 2)]
            more.insert(len(more), (n, i + 3))

    together(extends)
    expect("extended", len(more), THREADS * len(range(0, rounds, 4)) * 4)
    expect("different", len(set(more)), len(more))


def list_pops():
    items = list(range(THREADS * rounds))

    def body(n):
        found = []
        try:
            while True:
                found.append(items.pop() if n % 2 else items.pop(-1))
        except IndexError:
            return found

    taken = [x for answer in together(body) for x in answer]
    expect("popped", sorted(taken), list(range(THREADS * rounds)))


def list_items():
    items = [0] * 64

    def body(n):
        for i in range(rounds):
            items[i % 8 * 8 + n] += 1  # nobody else has this one
            if i % 100 == 0 and len(items[:]) != 64:
                wrong.append("another length")

    together(body)
    expect("items", sum(items), THREADS * rounds)


def list_sorted():
    items = [3, 1, 2] * 50

    def body(n):
        for i in range(rounds // 10):
            try:
                if n == 0:
                    items.sort(key=lambda x: -x)
                elif n == 1:
                    items.append(items.pop(0))
                elif n == 2:
                    sum(items[i % 5:])
                else:
                    for x in items:
                        if x not in (1, 2, 3):
                            wrong.append(f"{x!r} in the list")
            except ValueError as e:
                expect("sorting", str(e), "list modified during sort")
            except IndexError as e:
                expect("popping", str(e), "pop from empty list")

    together(body)


def dict_items():
    d = {}

    def body(n):
        for i in range(rounds):
            d[n, i] = i
            d[i % 50] = i
            if i % 3 == 0:
                d[str(i % 20)] = n
            if d[n, i] != i:
                wrong.append("another value")

    together(body)
    own = {key: value for key, value in d.items() if type(key) is tuple}
    expect("own", len(own), THREADS * rounds)
    expect("values", all(value == key[1] for key, value in own.items()), True)
    expect("size", len(d), len(list(d)))


def dict_deletes():
    d = {(n, i): None for n in range(THREADS) for i in range(rounds)}

    def body(n):
        for i in range(rounds):
            if i % 2:
                del d[n, i]
            else:
                d.pop((n, i))
            d[n, -1 - i] = i

    together(body)
    expect("left", sorted(d), sorted((n, -1 - i) for n in range(THREADS) for i in range(rounds)))
    winners = together(lambda n: sum(d.pop((k, -1 - i), "gone") != "gone" for k in range(THREADS) for i in range(rounds // 4)))
    expect("each is popped once", sum(winners), THREADS * (rounds // 4))
    firsts = together(lambda n: sum(d.setdefault(i, n) == n for i in range(rounds)))
    expect("each default is set once", sum(firsts), rounds)
    taken = [key for answer in together(lambda n: pop_items(d)) for key in answer]
    expect("each item is taken once", len(taken), len(set(taken)))
    expect("empty", (len(d), list(d)), (0, []))


def pop_items(d):
    keys = []
    try:
        while True:
            keys.append(d.popitem()[0])
    except KeyError:
        return keys


def dict_iteration():
    d = dict.fromkeys(range(100))

    def body(n):
        for i in range(rounds // 10):
            try:
                if n < 2:
                    d[100 + i % 50] = None
                    d.pop(100 + (i * 7) % 50, None)
                elif n == 2:
                    expect("copy", set(d.copy()) >= set(range(100)), True)
                else:
                    seen = [key for key in d if key < 100]
                    expect("seen", seen, list(range(100)))
            except RuntimeError as e:
                if str(e) not in ("dictionary changed size during iteration", "dictionary keys changed during iteration"):
                    wrong.append(str(e))

    together(body)


def set_adds():
    s = set()

    def body(n):
        for i in range(rounds):
            s.add((n, i))
            s.add(i % 50)
            s.update((i, -i))
            if (n, i) not in s:
                wrong.append("not there")

    together(body)
    expect("pairs", sum(type(x) is tuple for x in s), THREADS * rounds)
    expect("size", len(s), len(list(s)))

    def takes(n):
        found = []
        try:
            while True:
                found.append(s.pop())
        except KeyError:
            return found

    before = set(s)
    taken = [x for answer in together(takes) for x in answer]
    expect("each is taken once", (len(taken), set(taken) == before), (len(before), True))


def deque_ends():
    ends = collections.deque()

    def body(n):
        for i in range(rounds):
            if n % 2:
                ends.append((n, i))
            else:
                ends.appendleft((n, -i))

    together(body)
    expect("deque", len(ends), THREADS * rounds)
    before = sorted(ends)

    def takes(n):
        found = []
        try:
            while True:
                found.append(ends.pop() if n % 3 else ends.popleft())
        except IndexError:
            return found

    taken = [x for answer in together(takes) for x in answer]
    expect("each is taken once", sorted(taken) == before, True)


def generator_steps():
    def numbers():
        for i in range(rounds * THREADS):
            yield i

    shared = numbers()

    def body(n):
        found = []
        while True:
            try:
                found.append(next(shared))
            except ValueError as e:
                expect("busy", str(e), "generator already executing")
            except StopIteration:
                return found

    taken = [x for answer in together(body) for x in answer]
    expect("each number is given once", sorted(taken), list(range(rounds * THREADS)))

    def echo():
        received = 0
        try:
            while True:
                received += (yield received)
        finally:
            ended.append(received)

    ended = []
    machine = echo()
    next(machine)

    def sends(n):
        done = 0
        while done < rounds // 4:
            try:
                machine.send(1)
                done += 1
            except ValueError as e:
                expect("busy", str(e), "generator already executing")

    together(sends)

    def closes(n):
        while True:
            try:
                return machine.close()
            except ValueError as e:
                expect("busy", str(e), "generator already executing")

    together(closes)
    expect("ended once", ended, [THREADS * (rounds // 4)])


def iterators():
    import itertools
    counter = itertools.count()
    items = iter(list(range(rounds * THREADS)))
    pairs = zip(range(rounds * THREADS), itertools.repeat("x"))
    one = [x for answer in together(lambda n: [next(counter) for _ in range(rounds)]) for x in answer]
    expect("count", sorted(one), list(range(rounds * THREADS)))
    two = [x for answer in together(lambda n: list(items)) for x in answer]
    expect("iterator of a list", (len(set(two)), set(two) == set(range(rounds * THREADS))), (rounds * THREADS, True))
    three = [x for answer in together(lambda n: [x for x, y in pairs if y == "x"]) for x in answer]
    expect("zip", set(three) <= set(range(rounds * THREADS)), True)


def file_lines():
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "lines")
        with open(name, "w", encoding="utf-8") as file:
            def body(n):
                for i in range(rounds):
                    file.write(f"{n} {i} {'é' * (i % 50)}.\n")
                    if i % 200 == 0:
                        file.flush()
            together(body)
        with open(name, encoding="utf-8") as file:
            lines = [line.split() for line in file]
        expect("whole lines", all(len(x) in (3, 4) and x[-1] == "é" * (int(x[1]) % 50) + "." for x in lines), True)
        in_order([(int(x[0]), int(x[1])) for x in lines], "file")
        with open(name, "wb") as file:
            together(lambda n: [file.write(b"%d %d\n" % (n, i)) for i in range(rounds)])
        with open(name, "rb") as file:
            read = [line for answer in together(lambda n: list(iter(file.readline, b""))) for line in answer]
        in_order(sorted(tuple(map(int, line.split())) for line in read), "bytes")


def imports():
    with tempfile.TemporaryDirectory() as folder:
        count = max(4, rounds // 200)
        for i in range(count):
            with open(os.path.join(folder, f"shared_{i}.py"), "w") as file:
                file.write("import builtins, time\n"
                           f"builtins.loaded.append({i})\n"
                           f"import shared_{min(i + 1, count - 1)}\n"  # threads meet in the middle of the chain
                           "time.sleep(0.0005)\n"
                           "complete = True\n")
        import builtins
        builtins.loaded = []
        sys.path.insert(0, folder)
        def body(n):
            for i in range(count):
                name = f"shared_{(i + n * 3) % count}"
                module = __import__(name)
                if sys.modules[name] is not module:
                    wrong.append("two modules")
        together(body)
        sys.path.remove(folder)
        expect("loaded once", sorted(builtins.loaded), list(range(count)))


def class_changes():
    class Base:
        def kept(self):
            return "kept"

        def changing(self):
            return "base"

    class Shared(Base):
        constant = 1

        def changing(self):
            return "own"

        def __len__(self):
            return 3

    shared = Shared()

    def body(n):
        for i in range(rounds):
            if n == 0:
                Shared.changing = lambda self, i=i: i
                if i % 3 == 0:
                    del Shared.changing
            elif n == 1:
                setattr(Shared, f"added_{i % 30}", i)
                delattr(Shared, f"added_{i % 30}")
                Shared.__len__ = lambda self: i % 5 + 1
            elif n == 2:
                shared.own = i
                shared.kept = lambda: "kept"
                expect("instance", shared.own, i)
                del shared.own
                del shared.kept
            elif n == 3:
                setattr(shared, f"name_{i}", i)
                if i >= 20:
                    delattr(shared, f"name_{i - 20}")
            elif n == 4:
                Shared.constant = i
                expect("class attribute", Shared.constant, i)
            else:
                expect("method", shared.kept(), "kept")
                found = shared.changing()
                if found not in ("base", "own") and type(found) is not int:
                    wrong.append(f"changing gave {found!r}")
                if not 1 <= len(shared) <= 5:
                    wrong.append("len")
                if type(shared.constant) is not int:
                    wrong.append("constant")
                if getattr(shared, "own", 0) < 0:
                    wrong.append("own")

    together(body)
    expect("attributes", sorted(vars(shared)), sorted(f"name_{i}" for i in range(max(0, rounds - 20), rounds)))

    class A:
        slot = "a"

    class B:
        slot = "b"

    objects = [A() for _ in range(4)]

    def moves(n):
        for i in range(rounds):
            o = objects[i % 4]
            if n < 2:
                o.__class__ = B if (i + n) % 2 else A
            elif o.slot not in ("a", "b"):
                wrong.append("slot")

    together(moves)


def queues():
    q = queue.Queue(maxsize=10)
    simple = queue.SimpleQueue()

    def body(n):
        if n % 2 == 0:
            for i in range(rounds // 4):
                q.put((n, i))
                simple.put((n, i))
            return []
        found = [q.get() for _ in range(rounds // 4)]
        for _ in found:
            q.task_done()
        return found + [simple.get() for _ in range(rounds // 4)]

    answers = together(body)
    q.join()
    for answer in answers:
        for n in range(0, THREADS, 2):
            mine = [i for k, i in answer[:rounds // 4] if k == n]
            expect("queue in order", mine, sorted(mine))
    taken = sorted(x for answer in answers for x in answer)
    expect("all of the queue", taken, sorted((n, i) for n in range(0, THREADS, 2) for i in range(rounds // 4) for _ in "qs"))


def locks():
    lock, again = threading.Lock(), threading.RLock()
    condition, semaphore = threading.Condition(), threading.Semaphore(3)
    counter = turn = inside = 0

    def body(n):
        nonlocal counter, turn, inside
        for i in range(rounds):
            with lock:
                counter += 1
            with again, again:
                counter2["x"] += 1
        for i in range(rounds // 20):
            with semaphore:
                with lock:
                    inside += 1
                    if inside > 3:
                        wrong.append("more than three inside")
                with lock:
                    inside -= 1
        for i in range(rounds // 100):
            with condition:
                while turn % THREADS != n:
                    condition.wait()
                turn += 1
                condition.notify_all()

    counter2 = {"x": 0}
    together(body)
    expect("counters", (counter, counter2["x"]), (THREADS * rounds,) * 2)
    expect("turns", turn, THREADS * (rounds // 100))


def globals_and_code():
    space = {"value": 0}
    exec("def get(): return value\ndef call(f): return f(value)\n", space)

    def body(n):
        for i in range(rounds):
            if n == 0:
                space["value"] = i
            elif n == 1:
                space[f"x{i % 60}"] = i
                del space[f"x{i % 60}"]
            elif n == 2 and i % 20 == 0:
                exec(compile(f"def other(): return {i}\n", "<made>", "exec"), space)
            elif n == 3:
                space["get"].__defaults__ = None
                space["get"].__code__ = space["get"].__code__.replace(co_name="get")
            elif n == 4:
                expect("compiled", eval(f"{i} + 1"), i + 1)
            elif not 0 <= space["get"]() < rounds or space["call"](type) is not int:
                wrong.append("value")

    together(body)


def exceptions():
    shared = ValueError("shared")

    def body(n):
        for i in range(rounds // 2):
            try:
                if n % 2:
                    raise shared
                raise KeyError(i) from shared
            except ValueError as e:
                expect("same", e is shared and sys.exc_info()[1] is shared, True)
            except KeyError as e:
                expect("own", (e.args, e.__cause__ is shared), ((i,), True))
            shared.__traceback__ = None

    together(body)


def texts():
    array, text = bytearray(), __import__("io").StringIO()
    together(lambda n: [(array.append(n), array.extend((n, n)), text.write(f"<{n}>")) for i in range(rounds)])
    expect("bytes", sorted(array) == sorted(bytes(range(THREADS)) * rounds * 3), True)
    expect("text", sorted(text.getvalue().split(">")), sorted([""] + [f"<{n}" for n in range(THREADS)] * rounds))
    strings = together(lambda n: [sys.intern(f"interned {i}") for i in range(rounds)])
    expect("interned once", all(len({id(s[i]) for s in strings}) == 1 for i in range(rounds)), True)


def weak_references():
    import weakref

    class Kept:
        pass

    kept = [Kept() for _ in range(rounds * 4)]
    table = weakref.WeakKeyDictionary()

    def body(n):
        found = []
        for i, one in enumerate(kept):
            found.append(weakref.ref(one))
            expect("referent", found[-1]() is one, True)
            expect("called", weakref.ref(one, lambda r: None)() is one, True)
            table[one] = i
        return found

    answers = together(body)
    for one, *references in zip(kept, *answers):
        expect("one reference", len({id(each) for each in references}), 1)
    expect("keys", len(table), len(kept))


def library():
    import functools, json, re

    calls = []

    @functools.lru_cache(maxsize=100)
    def cached(x):
        return x * 2

    @functools.cache
    def once(x):
        return str(x)

    @functools.singledispatch
    def which(x):
        return "object"

    @which.register
    def _(x: int):
        return "int"

    data = {"a": [1, 2.5, None, "é"], "b": {"c": True}}

    def body(n):
        for i in range(rounds // 4):
            expect("cached", cached(i % 130), i % 130 * 2)
            expect("once", once(i % 500), str(i % 500))
            expect("which", (which(i), which("")), ("int", "object"))
            expect("match", re.compile(f"(a+){i % 20}(b)").match(f"aa{i % 20}b").groups(), ("aa", "b"))
            if i % 10 == 0:
                expect("json", json.loads(json.dumps(data)), data)
            space = type(f"C{i}", (dict,), {"x": i})
            expect("new class", space().x, i)

    together(body)
    expect("cache", cached.cache_info().currsize <= 100, True)


TESTS = [list_appends, list_pops, list_items, list_sorted, dict_items, dict_deletes, dict_iteration, set_adds,
         deque_ends, generator_steps, iterators, file_lines, imports, class_changes, queues, locks,
         globals_and_code, exceptions, texts, weak_references, library]
for test in TESTS:
    if not sys.argv[2:] or test.__name__ in sys.argv[2:]:
        test()
        report(test.__name__)
