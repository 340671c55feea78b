# packages: python3-aiohttp python3-aiosignal python3-frozenlist python3-multidict python3-yarl python3-async-timeout python3-attr python3-charset-normalizer python3-idna
"""A server and a client of aiohttp: routes, forms, JSON, cookies, streams, websockets, middleware, time limits."""
import asyncio
import json

import aiohttp
from aiohttp import web
from multidict import CIMultiDict, MultiDict
from yarl import URL


@web.middleware
async def counted(request, handler):
    request.app["count"].append(request.path)
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return web.json_response({"missing": request.path}, status=404)


async def echo(request):
    told = {"method": request.method, "path": request.path_qs, "match": dict(request.match_info)}
    if request.can_read_body:
        if request.content_type == "application/json":
            told["json"] = await request.json()
        else:
            told["form"] = {k: v if isinstance(v, str) else [v.filename, v.file.read().decode()] for k, v in (await request.post()).items()}
    response = web.json_response(told)
    response.set_cookie("seen", "yes")
    return response


async def stream(request):
    response = web.StreamResponse(headers={"X-Mine": "1"})
    await response.prepare(request)
    for i in range(3):
        await response.write(f"part {i}\n".encode())
    return response


async def socket(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    async for message in ws:
        if message.type == aiohttp.WSMsgType.TEXT:
            if message.data == "close":
                await ws.close(code=1000, message=b"bye")
            else:
                await ws.send_str(message.data[::-1])
        elif message.type == aiohttp.WSMsgType.BINARY:
            await ws.send_bytes(message.data * 2)
    return ws


async def slow(request):
    await asyncio.sleep(5)
    return web.Response()


async def broken(request):
    raise web.HTTPFound("/echo?moved=1")


async def main():
    app = web.Application(middlewares=[counted])
    app["count"] = []
    app.add_routes([web.route("*", "/echo", echo), web.get("/item/{name:[a-z]+}/{n}", echo), web.get("/stream", stream), web.get("/ws", socket), web.get("/slow", slow), web.get("/moved", broken)])

    async def ended(app):
        print("cleanup", len(app["count"]))

    app.on_cleanup.append(ended)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    base = URL(f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}")
    async with aiohttp.ClientSession(base, cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        async with session.get("/echo", params={"a": "1 2", "b": "é"}) as answer:
            print(answer.status, answer.content_type, await answer.json())
        async with session.post("/echo", json={"x": [1, None]}) as answer:
            print(await answer.json(), [c.key for c in session.cookie_jar])
        async with session.put("/echo", data={"k": "v w"}) as answer:
            print(await answer.json())
        form = aiohttp.FormData()
        form.add_field("file", b"inside", filename="f.txt", content_type="text/plain")
        form.add_field("name", "value")
        async with session.post("/echo", data=form) as answer:
            print(await answer.json())
        async with session.get("/item/abc/5") as answer:
            print((await answer.json())["match"])
        for path in ("/item/ABC/5", "/nowhere"):
            async with session.get(path) as answer:
                print(answer.status, await answer.json())
        async with session.get("/moved") as answer:
            print(answer.url.relative(), [r.status for r in answer.history])
        async with session.get("/stream") as answer:
            print(answer.headers["x-mine"], [line async for line in answer.content])
        async with session.ws_connect("/ws") as ws:
            await ws.send_str("abc")
            await ws.send_bytes(b"xy")
            print((await ws.receive()).data, (await ws.receive()).data)
            await ws.send_str("close")
            message = await ws.receive()
            print(message.type, message.data, message.extra, ws.closed)
        try:
            async with session.get("/slow", timeout=aiohttp.ClientTimeout(total=0.2)):
                pass
        except asyncio.TimeoutError as error:
            print(type(error).__name__)
        results = await asyncio.gather(*(session.get("/echo", params={"i": i}) for i in range(20)))
        print(sorted([int((await r.json())["path"].partition("=")[2]) for r in results]))
    try:
        async with aiohttp.ClientSession() as session:
            await session.get("http://127.0.0.1:1/")
    except aiohttp.ClientConnectorError as error:
        print(type(error).__name__, error.errno)
    await runner.cleanup()


d = MultiDict([("a", 1), ("b", 2), ("a", 3)])
print(d.getall("a"), d, CIMultiDict(Key=1)["kEY"], d.popall("a"), len(d))
u = URL("http://user:pw@example.org:8080/a b/ü?q=1&q=é#frag")
print(u, u.host, u.query.getall("q"), u / "c" % {"x": "y"}, u.with_fragment(None), URL("/a/../b").join(URL("c")))
asyncio.run(main())
