"""Objects pickled and copied: instances, shared references, containers, at several protocols."""

import copy
import pickle

KIND = "library"
SIZE = 130


class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price
        self.related = []

    def __eq__(self, other):
        return (self.name, self.price) == (other.name, other.price)


class Place:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __reduce__(self):
        return Place, (self.x, self.y)


def run(n):
    items = [Item("item%d" % i, i / 4) for i in range(60)]
    for i, item in enumerate(items):
        item.related.append(items[i * 7 % 60])
    data = {
        "items": items,
        "places": [Place(i, -i) for i in range(60)],
        "numbers": list(range(300)) + [2**70, -1.5, None, True],
        "texts": ["text %d é" % i for i in range(100)],
        "sets": {frozenset({i, i + 1}) for i in range(30)},
        "bytes": bytes(range(256)),
        "tuples": tuple((i, str(i)) for i in range(50)),
    }
    for i in range(n):
        stream = pickle.dumps(data, protocol=2 + i % 4)
        back = pickle.loads(stream)
        assert back["items"] == items and back["sets"] == data["sets"]
        assert back["items"][3].related[0] is back["items"][21]
        assert back["numbers"] == data["numbers"]
    double = copy.deepcopy(data)
    assert double["items"] == items and double["items"][0] is not items[0]
    assert double["items"][1].related[0] is double["items"][7]
