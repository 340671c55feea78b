"""deque, Counter, OrderedDict, ChainMap, defaultdict and heaps at work."""

import bisect
import collections
import heapq

KIND = "library"
SIZE = 21000


class Recent:
    def __init__(self, limit):
        self.limit = limit
        self.data = collections.OrderedDict()
        self.hits = 0

    def get(self, key, make):
        if key in self.data:
            self.hits += 1
            self.data.move_to_end(key)
            return self.data[key]
        value = self.data[key] = make(key)
        if len(self.data) > self.limit:
            self.data.popitem(last=False)
        return value


def run(n):
    window = collections.deque(maxlen=100)
    total = 0
    for i in range(n):
        if len(window) == 100:
            total -= window[0]
        window.append(i)
        total += i
    assert total == sum(window)
    window.rotate(30)
    assert window[30] == n - 100
    queue = collections.deque()
    for i in range(n):
        queue.append(i)
        queue.appendleft(-i)
        if i % 3 == 0:
            queue.pop()
            queue.popleft()
    assert len(queue) == 2 * n - 2 * len(range(0, n, 3))
    letters = collections.Counter("abracadabra" * 50)
    letters.update("aab")
    assert letters.most_common(1) == [("a", 252)] and (letters - letters) == collections.Counter()
    recent = Recent(50)
    for i in range(n):
        assert recent.get(i * i % 71, lambda key: key + 1) == i * i % 71 + 1
    assert recent.hits > n // 2
    scopes = collections.ChainMap({"x": 1}, {"x": 2, "y": 3}, {"z": 4})
    assert sum(scopes["xyz"[i % 3]] for i in range(n)) > 2 * n
    heap = []
    for i in range(n):
        heapq.heappush(heap, (i * 7919 % 1009, i))
    assert [heapq.heappop(heap)[0] for _ in range(100)] == sorted(i * 7919 % 1009 for i in range(n))[:100]
    assert heapq.nlargest(3, range(n)) == [n - 1, n - 2, n - 3]
    ordered = []
    for i in range(n // 2):
        bisect.insort(ordered, i * 7919 % 5003)
    assert ordered == sorted(ordered)
