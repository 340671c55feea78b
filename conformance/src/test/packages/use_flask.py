# packages: python3-flask python3-werkzeug python3-jinja2 python3-markupsafe python3-click python3-itsdangerous
"""A small site: routes, forms, sessions, JSON, errors, served to a real client over a socket."""
import http.cookiejar
import json
import logging
import threading
import urllib.error
import urllib.parse
import urllib.request

from flask import Blueprint, Flask, abort, flash, get_flashed_messages, jsonify, redirect, render_template_string, request, session, url_for
from werkzeug.serving import make_server

app = Flask(__name__)
app.secret_key = "not a secret"
notes = Blueprint("notes", __name__, url_prefix="/notes")
kept = {}


@app.route("/")
def index():
    session["visits"] = session.get("visits", 0) + 1
    return render_template_string("<h1>{{ request.args.get('name', 'you')|upper }}</h1>{{ session.visits }} {{ get_flashed_messages() }} {{ url_for('notes.one', key='a b') }}")


@notes.route("/<key>", methods=["GET", "PUT", "DELETE"])
def one(key):
    if request.method == "PUT":
        kept[key] = request.get_json()
        return jsonify(kept[key]), 201, {"X-Kept": key}
    if key not in kept:
        abort(404, description=f"no note {key!r}")
    if request.method == "DELETE":
        return jsonify(gone=kept.pop(key))
    return kept[key]


@app.post("/form")
def form():
    upload = request.files.get("upload")
    flash(f"got {sorted(request.form.items())} {upload and (upload.filename, upload.read().decode())}")
    return redirect(url_for("index"))


@app.route("/number/<int:value>/<path:rest>")
def number(value, rest):
    return {"value": value, "rest": rest, "agent": "urllib" in request.user_agent.string.lower()}


@app.errorhandler(404)
def missing(error):
    return {"error": error.description}, 404


@app.errorhandler(ZeroDivisionError)
def divided(error):
    return str(error), 500


@app.route("/fail")
def fail():
    return 1 // 0


app.register_blueprint(notes)
app.after_request(lambda response: (response.headers.setdefault("X-Seen", request.endpoint or "-"), response)[1])
logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = make_server("127.0.0.1", 0, app, threaded=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}"
client = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def ask(path, data=None, method=None, **headers):
    wanted = urllib.request.Request(base + path, data, headers, method=method)
    try:
        answer = client.open(wanted, timeout=30)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        print(method or "GET", path, answer.status, answer.headers["Content-Type"], answer.headers["X-Seen"], answer.read().decode().replace(base, ""))


ask("/?name=ann")
ask("/")
note = json.dumps({"text": "é", "list": [1, 2.5, None]}).encode()
ask("/notes/a%20b", note, "PUT", **{"Content-Type": "application/json"})
ask("/notes/a%20b")
ask("/notes/a%20b", method="DELETE")
ask("/notes/a%20b")
ask("/notes/x", b"{", "PUT", **{"Content-Type": "application/json"})
ask("/form", urllib.parse.urlencode({"a": "1&2", "b": "é"}).encode(), "POST")
part = b'--b\r\nContent-Disposition: form-data; name="upload"; filename="f.txt"\r\n\r\ninside\r\n--b--\r\n'
ask("/form", part, "POST", **{"Content-Type": "multipart/form-data; boundary=b"})
for path in ("/number/12/x/y", "/number/q/x", "/fail", "/nowhere"):
    ask(path)
ask("/form", method="DELETE")
server.shutdown()
with app.test_client() as test:
    print(test.get("/", query_string={"name": "tests"}).data, session["visits"])
    print([(rule.rule, sorted(rule.methods)) for rule in sorted(app.url_map.iter_rules(), key=lambda r: r.rule)])
