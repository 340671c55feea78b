"""JSON written and read: nested records, numbers, text beyond ASCII, indentation."""

import json

KIND = "library"
SIZE = 200


def record(i):
    return {
        "id": i,
        "name": "Zoë \"%d\"" % i,
        "tags": ["red", "green", "blue"][: i % 4],
        "score": i / 8,
        "active": i % 2 == 0,
        "parent": None,
        "position": {"x": -i, "y": i * 1000003, "path": "/a/b\\c\n"},
    }


def run(n):
    records = [record(i) for i in range(50)]
    for _ in range(n):
        text = json.dumps(records)
        assert json.loads(text) == records
        pretty = json.dumps(records[:5], indent=2, sort_keys=True, ensure_ascii=False)
        assert "Zoë" in pretty and json.loads(pretty) == records[:5]
        assert json.loads(text, object_hook=lambda each: len(each))[0] == 7
        values = json.loads("[" + ",".join(map(str, range(200))) + ", 1.5e3, -0.25, true]")
        assert sum(values[:200]) == 19900
