"""Structures made of nodes: linked lists, a hash table, a queue of priorities, union and find."""

KIND = "pure"
SIZE = 13000


class Link:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Chain:
    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, value):
        self.head = Link(value, self.head)
        self.size += 1

    def reverse(self):
        previous = None
        link = self.head
        while link is not None:
            link.next, previous, link = previous, link, link.next
        self.head = previous

    def __iter__(self):
        link = self.head
        while link is not None:
            yield link.value
            link = link.next

    def __len__(self):
        return self.size


class Table:
    def __init__(self, buckets=64):
        self.buckets = [None] * buckets
        self.count = 0

    def __setitem__(self, key, value):
        index = hash(key) % len(self.buckets)
        entry = self.buckets[index]
        while entry is not None:
            if entry[0] == key:
                entry[1] = value
                return
            entry = entry[2]
        self.buckets[index] = [key, value, self.buckets[index]]
        self.count += 1
        if self.count > 2 * len(self.buckets):
            self.grow()

    def __getitem__(self, key):
        entry = self.buckets[hash(key) % len(self.buckets)]
        while entry is not None:
            if entry[0] == key:
                return entry[1]
            entry = entry[2]
        raise KeyError(key)

    def grow(self):
        old = self.buckets
        self.buckets = [None] * (2 * len(old))
        self.count = 0
        for entry in old:
            while entry is not None:
                self[entry[0]] = entry[1]
                entry = entry[2]


class Sets:
    def __init__(self, size):
        self.parent = list(range(size))
        self.rank = [0] * size

    def find(self, item):
        parent = self.parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.parent[b] = a
        self.rank[a] += self.rank[a] == self.rank[b]
        return True


def run(n):
    chain = Chain()
    for i in range(n):
        chain.push(i)
    for _ in range(5):
        chain.reverse()
    assert list(chain) == list(range(n)) and len(chain) == n
    table = Table()
    for i in range(n):
        table[i * 17] = i
        table["k%d" % (i % 100)] = i
    assert all(table[i * 17] == i for i in range(n)) and table.count == n + 100
    sets = Sets(n)
    joined = sum(sets.union(i, (i * 7 + 1) % n) for i in range(n))
    joined += sum(sets.union(i, i + 1) for i in range(n - 1))
    assert joined == n - 1
