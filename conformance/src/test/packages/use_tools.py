# packages: python3-pycodestyle python3-pyflakes python3-parso python3-jedi python3-passlib python3-pyasn1 python3-rsa python3-ecdsa python3-six python3-jwt python3-openpyxl python3-et-xmlfile python3-xlsxwriter python3-pypdf python3-simpy3 python3-cloudpickle python3-peewee python3-hypothesis python3-attr python3-sortedcontainers python3-prompt-toolkit python3-wcwidth python3-typer python3-click python3-wheel python3-mock
"""Checkers of code, keys and signatures, spreadsheets, simulations, properties that hold, a second ORM."""
import ast
import datetime
import io
import pickle
import zipfile

import cloudpickle
import jedi
import jwt
import openpyxl
import parso
import peewee
import pycodestyle
import pypdf
import rsa
import simpy
import typer
import xlsxwriter
from ecdsa import NIST256p, SigningKey
from hypothesis import HealthCheck, given, settings, strategies as st
from passlib.hash import pbkdf2_sha256, sha512_crypt
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import HTML, to_formatted_text
from prompt_toolkit.validation import ValidationError, Validator
from pyasn1.codec.der import decoder, encoder
from pyasn1.type import namedtype, univ
from pyflakes import checker
from typer.testing import CliRunner

CODE = "import os, sys\ndef f( x ):\n  y = 1\n  return undefined\nclass A: pass\n"
print([str(m).partition(":")[2] for m in sorted(checker.Checker(ast.parse(CODE), filename="f").messages, key=lambda m: (m.lineno, m.col))])
style = pycodestyle.Checker(lines=CODE.splitlines(True), report=pycodestyle.StandardReport(pycodestyle.StyleGuide(quiet=1).options))
print(style.check_all(), sorted(style.report.counters.items()))
module = parso.parse("def f(a, b=1):\n    return a +\n")
print([type(n).__name__ for n in module.children], [e.message for e in parso.load_grammar().iter_errors(module)], module.get_code() == "def f(a, b=1):\n    return a +\n")
script = jedi.Script("import json\nclass A:\n    def method_one(self): return 3\n    def other(self): pass\nA().met\nx = A().method_one()\n", environment=jedi.InterpreterEnvironment())
print([c.name for c in script.complete(5, 7)], script.infer(6, 0)[0].name, [n.name for n in script.get_names()])
print(pbkdf2_sha256.verify("p", pbkdf2_sha256.using(rounds=100, salt=b"salt" * 4).hash("p")), sha512_crypt.using(rounds=1000, salt="abc").hash("word"))


class Pair(univ.Sequence):
    componentType = namedtype.NamedTypes(namedtype.NamedType("n", univ.Integer()), namedtype.OptionalNamedType("t", univ.OctetString()))


pair = Pair()
pair["n"], pair["t"] = 5, b"xy"
print(encoder.encode(pair).hex(), decoder.decode(encoder.encode(pair), asn1Spec=Pair())[0]["n"])
public, private = rsa.PublicKey(3233, 17), rsa.PrivateKey(3233, 17, 2753, 61, 53)
print(rsa.core.decrypt_int(rsa.core.encrypt_int(65, 17, 3233), 2753, 3233), public, rsa.prime.is_prime(2 ** 31 - 1))
key = SigningKey.from_secret_exponent(12345, NIST256p)
signature = key.sign_deterministic(b"message")
print(signature.hex(), key.verifying_key.verify(signature, b"message"), key.verifying_key.to_string("compressed").hex())
token = jwt.encode({"sub": "ann", "exp": 32503680000}, "secret", algorithm="HS256")
print(token, jwt.decode(token, "secret", algorithms=["HS256"]))
try:
    jwt.decode(token, "wrong", algorithms=["HS256"])
except jwt.InvalidTokenError as error:
    print(type(error).__name__, error)

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["name", "price", "when"])
for row in (("tea", 3.5, datetime.date(2026, 1, 2)), ("pot", 12, None)):
    sheet.append(row)
