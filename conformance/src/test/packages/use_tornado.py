# packages: python3-tornado python3-bottle python3-h11
"""Servers and clients that wait for many at once: tornado, h11, bottle."""
import asyncio
import json
import wsgiref.util

import bottle
import h11
import tornado.gen
import tornado.httpclient
import tornado.httpserver
import tornado.netutil
import tornado.template
import tornado.web
import tornado.websocket


class Main(tornado.web.RequestHandler):
    async def get(self, name):
        await tornado.gen.sleep(0.01)
        self.set_cookie("c", "1")
        self.write({"name": name, "args": self.get_query_arguments("q"), "xsrf": bool(self.get_argument("z", ""))})

    def post(self, name):
        if name == "bad":
            raise tornado.web.HTTPError(418, reason="short")
        self.write(tornado.template.Template("{% for x in xs %}<{{ x }}>{% end %} {% raw '<b>' %}").generate(xs=json.loads(self.request.body)))


class Echo(tornado.websocket.WebSocketHandler):
    def on_message(self, message):
        self.write_message("echo " + message)


async def tornados():
    app = tornado.web.Application([(r"/echo", Echo), (r"/(\w+)", Main)], log_function=lambda handler: None)
    sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
    server = tornado.httpserver.HTTPServer(app)
    server.add_sockets(sockets)
    base = "127.0.0.1:%d" % sockets[0].getsockname()[1]
    client = tornado.httpclient.AsyncHTTPClient()
    answers = await asyncio.gather(*(client.fetch(f"http://{base}/n{i}?q=a&q={i}") for i in range(5)))
    print([a.body for a in answers], answers[0].headers["Set-Cookie"])
    print((await client.fetch(f"http://{base}/x", method="POST", body='["<", "é"]')).body)
    for path, kind in (("bad", "POST"), ("a-b", "GET")):
        try:
            await client.fetch(f"http://{base}/{path}", method=kind, body="" if kind == "POST" else None)
        except tornado.httpclient.HTTPClientError as error:
            print(error)
    socket = await tornado.websocket.websocket_connect(f"ws://{base}/echo")
    await socket.write_message("hello")
    print(await socket.read_message())
    socket.close()
    server.stop()


asyncio.run(tornados())

app = bottle.Bottle()


@app.route("/hello/<name:re:[a-z]+>")
def hello(name):
    return bottle.template("Hi {{name}}\\n% for i in range(2):\n{{i}},\\n% end\n", name=name + bottle.request.query.x)


@app.error(404)
def lost(error):
    return "lost"


def ask(path, query=""):
    environ = {"PATH_INFO": path, "QUERY_STRING": query}
    wsgiref.util.setup_testing_defaults(environ)
    told = []
    body = b"".join(app(environ, lambda status, headers, *rest: told.append(status)))
    print(told, body)


ask("/hello/ann", "x=%3C")
ask("/hello/1")
connection = h11.Connection(h11.SERVER)
connection.receive_data(b"POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
events = [connection.next_event() for _ in range(3)]
print(events, connection.send(h11.Response(status_code=200, headers=[("content-length", "2")])), connection.send(h11.Data(data=b"ok")), connection.states)
