"""Event loops that were closed leave nothing behind; others say so when they are dropped."""
import asyncio
import gc
import warnings
import weakref


async def answer():
    return 42


print([asyncio.run(answer()) for _ in range(30)])

loop = asyncio.new_event_loop()
loop.close()
known = weakref.ref(loop)
del loop
gc.collect()
print(known() is None)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loop = asyncio.new_event_loop()
    del loop
    gc.collect()
print(sorted({str(each.message).partition(" <")[0] for each in caught}))


class Loop(asyncio.SelectorEventLoop):
    def __del__(self):
        print("dropped", self.is_closed())
        super().__del__()


def use():
    loop = Loop()
    print(loop.run_until_complete(answer()))
    loop.close()


use()
gc.collect()