sheet["B4"] = "=SUM(B2:B3)"
sheet.merge_cells("A5:B5")
sheet["A1"].font = openpyxl.styles.Font(bold=True)
out = io.BytesIO()
book.save(out)
again = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
print(list(again.active.values), again.active["A1"].font.b, again.active.merged_cells.ranges, sorted(zipfile.ZipFile(out).namelist())[:3])
out = io.BytesIO()
book = xlsxwriter.Workbook(out, {"in_memory": True})
sheet = book.add_worksheet("One")
sheet.write_row(0, 0, ["a", 1, True], book.add_format({"bold": True, "num_format": "0.00"}))
sheet.write_formula("A2", "=B1*2", None, 2)
book.add_chart({"type": "line"}).add_series({"values": "=One!$B$1:$B$2"})
book.close()
print(list(openpyxl.load_workbook(io.BytesIO(out.getvalue()), data_only=True)["One"].values))
writer = pypdf.PdfWriter()
page = writer.add_blank_page(width=100, height=200)
page.rotate(90)
writer.add_metadata({"/Title": "A title"})
writer.encrypt("word")
out = io.BytesIO()
writer.write(out)
reader = pypdf.PdfReader(io.BytesIO(out.getvalue()))
print(reader.is_encrypted, reader.decrypt("word") > 0, len(reader.pages), reader.pages[0].mediabox, reader.pages[0].rotation, reader.metadata.title)


def customer(env, name, counter, delay, told):
    yield env.timeout(delay)
    with counter.request() as request:
        result = yield request | env.timeout(2)
        told.append((env.now, name, request in result))
        yield env.timeout(3)


told = []
env = simpy.Environment()
counter = simpy.Resource(env, capacity=1)
for i in range(4):
    env.process(customer(env, f"c{i}", counter, i, told))
env.run(until=20)
print(told)
base = 10
adder = pickle.loads(cloudpickle.dumps(lambda x: x + base))
print(adder(5), pickle.loads(cloudpickle.dumps(type("Made", (), {"f": lambda self: base})))().f())

database = peewee.SqliteDatabase(":memory:")


class Note(peewee.Model):
    text = peewee.CharField(unique=True)
    size = peewee.IntegerField(default=1)

    class Meta:
        database = database


database.create_tables([Note])
Note.insert_many([{"text": t, "size": len(t)} for t in ("a", "bb", "ccc")]).execute()
print([n.text for n in Note.select().where((Note.size > 1) & Note.text.contains("b"))], Note.select(peewee.fn.SUM(Note.size)).scalar(), Note.select().where(Note.size < 3).sql(), Note.get_or_create(text="a")[1])

checked = []


@settings(max_examples=60, database=None, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(st.integers()), st.text(max_size=5), st.dictionaries(st.booleans(), st.floats(allow_nan=False)))
def holds(numbers, text, table):
    checked.append(len(numbers))
    assert sorted(sorted(numbers)) == sorted(numbers) and text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == text


holds()
print(len(checked) >= 50)


@settings(max_examples=200, database=None, derandomize=True, deadline=None)
@given(st.lists(st.integers(0, 1000), max_size=20))
def fails(numbers):
    assert sum(numbers) < 100


try:
    fails()
except AssertionError as error:
    print("falsified", [str(note).replace("\n", " ") for note in error.__notes__][:1])

app = typer.Typer()


@app.command()
def greet(name: str, times: int = typer.Option(1, min=1, help="How often."), loud: bool = False):
    """Says hello."""
    for _ in range(times):
        typer.echo(f"hello {name.upper() if loud else name}")


@app.command()
def leave():
    raise typer.Exit(4)


for words in (["greet", "ann", "--times", "2", "--loud"], ["greet", "x", "--times", "0"], ["leave"], ["greet"]):
    result = CliRunner().invoke(app, words)
    print(result.exit_code, len(result.output) > 10, result.output if result.exit_code == 0 else "")
print(to_formatted_text(HTML("<b>x</b> <style fg='red'>y</style>")), Document("one two", 5).get_word_before_cursor(), Document("a\nbc", 3).cursor_position_row)
