# packages: python3-requests python3-urllib3 python3-idna python3-chardet python3-certifi python3-six
"""Requests over TLS to servers on this machine: who is trusted, pools, client certificates, large bodies, fingerprints."""
import hashlib
import json
import os
import pathlib
import ssl
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
import urllib3
from requests.adapters import HTTPAdapter

for variable in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"):
    os.environ.pop(variable, None)

# The folder of certificates that the tests of the command have.
tls = pathlib.Path(__file__).resolve().parents[4] / "cli" / "src" / "test" / "scripts" / "tls"


def file(name):
    return str(tls / name)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        peer = self.connection.getpeercert()
        told = {
            "path": self.path,
            "size": len(body),
            "digest": hashlib.sha256(body).hexdigest()[:12],
            "peer": peer and peer["subject"],
            "version": self.connection.version(),
            "connection": self.server.number(self.client_address),
        }
        answer = b"x" * 3_000_000 if self.path == "/large" else json.dumps(told).encode()
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Content-Length", str(len(answer)))
        if self.path == "/away":
            self.send_header("Location", "/back")
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_GET


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, certificate, authority=None, **settings):
        super().__init__(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file(certificate))
        if authority:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(file(authority))
        for name, value in settings.items():
            setattr(context, name, value)
        self.context = context
        self.seen = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def number(self, address):
        if address not in self.seen:
            self.seen.append(address)
        return self.seen.index(address)

    def finish_request(self, request, client_address):
        try:
            request = self.context.wrap_socket(request, server_side=True)
        except OSError:
            return
        super().finish_request(request, client_address)
        request.close()

    def url(self, path="/", host="localhost"):
        return f"https://{host}:{self.server_port}{path}"


def attempt(what, *args, **kwargs):
    try:
        answer = requests.get(*args, timeout=20, **kwargs)
        print(what, answer.status_code, answer.json()["peer"], answer.json()["version"])
    except requests.exceptions.RequestException as error:
        inner = error
        while inner.args and isinstance(inner.args[0], Exception):
            reason = getattr(inner.args[0], "reason", None)
            inner = reason if isinstance(reason, Exception) else inner.args[0]
        print(what, type(error).__name__, type(inner).__name__, getattr(inner, "verify_message", ""))


good = Server("good.pem")
attempt("trusted", good.url(), verify=file("ca.pem"))
attempt("unknown", good.url())
attempt("another host", good.url(host="127.0.0.1"), verify=file("ca.pem"))
attempt("expired", Server("expired.pem").url(), verify=file("ca.pem"))
attempt("early", Server("early.pem").url(), verify=file("ca.pem"))
attempt("self-signed", Server("self_signed.pem").url(), verify=file("ca.pem"))
attempt("self-signed and trusted", Server("self_signed.pem").url(), verify=file("self_signed.pem"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    attempt("unverified", good.url(), verify=False)
print([warning.category.__name__ for warning in caught])

mutual = Server("good.pem", "ca.pem", maximum_version=ssl.TLSVersion.TLSv1_2)
attempt("known client", mutual.url(), verify=file("ca.pem"), cert=file("other.pem"))
attempt("unknown client", mutual.url(), verify=file("ca.pem"))
try:
    requests.get(mutual.url(), verify=file("ca.pem"), cert="/nowhere.pem")
except OSError as error:
    print(type(error).__name__, error)

with requests.Session() as session:
    session.verify = file("ca.pem")
    first = session.get(good.url("/one")).json()["connection"]
    print([session.get(good.url("/more")).json()["connection"] - first for _ in range(3)])
    answer = session.get(good.url("/away"))
    print(answer.url.rpartition("/")[2], [r.status_code for r in answer.history], answer.json()["connection"] - first)
    data = bytes(i * i % 251 for i in range(2_000_000))
    print(session.post(good.url("/post"), data=data).json()["digest"] == hashlib.sha256(data).hexdigest()[:12])
    with session.get(good.url("/large"), stream=True) as answer:
        print(sum(map(len, answer.iter_content(10_000))))


class Pinned(HTTPAdapter):
    def __init__(self, fingerprint):
        self.fingerprint = fingerprint
        super().__init__()

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, assert_fingerprint=self.fingerprint, **kwargs)


pem = ssl.get_server_certificate(("localhost", good.server_port), ca_certs=file("ca.pem"))
right = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
for fingerprint in (right, right[::-1]):
    with requests.Session() as session:
        session.mount("https://", Pinned(fingerprint))
        try:
            print(session.get(good.url(), verify=file("ca.pem")).status_code)
        except requests.exceptions.SSLError as error:
            print("Fingerprints did not match" in str(error))

context = ssl.create_default_context(cafile=file("ca.pem"))
with urllib3.PoolManager(ssl_context=context, maxsize=4) as pool:
    results = []
    threads = [threading.Thread(target=lambda: results.append(pool.request("GET", good.url("/p")).status)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(results)
