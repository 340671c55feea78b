# min, max and sorted with their fast ways; deque.extend from lists; the lines of StringIO by its kinds of line ends.
import io
from collections import deque
nan = float("nan")
print(min([3, 1, 2]), max([3, 1, 2]), min([2.5, 1.5]), max([1.5, 2]), min([nan, 1.0]), min([1.0, nan]), max([nan, 1.0]), max([0.0, -0.0]), min([0.0, -0.0]), min([-0.0, 0.0]))
print(min(["b", "a"]), max("xyz"), min([True, 0]), max([1, True]), min([(2, 1), (1, 2)]), max([1, 2.0, 2]), max([2, 2.0]), min(5, 4.5))
for bad in ([1, "a"], ["a", 1], [1.0, None], [1j, 2j]):
    try: print(min(bad))
    except TypeError as e: print(e)
for r in (True, 0, "x", [], None):
    print(sorted([2, 1, 3], reverse=r))
class R:
    def __bool__(self): raise ValueError("no")
try: sorted([1], reverse=R())
except ValueError as e: print(e)
try: sorted([1, 2], key=3)
except TypeError as e: print(e)
try: sorted(3)
except TypeError as e: print(e)
d = deque([1, 2]); d.extend([3] * 20); d.popleft(); d.popleft(); d.extend((4, 5)); d.extend([]); d.extend(d); print(d, len(d))
for i in range(30): d.popleft(); d.append(i)
d.extend(list(range(50))); print(list(d)[:60])
it = iter(d)
d.extend([])
print(next(it))
d.extend([1])
try: next(it)
except RuntimeError as e: print(e)
print(deque([1, 2, 3], 2), deque(range(5), maxlen=3))
for nl in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO("a\rb\nc\r\nd\r\r\n\ne", newline=nl)
    print(repr(nl), list(s)); s.seek(0); print([s.readline(2) for _ in range(12)]); s.seek(3); print(s.readlines())
s = io.StringIO("\U0001f600\nb\r\n\U0001f601", newline=""); print(list(s))
