# packages: python3-yaml
"""YAML in and out: anchors, merges, block texts, tags of one's own, events, errors with their places."""
import datetime
import io

import yaml

TEXT = """
%YAML 1.1
---
base: &base {name: tea, tags: [hot, 'it''s', "a\\u00e9\\n"], price: 3.50}
more:
  <<: *base
  price: 1_000
  when: 2026-01-02 03:04:05.5Z
  day: 2026-01-02
values: [~, true, No, 0x1F, 0o17, 017, 1e3, .inf, -.INF, .nan, 12:30:45, "12", !!str 12, !!float 1, ''] # comment
folded: >-
  one
  two

  three
literal: |+
  keeps
    all

? !!python/tuple [complex, key]
: !!set {a, b}
binary: !!binary aGVsbG8=
pairs: !!omap [z: 1, a: 2]
tuple: !!python/tuple [1, 2]
--- second
--- !point {x: 1, y: 2}
...
"""


class Point(yaml.YAMLObject):
    yaml_tag = "!point"

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


for document in yaml.load_all(TEXT, Loader=yaml.UnsafeLoader):
    print(document)
    print(yaml.dump(document), end="")
print(yaml.safe_dump({"b": [1, [2, {"c": None}]], "a": "multi\nline: text", "é": 1.5, "on": "yes", "empty": {}, "d": datetime.date(2026, 1, 2)},
                     allow_unicode=True, sort_keys=False, default_flow_style=False, width=30))
print(yaml.dump([1, (2, 3), {4}, "x" * 100, b"bytes", complex(1, 2), len, Point], default_flow_style=None, explicit_start=True, indent=4))
shared = [1]
print(yaml.dump({"a": shared, "b": shared}), yaml.dump("'tis: \"it\" #", default_style='"'), yaml.dump("plain"), sep="")
yaml.add_representer(complex, lambda d, v: d.represent_scalar("!c", str(v)), Dumper=yaml.SafeDumper)
yaml.add_constructor("!c", lambda l, n: complex(l.construct_scalar(n)), Loader=yaml.SafeLoader)
yaml.add_implicit_resolver("!c", __import__("re").compile(r"^\d+\+\d+j$"), list("0123456789"), Loader=yaml.SafeLoader)
print(yaml.safe_dump([1 + 2j]), yaml.safe_load("[!c 1+2j, 3+4j]"))
for event in list(yaml.parse("a: &x [1, *x]"))[2:9]:
    print(event)
print(*(type(token).__name__ for token in yaml.scan("- a: {b: c}")))
for bad in ("a: b: c", "[1, 2", "a: *none", "\tx: 1", "!unknown 1", "key: 'open", "- a\n b: c", "x: @a", "%BAD 1\n---\n"):
    try:
        print(yaml.safe_load(bad))
    except yaml.YAMLError as error:
        print(type(error).__name__, str(error).replace("\n", " | "))
print(yaml.safe_load(io.BytesIO("\ufeffa: é".encode("utf-16"))), yaml.compose("a: [1]").value[0][1].start_mark.column)
