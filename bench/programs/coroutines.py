"""A little event loop of our own over async functions: awaits, locks, queues, async for and with."""

from collections import deque

KIND = "pure"
SIZE = 280


class Pause:
    def __await__(self):
        yield self


class Loop:
    def __init__(self):
        self.ready = deque()
        self.switches = 0

    def spawn(self, coroutine):
        self.ready.append(coroutine)

    def run(self):
        while self.ready:
            coroutine = self.ready.popleft()
            self.switches += 1
            try:
                coroutine.send(None)
            except StopIteration:
                continue
            self.ready.append(coroutine)


class Channel:
    def __init__(self, limit):
        self.items = deque()
        self.limit = limit
        self.closed = False

    async def put(self, item):
        while len(self.items) >= self.limit:
            await Pause()
        self.items.append(item)

    async def get(self):
        while not self.items:
            if self.closed:
                raise StopAsyncIteration
            await Pause()
        return self.items.popleft()

    def __aiter__(self):
        return self

    __anext__ = get


class Turn:
    busy = False

    async def __aenter__(self):
        while self.busy:
            await Pause()
        self.busy = True

    async def __aexit__(self, *exception):
        self.busy = False


async def produce(channel, turn, count):
    for i in range(count):
        async with turn:
            await channel.put(i)
    channel.closed = True


async def double(value):
    return value * 2


async def consume(source, target):
    async for item in source:
        await target.put(await double(item))
    target.closed = True


async def collect(source, result):
    async for item in source:
        result.append(item)


async def countdown(n):
    while n:
        n -= 1
        yield n
        await Pause()


async def total(n, result):
    result.append(sum([each async for each in countdown(n)]))


def run(n):
    loop = Loop()
    for _ in range(n):
        first, second, turn, result = Channel(4), Channel(8), Turn(), []
        loop.spawn(produce(first, turn, 100))
        loop.spawn(consume(first, second))
        loop.spawn(collect(second, result))
        counted = []
        loop.spawn(total(100, counted))
        loop.run()
        assert result == [2 * i for i in range(100)]
        assert counted == [4950]
