"""gc.collect() called by what a collection ends does nothing: neither counts nor tells anybody."""
import gc


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        results.append(gc.collect())


def tell(phase, about):
    told.append(phase)


results, told = [], []
gc.collect()
gc.callbacks.append(tell)
for _ in range(20):
    Node()
before = gc.get_stats()[2]["collections"]
gc.collect()
print(results, told, gc.get_stats()[2]["collections"] - before)
gc.callbacks.remove(tell)
