# packages: python3-uvicorn python3-starlette python3-anyio python3-sniffio python3-idna python3-h11 python3-click python3-asgiref python3-websockets python3-httpx python3-httpcore python3-rfc3986 python3-certifi python3-waitress python3-webob python3-itsdangerous python3-jinja2 python3-markupsafe python3-typing-extensions
"""Servers: uvicorn with Starlette's routes and websockets, waitress with WSGI, asgiref's bridges."""
import asyncio
import json
import threading
import time
import urllib.request
import warnings

warnings.simplefilter("ignore")
import httpx
import uvicorn
import waitress
import websockets
from asgiref.sync import async_to_sync, sync_to_async
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient

done = []


async def home(request):
    request.session["n"] = request.session.get("n", 0) + 1
    return JSONResponse({"n": request.session["n"], "q": dict(request.query_params), "name": request.path_params.get("name")}, background=BackgroundTask(done.append, 1))


async def post(request):
    return JSONResponse({"json": await request.json(), "type": request.headers["content-type"]})


async def stream(request):
    async def parts():
        for i in range(3):
            yield f"{i}\n"
            await asyncio.sleep(0)

    return StreamingResponse(parts(), media_type="text/plain")


async def talk(ws):
    await ws.accept()
    async for text in ws.iter_text():
        await ws.send_json({"got": text, "path": ws.url.path})


def broken(request):
    raise KeyError("oops")


async def failed(request, exc):
    return PlainTextResponse(f"failed {exc!r}", 500)


app = Starlette(
    routes=[Route("/", home), Route("/hi/{name:str}", home), Route("/post", post, methods=["POST"]), Route("/broken", broken), Mount("/sub", routes=[Route("/stream", stream)]), WebSocketRoute("/ws", talk)],
    middleware=[Middleware(SessionMiddleware, secret_key="k"), Middleware(GZipMiddleware, minimum_size=50)], exception_handlers={KeyError: failed},
    on_startup=[lambda: done.append("up")], on_shutdown=[lambda: done.append("down")],
)
server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ws="websockets", loop="asyncio"))
thread = threading.Thread(target=server.run, daemon=True)
thread.start()
while not server.started:
    time.sleep(0.05)
port = server.servers[0].sockets[0].getsockname()[1]
with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
    for path in ("/", "/?a=1&b=", "/hi/é", "/none", "/broken", "/sub/stream"):
        answer = client.get(path)
        print(path, answer.status_code, answer.text, answer.headers.get("content-encoding"))
    print(client.post("/post", json={"k": [1, "é"]}).json(), client.post("/").status_code)


async def chat():
    async with websockets.connect(f"ws://127.0.0.1:{port}/ws") as ws:
        for text in ("a", "é" * 100):
            await ws.send(text)
            print(json.loads(await ws.recv())["got"] == text)
        await ws.close(1001, "gone")
        print(ws.closed)


asyncio.run(chat())
server.should_exit = True
thread.join()
print([x for x in done if x != 1], done.count(1))

with TestClient(app) as client:
    print(client.get("/hi/you").json())
    with client.websocket_connect("/ws") as ws:
        ws.send_text("t")
        print(ws.receive_json())


def wsgi(environ, start_response):
    body = environ["wsgi.input"].read()
    start_response("201 Made", [("Content-Type", "text/plain"), ("X-Len", str(len(body)))])
    return [environ["REQUEST_METHOD"].encode(), b" ", environ["PATH_INFO"].encode("latin-1"), b" ", body[:5]]


server = waitress.create_server(wsgi, host="127.0.0.1", port=0, threads=2)
threading.Thread(target=server.run, daemon=True).start()
for data in (None, b"x" * 100_000):
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{server.effective_port}/a%20b", data)) as answer:
        print(answer.status, answer.reason, answer.headers["x-len"], answer.read())
server.close()


@sync_to_async
def slow(x):
    return x * 2


print(async_to_sync(slow)(21))
