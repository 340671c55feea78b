# packages: python3-cherrypy3 python3-cheroot python3-portend python3-tempora python3-zc.lockfile python3-more-itertools python3-jaraco.collections python3-jaraco.classes python3-jaraco.functools python3-jaraco.text python3-jaraco.context python3-inflect python3-autocommand python3-pkg-resources python3-tz python3-routes python3-repoze.lru python3-six python3-simplejson python3-webob python3-pydantic python3-typing-extensions
"""CherryPy: pages, JSON, sessions, errors, static files, tools, its server."""
import json
import logging
import os
import tempfile
import urllib.error
import urllib.request
import warnings

warnings.simplefilter("ignore")
import cherrypy


class Pages:
    @cherrypy.expose
    def index(self, name="world", *rest, **more):
        return f"hello {name} {rest} {sorted(more.items())}"

    @cherrypy.expose
    @cherrypy.tools.json_in()
    @cherrypy.tools.json_out()
    def api(self):
        return {"got": cherrypy.request.json, "method": cherrypy.request.method}

    @cherrypy.expose
    def count(self):
        cherrypy.session["n"] = cherrypy.session.get("n", 0) + 1
        return str(cherrypy.session["n"])

    @cherrypy.expose
    def broken(self):
        raise cherrypy.HTTPError(418, "teapot")

    @cherrypy.expose
    def away(self):
        raise cherrypy.HTTPRedirect("/index?name=back")

    @cherrypy.expose
    def upload(self, file):
        return f"{file.filename} {file.content_type} {len(file.file.read())}"

    @cherrypy.expose
    def many(self):
        cherrypy.response.headers["Content-Type"] = "text/plain"
        return (f"{i}," for i in range(5))

    many._cp_config = {"response.stream": True}


@cherrypy.tools.register("before_finalize")
def shout():
    cherrypy.response.body = [b"".join(cherrypy.response.body).upper()]


with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "page.txt"), "w") as out:
        out.write("static text")
    cherrypy.config.update({"server.socket_host": "127.0.0.1", "server.socket_port": 0, "environment": "embedded", "log.screen": False, "engine.autoreload.on": False, "server.thread_pool": 3})
    cherrypy.log.error_log.setLevel(logging.CRITICAL)
    cherrypy.tree.mount(Pages(), "/", {"/": {"tools.sessions.on": True, "request.show_tracebacks": False}, "/static": {"tools.staticdir.on": True, "tools.staticdir.dir": folder}, "/index": {"tools.shout.on": True}})
    cherrypy.server.subscribe()
    cherrypy.engine.start()
    base = "http://127.0.0.1:%d" % cherrypy.server.httpserver.bind_addr[1]
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    def get(path, data=None, **headers):
        try:
            with opener.open(urllib.request.Request(base + path, data, {k.replace("_", "-"): v for k, v in headers.items()}), timeout=20) as answer:
                print(path, answer.status, answer.headers.get_content_type(), answer.read())
        except urllib.error.HTTPError as error:
            body = error.read().decode()
            print(path, error.code, error.reason, "teapot" in body, "Traceback" in body)

    for path in ("/", "/index/a/b?name=x&k=v", "/nowhere", "/broken", "/away", "/many", "/static/page.txt", "/static/none", "/count", "/count", "/count", "/upload"):
        get(path)
    get("/api", json.dumps({"é": 1}).encode(), Content_Type="application/json")
    get("/api", b"{bad", Content_Type="application/json")
    get("/upload", b'--B\r\nContent-Disposition: form-data; name="file"; filename="f.bin"\r\nContent-Type: x/y\r\n\r\nabcde\r\n--B--\r\n', Content_Type="multipart/form-data; boundary=B")
    get("/static/page.txt", None, Range="bytes=0-5")
    cherrypy.engine.exit()
    print(cherrypy.engine.state)
