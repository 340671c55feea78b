"""Binary trees made, counted and dropped: allocation; then a search tree with insertion."""

KIND = "pure"
SIZE = 13


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def grow(depth):
    if depth == 0:
        return Node(None, None)
    return Node(grow(depth - 1), grow(depth - 1))


class Search:
    __slots__ = ("key", "less", "more")

    def __init__(self, key):
        self.key = key
        self.less = self.more = None

    def insert(self, key):
        node = self
        while True:
            if key < node.key:
                if node.less is None:
                    node.less = Search(key)
                    return
                node = node.less
            elif key > node.key:
                if node.more is None:
                    node.more = Search(key)
                    return
                node = node.more
            else:
                return

    def __iter__(self):
        if self.less:
            yield from self.less
        yield self.key
        if self.more:
            yield from self.more


def run(n):
    kept = grow(n)
    for depth in range(4, n + 1, 2):
        for _ in range(1 << n - depth):
            assert grow(depth).count() == (2 << depth) - 1
    assert kept.count() == (2 << n) - 1
    root = Search(5000)
    value = 12345
    for _ in range(n * 300):
        value = (value * 1103515245 + 12345) & 0x7FFFFFFF
        root.insert(value % 10007)
    keys = list(root)
    assert keys == sorted(set(keys))
