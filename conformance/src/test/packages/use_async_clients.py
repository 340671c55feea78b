# packages: python3-httpx python3-httpcore python3-h11 python3-anyio python3-sniffio python3-rfc3986 python3-certifi python3-idna python3-starlette python3-attr
"""An application of starlette asked by httpx without a socket; tasks of anyio."""
import asyncio

import anyio
import httpx
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Mount, Route


async def index(request):
    return JSONResponse({"q": dict(request.query_params), "agent": request.headers["user-agent"][:6], "body": (await request.body()).decode()}, background=BackgroundTask(print, "in the background"))


async def one(request):
    if request.path_params["key"] > 5:
        raise HTTPException(404, "too much")
    return PlainTextResponse("key %d" % request.path_params["key"])


async def pieces():
    for i in range(3):
        await anyio.sleep(0)
        yield f"piece {i};"


app = Starlette(routes=[Route("/", index, methods=["GET", "POST"]), Mount("/sub", routes=[Route("/{key:int}", one, name="one")]), Route("/stream", lambda request: StreamingResponse(pieces()))],
                middleware=[Middleware(GZipMiddleware, minimum_size=5)], exception_handlers={404: lambda request, error: JSONResponse({"detail": error.detail}, 404)})


async def main():
    async with httpx.AsyncClient(app=app, base_url="http://here", headers={"accept-encoding": "gzip"}) as client:
        for answer in (await client.get("/", params={"a": "1 2"}), await client.post("/", content="é"), await client.get("/sub/3"), await client.get("/sub/9"), await client.delete("/"), await client.get("/stream")):
            print(answer.status_code, answer.headers.get("content-encoding"), answer.text)
    print(httpx.URL("http://user@é.x:80/p?q=1#f").copy_with(scheme="https"), httpx.QueryParams([("a", "1"), ("a", "2")]), httpx.Headers({"A": "b"})["a"])


asyncio.run(main())


async def work(name, results, delay, limiter):
    async with limiter:
        await anyio.sleep(delay)
        results.append(name)
        if name == "bad":
            raise ValueError(name)


async def tasks():
    results = []
    limiter = anyio.CapacityLimiter(2)
    try:
        async with anyio.create_task_group() as group:
            for name, delay in (("a", 0.05), ("b", 0.01), ("c", 0.01), ("bad", 0.3), ("never", 5)):
                group.start_soon(work, name, results, delay, limiter)
    except ValueError as error:
        print(repr(error))
    with anyio.move_on_after(0.05) as scope:
        await anyio.sleep(10)
    send, receive = anyio.create_memory_object_stream(1)
    async with anyio.create_task_group() as group, send, receive:
        group.start_soon(send.send, 42)
        print(await receive.receive(), scope.cancel_called, results, await anyio.to_thread.run_sync(lambda: "from a thread"))


anyio.run(tasks)

