# packages: python3-requests python3-urllib3 python3-idna python3-chardet python3-certifi python3-six
"""Requests to a server on this machine: parameters, JSON, forms, cookies, redirects, streams, time limits, retries."""
import gzip
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

flaky = {"left": 2}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if headers.get("Transfer_Encoding"):
            self.end_headers()
            for piece in (b"first ", b"second", b""):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            return
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        size = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(size).decode("latin-1")
        path = self.path.partition("?")[0]
        if path == "/redirect":
            self.answer(302, Location="/echo?from=redirect", Set_Cookie="place=here; Path=/")
        elif path == "/gzip":
            self.answer(200, gzip.compress("zipped é".encode()), Content_Encoding="gzip", Content_Type="text/plain; charset=utf-8")
        elif path == "/chunks":
            self.answer(200, Transfer_Encoding="chunked")
        elif path == "/slow":
            time.sleep(1.5)
            self.answer(200)
        elif path == "/flaky":
            flaky["left"] -= 1
            self.answer(503 if flaky["left"] >= 0 else 200, b"at last")
        elif path == "/private":
            self.answer(200 if self.headers.get("Authorization", "").startswith("Basic ") else 401, b"x")
        else:
            told = {k: v for k, v in self.headers.items() if k in ("Cookie", "X-Mine", "Content-Type", "Accept")}
            if "boundary=" in body + told.get("Content-Type", ""):
                mark = told["Content-Type"].partition("boundary=")[2]
                body, told["Content-Type"] = body.replace(mark, "MARK"), "multipart"
            self.answer(200, json.dumps([self.command, self.path, told, body]).encode(), Content_Type="application/json")

    do_POST = do_PUT = do_DELETE = do_PATCH = do_GET


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}"
print(requests.get(base + "/echo", params={"q": "a b&c", "n": [1, 2]}, headers={"X-Mine": "yes"}, cookies={"c": "1"}).json())
print(requests.post(base + "/echo", json={"é": [1, None]}).json())
print(requests.put(base + "/echo", data={"a": "1", "b": "é"}).json())
print(requests.patch(base + "/echo", files={"f": ("name.txt", b"inside", "text/plain")}, data={"k": "v"}).json())
with requests.Session() as session:
    session.mount("http://", HTTPAdapter(max_retries=Retry(3, status_forcelist=[503], backoff_factor=0)))
    answer = session.get(base + "/redirect")
    print(answer.status_code, answer.history, session.cookies.get_dict(), answer.json()[1:3])
    answer = session.get(base + "/gzip")
    print(answer.text, answer.encoding, answer.headers["content-encoding"], answer.ok, answer.reason)
    with session.get(base + "/chunks", stream=True) as answer:
        print(list(answer.iter_content(6)), answer.raw.closed)
    print(session.get(base + "/flaky").text)
    print(session.get(base + "/private").status_code, session.get(base + "/private", auth=("a", "b")).status_code)
    print(session.head(base + "/echo") if hasattr(Handler, "do_HEAD") else "", session.delete(base + "/echo").json()[0])
try:
    requests.get(base + "/private").raise_for_status()
except requests.HTTPError as error:
    print(str(error).replace(base, "BASE"))
for call in (lambda: requests.get(base + "/slow", timeout=0.2), lambda: requests.get("nonsense"), lambda: requests.get("http://127.0.0.1:1/")):
    try:
        call()
    except requests.RequestException as error:
        print(type(error).__name__, [kind.__name__ for kind in type(error).__mro__[1:3]])
prepared = requests.Request("GET", base + "/a path/é", params={"x": "ü"}).prepare()
print(prepared.url.replace(base, ""), prepared.method, requests.utils.parse_header_links('<a>; rel=next'))
server.shutdown()
