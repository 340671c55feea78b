"""asyncio: tasks, gather, queues, locks, events and timeouts, without a network."""

import asyncio

KIND = "library"
SIZE = 83


async def worker(queue, done, lock):
    while True:
        item = await queue.get()
        if item is None:
            return
        async with lock:
            done.append(item)
        await asyncio.sleep(0)


async def square(value):
    await asyncio.sleep(0)
    return value * value


async def never():
    await asyncio.Event().wait()


async def main(rounds):
    for _ in range(rounds):
        queue, done, lock = asyncio.Queue(8), [], asyncio.Lock()
        workers = [asyncio.create_task(worker(queue, done, lock)) for _ in range(4)]
        for i in range(60):
            await queue.put(i)
        for _ in workers:
            await queue.put(None)
        await asyncio.gather(*workers)
        assert sorted(done) == list(range(60))
        squares = await asyncio.gather(*(square(i) for i in range(60)))
        assert squares == [i * i for i in range(60)]
        task = asyncio.create_task(never())
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass
        else:
            raise AssertionError


def run(n):
    asyncio.run(main(n))
