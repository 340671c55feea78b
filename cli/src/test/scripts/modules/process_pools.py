"""multiprocessing and concurrent.futures with the start method that the platform has."""
import subprocess
import sys
import tempfile

PROGRAM = '''
import multiprocessing as mp
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import shared_memory

def square(x):
    return x * x

def child(queue, pipe, event, lock, memory):
    with lock:
        queue.put((mp.current_process().name, mp.parent_process().pid == os.getppid()))
    pipe.send([1, pipe.recv()])
    shared = shared_memory.SharedMemory(memory)
    shared.buf[0] = 42
    shared.close()
    event.set()
    sys.exit(3)

def fail():
    raise ValueError("boom")

if __name__ == "__main__":
    try:
        mp.set_start_method("spawn")
    except RuntimeError as e:
        print(e)
    print(mp.get_start_method(), mp.get_context() is mp.get_context("spawn"))
    memory = shared_memory.SharedMemory(create=True, size=16)
    queue, (near, far), event, lock = mp.Queue(), mp.Pipe(), mp.Event(), mp.RLock()
    process = mp.Process(target=child, args=(queue, far, event, lock, memory.name), name="Kid")
    process.start()
    near.send("hello")
    print(queue.get(), near.recv(), event.wait(60))
    process.join()
    print(process.exitcode, memory.buf[0])
    memory.close()
    memory.unlink()
    with mp.Pool(1) as pool:
        print(pool.map(square, range(10)), pool.apply_async(square, (7,)).get())
    with mp.Manager() as manager:
        items = manager.list([1, 2])
        items.append(3)
        print(list(items))
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(square, range(5))))
        try:
            executor.submit(fail).result()
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__)
'''

with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
    file.write(PROGRAM)
    file.flush()
    outcome = subprocess.run([sys.executable, file.name], capture_output=True, text=True)
    print(outcome.stdout, outcome.stderr, outcome.returncode, sep="")

if not hasattr(__import__("os"), "fork"):
    import multiprocessing as mp

    assert mp.get_all_start_methods() == ["spawn"]
    try:
        mp.get_context("fork")
    except ValueError as e:
        assert str(e) == "cannot find context for 'fork'", e
    else:
        assert False
