"""The smallest program with an event loop."""

import asyncio


async def main():
    print("hello")
    await asyncio.sleep(0.001)
    print("world")


asyncio.run(main())
