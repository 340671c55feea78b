"""Who waits with a timeout, after a pause, leaves the thread that woke it some milliseconds to come to its end."""
import queue
import threading
import time


def work(results):
    time.sleep(0.02)
    results.put("done")
    total = 0
    for number in range(8000):
        total += number


def ask():
    results = queue.Queue()
    worker = threading.Thread(target=work, args=(results,))
    worker.start()
    assert results.get(timeout=30) == "done"
    alive = worker.is_alive()
    worker.join()
    return alive


lived = sum(ask() for _ in range(20))
print("mostly over:", lived < 5)

# A thread that goes on for long is not waited for.
stop = threading.Event()


def endless(results):
    time.sleep(0.02)
    results.put("done")
    while not stop.is_set():
        pass


results = queue.Queue()
worker = threading.Thread(target=endless, args=(results,), daemon=True)
worker.start()
print(results.get(timeout=30), worker.is_alive())
stop.set()
worker.join()

# Nobody comes.
try:
    results.get(timeout=0.02)
except queue.Empty:
    print("empty")
lock = threading.Lock()
with lock:
    print(lock.acquire(timeout=0.02), lock.locked())
print(lock.acquire(timeout=0.02), lock.locked())
