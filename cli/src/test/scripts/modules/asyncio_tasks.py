import asyncio
import contextvars
import gc
import platform
import re
import _asyncio


def show(function):
    try:
        value = function()
    except BaseException as e:
        value = type(e).__name__ + ": " + str(e)
    print(re.sub("0x[0-9a-f]+", "0x", re.sub("at .*?asyncio_tasks.py", "at ", str(value))))


loop = asyncio.new_event_loop()


async def plain():
    return 1


def future():
    return asyncio.Future(loop=loop)


bare = asyncio.Future.__new__(asyncio.Future)
for f in [
    lambda: asyncio.Future(1), lambda: asyncio.Task(), lambda: asyncio.Task(1, 2),
    lambda: asyncio.Task(3, loop=loop), lambda: asyncio.Future(loop=3),
    bare.result, bare.exception, bare.done, bare.cancelled, bare.cancel, bare.get_loop,
    lambda: repr(bare), lambda: bare._loop, lambda: bare._state, lambda: bare._callbacks,
    lambda: future().result(), lambda: future().exception(), lambda: future()._callbacks,
    lambda: future().set_exception(StopIteration), lambda: future().set_exception(int),
    lambda: future().set_exception(7), lambda: next(iter(future())), lambda: iter(future()).send(1),
    lambda: iter(future()).throw(ValueError(1)), lambda: iter(future()).throw(3),
    lambda: setattr(future(), "_log_traceback", True), lambda: delattr(future(), "_log_traceback"),
    lambda: _asyncio._enter_task(1, 2), lambda: _asyncio._enter_task(1, 3),
    lambda: _asyncio._leave_task(1, 3), lambda: _asyncio._leave_task(1, 2),
    lambda: _asyncio._swap_current_task(5, None), lambda: _asyncio._swap_current_task(5, 6),
    lambda: _asyncio._swap_current_task(5, None), lambda: _asyncio.current_task(),
    lambda: _asyncio.get_running_loop(), lambda: asyncio.Future[int],
]:
    show(f)

done = future()
done.add_done_callback(print)
print(len(done._callbacks), done.remove_done_callback(print), done.remove_done_callback(print))
done.set_result(5)
show(lambda: done.set_result(6))
iterator = iter(done)
try:
    next(iterator)
except StopIteration as e:
    print(e.value)
print(next(iterator, "end"))


# How a task goes on, and how it ends.

async def main():
    var = contextvars.ContextVar("var", default=0)

    async def child(n):
        var.set(n)
        await asyncio.sleep(0)
        return var.get()

    print(await asyncio.gather(*(child(i) for i in range(5))), var.get())

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print("cancelled", e.args, asyncio.current_task().cancelling())
            asyncio.current_task().uncancel()
        return "kept on"

    task = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0)
    print(task.get_name(), task.cancel("why"), task.cancelling(), task._must_cancel)
    print(await task, task.cancelled(), task.cancel())

    task = asyncio.create_task(asyncio.sleep(10))
    task.cancel("early")
    try:
        await task
    except asyncio.CancelledError as e:
        print(e.args, task.cancelled())

    async def fails():
        await asyncio.sleep(0)
        1 / 0

    task = asyncio.create_task(fails())
    for _ in range(2):
        try:
            await task
        except ZeroDivisionError as e:
            names = []
            tb = e.__traceback__
            while tb:
                names.append(tb.tb_frame.f_code.co_name)
                tb = tb.tb_next
            print(names)

    class Yields:
        def __init__(self, value):
            self.value = value

        def __await__(self):
            yield self.value

    async def yields(value):
        try:
            await Yields(value)
        except RuntimeError as e:
            show(lambda: e)

    for value in (3, (x for x in ()), future(), loop.create_future()):
        await asyncio.create_task(yields(value), name="y")

    async def itself():
        await asyncio.current_task()

    try:
        await asyncio.create_task(itself(), name="i")
    except RuntimeError as e:
        show(lambda: e)

    order = []

    async def eager(waits):
        order.append("in")
        if waits:
            await asyncio.sleep(0)
        order.append("out")

    running = asyncio.get_running_loop()
    a = asyncio.Task(eager(False), loop=running, eager_start=True)
    b = asyncio.Task(eager(True), loop=running, eager_start=True)
    order.append("made")
    print(a.done(), b.done(), order, len(_asyncio._eager_tasks))
    await b
    print(order, len(asyncio.all_tasks()))


loop.run_until_complete(main())

# What is said of those that nobody waits for any more.

told = []
loop.set_exception_handler(lambda loop, context: told.append(sorted(context)))


async def forgotten():
    await loop.create_future()


async def leave():
    asyncio.create_task(forgotten())
    await asyncio.sleep(0)
    failed = loop.create_future()
    failed.set_exception(ValueError())


loop.run_until_complete(leave())
gc.collect()
print(sorted(told))


# The same of very many at a time, after as many that nothing is said of, and of programs' classes.


class Asked(asyncio.Future):
    pass


class Ended(asyncio.Future):
    def __del__(self):
        told.append("ended")
        super().__del__()


async def wait(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


async def crowd():
    for _ in range(4):
        await asyncio.gather(*(wait(3) for _ in range(300)))
    told.clear()
    for _ in range(300):
        asyncio.create_task(forgotten())
    await asyncio.sleep(0)
    for kind in (Asked, Ended):
        kind(loop=loop).set_exception(ValueError())
        kind(loop=loop).set_result(1)


loop.run_until_complete(crowd())
gc.collect()
for what in sorted(set(map(str, told))):
    print(what, sum(str(each) == what for each in told))
loop.close()
print(platform.python_implementation(), platform.python_version())
