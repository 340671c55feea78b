async def gather(sources):
    async with sources.open() as opened:
        async for item in opened:
            yield [await part async for part in item]

def delegate(inner):
    result = yield from inner
    return result
