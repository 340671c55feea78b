# tracemalloc: what is found, by file and line, with counts and sizes in CPython's measure. Counts are
# shown in hundreds and sizes in units of twenty thousand bytes: CPython keeps some dead objects for later.
import json
import subprocess
import sys
import tracemalloc


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def points(n):
    out = []
    for i in range(n):
        out.append(Point(1, 2))
    return out


def build():
    floats = [i * 1.5 for i in range(3000)]
    texts = {i: str(i) for i in range(1000, 4000)}
    numbers = list(range(5000))
    block = 'x' * 100000
    objects = points(2000)
    parsed = json.loads('[' + ','.join(str(i * 1000) for i in range(2000)) + ']')
    pairs = set()
    for i in range(10000, 12000):
        pairs.add(str(i))
    functions = [lambda: i for i in range(1000)]
    room = bytearray(50000)
    ordered = sorted(numbers, reverse=True)
    upper = [text.upper() for text in 'ab ' * 10 + 'cd' for _ in range(100)]
    encoded = [str(i).encode() for i in range(2000)]
    slices = [block[i:i + 50] for i in range(1000)]
    return floats, texts, numbers, block, objects, parsed, pairs, functions, room, ordered, encoded, slices


tracemalloc.start()
kept = build()
snapshot = tracemalloc.take_snapshot()
size, peak = tracemalloc.get_traced_memory()
table = {}
for statistic in snapshot.statistics('lineno'):
    frame = statistic.traceback[0]
    name = frame.filename.replace('\\', '/').rpartition('/')[2]
    if statistic.size > 15000:
        table[name, frame.lineno] = statistic
for (name, line), statistic in sorted(table.items()):
    print(name, line, round(statistic.count, -2), round(statistic.size / 20000))
print(1_000_000 < size < 2_000_000, peak >= size)

# Objects that are dropped are gone; the peak stays until it is reset.
del kept, statistic, table, snapshot
after, peak_after = tracemalloc.get_traced_memory()
print(after < size / 2, peak_after >= size)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < size / 2)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(points))

# Tracebacks, the limit of frames, and objects from before.
old = [1.5]
tracemalloc.start(3)


def inner():
    return [Point(object(), 'b'), -len(old) - 5000]


def outer():
    return inner()


made = outer()


def lines(value):
    found = tracemalloc.get_object_traceback(value)
    return found and [frame.lineno for frame in found if 'traced_memory' in frame.filename]


print(lines(made[0]), lines(made[0].x), lines(made[1]), lines(old), lines(outer), lines(1), lines(None))
print(tracemalloc.get_object_traceback(made[0]).total_nframe, tracemalloc.get_traceback_limit())
grown = []
for _ in range(3):
    grown.extend([None] * 1000)
where = {
    trace.traceback[-1].lineno: trace.size
    for trace in tracemalloc.take_snapshot().traces
    if trace.size > 20000
}
print(list(where))
generator = (x for x in made)
print(lines(generator), lines(zip(made)), lines('%d' % 5000), lines(f'{made}'), lines(b'ab' * len(old) * 5))
tracemalloc.clear_traces()
print(lines(made[0]))
later = Point(1, 2)
print(lines(later))
print(tracemalloc.get_tracemalloc_memory() > 0)
tracemalloc.stop()
for bad in 0, -1, 65536:
    try:
        tracemalloc.start(bad)
    except ValueError as error:
        print(error)
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)


def run(*options, code):
    done = subprocess.run([sys.executable, *options, '-c', code], capture_output=True, text=True)
    print(done.returncode, done.stdout.split(), done.stderr.splitlines()[1:])


run('-X', 'tracemalloc=5', code='import tracemalloc as t; print(t.is_tracing(), t.get_traceback_limit())')
run(code='import tracemalloc as t; print(t.is_tracing(), t.get_traceback_limit())')
for option in 'tracemalloc=2', 'utf8':
    run('-X', option, '-W', 'always', code='''
import gc
def f():
    file = open('/dev/null')
    file = None
def g():
    f(); gc.collect()
g()
''')
