"""Rows written to CSV and read back, as lists and as dictionaries, with quotes and newlines."""

import csv
import io

KIND = "library"
SIZE = 17000


def run(n):
    rows = [[i, "name %d" % i, 'says "%d", loudly' % i, i / 4, "two\nlines" if i % 9 == 0 else ""] for i in range(n)]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["id", "name", "quote", "value", "note"])
    writer.writerows(rows)
    text = stream.getvalue()
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert len(back) == n + 1
    assert all(row[2] == 'says "%d", loudly' % i for i, row in enumerate(back[1:]))
    total = 0.0
    for record in csv.DictReader(io.StringIO(text, newline="")):
        total += float(record["value"])
        if record["note"]:
            assert record["note"] == "two\nlines"
    assert total == n * (n - 1) / 8
    out = io.StringIO(newline="")
    dictionaries = csv.DictWriter(out, ["a", "b"], delimiter=";", quoting=csv.QUOTE_ALL)
    dictionaries.writeheader()
    for row in rows:
        dictionaries.writerow({"a": row[0], "b": row[1]})
    assert out.getvalue().count(";") == n + 1
