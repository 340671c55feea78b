# packages: python3-simplejson
"""JSON by simplejson: decimals, named tuples, hooks, streams, errors with their places."""
import collections
import datetime
import decimal
import io

import simplejson as json
from simplejson import JSONDecodeError

Point = collections.namedtuple("Point", "x y")
data = {"b": [1, 2.5, None, True, "é\u2028\"\\/\x01\U0001f600"], "a": Point(1, 2), "d": decimal.Decimal("1.10"), 3: {}, "big": 10 ** 30, "t": (1,)}
print(json.dumps(data), json.dumps(data, ensure_ascii=False, sort_keys=False), sep="\n")
print(json.dumps(data, namedtuple_as_object=False, tuple_as_array=True, use_decimal=False, default=str, indent="  "))
print(json.dumps({"z": 1, "a": [{}, []]}, sort_keys=True, indent=4, separators=(",", ": ")), json.dumps([2 ** 53, 2 ** 53 - 1, -2 ** 60], bigint_as_string=True))
print(json.dumps({"k": 1.0, (1, 2): 3, None: 4}, skipkeys=True), json.dumps([float("nan")], ignore_nan=True), json.dumps("</script>", for_json=True), json.encoder.JSONEncoderForHTML().encode("<&>"))
print(json.loads('{"a": 1.10, "b": [1e400, -0, 1E2], "c": "\\ud83d\\ude00\\u00e9"}', use_decimal=True), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda t: "<%s>" % t))
print(json.loads('{"x": 1, "y": {"x": 2}}', object_pairs_hook=collections.OrderedDict), json.loads('{"x": {"y": 1}}', object_hook=lambda d: sorted(d)))


class Thing:
    def for_json(self):
        return {"thing": [1]}

    def _asdict(self):
        return {"as": "dict"}


print(json.dumps([Thing()], for_json=True), json.dumps(Thing()), json.dumps({"d": datetime.date(2026, 1, 2)}, default=lambda v: v.isoformat()))
print(json.dumps((i * i for i in range(4)), iterable_as_array=True), "".join(json.JSONEncoder().iterencode({"a": [1, {"b": []}]})))
print(json.dumps([json.RawJSON("{ }"), 1]), json.dumps(["a", 1], item_sort_key=None), json.dumps({"b": 1, "a": 2}, item_sort_key=lambda kv: kv[1]))
out = io.StringIO()
json.dump([1, {"a": "é"}], out)
print(out.getvalue(), json.load(io.StringIO(out.getvalue())), json.load(io.BytesIO(b'["\xc3\xa9"]')))
for bad in ("", "{", "[1,]", '{"a" 1}', "[1 2]", '"open', '"\\x"', '"\\ud8"', "nul", "1 2", '{"a": 1,}', "[\n1,\n  }", "\ufeff1", '"\x01"', "-", "[1.]", "{1: 2}"):
    try:
        print(json.loads(bad))
    except JSONDecodeError as error:
        print(repr(bad), error, (error.pos, error.lineno, error.colno, error.end))
for odd in (object(), {(1,): 2}, [set()], float("inf"), b"\xff"):
    try:
        print(json.dumps(odd, allow_nan=False))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
