"""Locks that many threads want: each has them for itself, and all of them get on."""
import queue
import threading
import time

THREADS = 30
ROUNDS = 100


def together(work):
    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class Counter:
    def __init__(self, lock):
        self.lock = lock
        self.count = 0
        self.inside = 0
        self.overlaps = 0

    def work(self):
        for _ in range(ROUNDS):
            with self.lock:
                self.inside += 1
                if self.inside != 1:
                    self.overlaps += 1
                count = self.count
                time.sleep(0)
                self.count = count + 1
                self.inside -= 1


# All of them have waited for long when the first of them goes on.
for make in threading.Lock, threading.RLock, threading.Condition, threading.Semaphore:
    counter = Counter(make())
    with counter.lock:
        starter = threading.Thread(target=together, args=(counter.work,))
        starter.start()
        time.sleep(0.05)
        print(make.__name__, counter.count, end=" ")
    starter.join()
    print(counter.count, counter.overlaps)

# With a timeout: who has not got the lock has not got it.
lock = threading.Lock()
got, missed = [], []


def attempt():
    for _ in range(ROUNDS):
        if lock.acquire(timeout=0.0005):
            got.append(None)
            lock.release()
        else:
            missed.append(None)


together(attempt)
print(len(got) + len(missed), lock.locked())

# A queue in Python, between as many at both ends.
between = queue._PySimpleQueue()
numbers = list(range(3000))
results = []


def feed():
    while True:
        try:
            between.put(numbers.pop())
        except IndexError:
            between.put(None)
            return


def consume():
    while (number := between.get()) is not None:
        results.append(number)


consumers = threading.Thread(target=together, args=(consume,))
consumers.start()
time.sleep(0.05)
together(feed)
consumers.join()
print(sorted(results) == list(range(3000)), between.empty())
