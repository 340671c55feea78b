"""What a thread keeps in a threading.local goes with the thread, and with the object."""
import gc
import threading
import weakref


class Plain:
    pass


def cycle():
    value = Plain()
    value.local = threading.local()
    value.local.value = value
    return weakref.ref(value)


class Counted(threading.local):
    def __init__(self, value):
        self.value = value
        print("init", value)


class Noisy:
    def __del__(self):
        print("gone")


def run():
    print(local.value)
    local.noisy = Noisy()


reference = cycle()
gc.collect()
print(reference())
local = Counted(3)
local.value = 4
thread = threading.Thread(target=run)
thread.start()
thread.join()
gc.collect()
print(local.value, local.__dict__)
