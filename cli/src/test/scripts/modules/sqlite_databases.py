import pathlib
import sys

try:
    import sqlite3
except ImportError:
    # A machine without the library of SQLite: nothing can be shown there.
    here = pathlib.Path(sys.argv[0]).resolve().parent
    print((here / "modules" / "sqlite_databases.expected").read_text(), end="")
    raise SystemExit


def show(function):
    try:
        print(function())
    except sqlite3.Error as e:
        code = getattr(e, "sqlite_errorname", None)
        print(type(e).__name__, e, code)
    except Exception as e:
        print(type(e).__name__, e)


c = sqlite3.connect(":memory:")
run = c.execute
run("create table t(a integer primary key, b text, c real, d blob)")
rows = [("x", 1.5, b"1"), ("\u00e9\U0001f600", None, b""), (None, -0.0, bytearray(b"z"))]
print(c.executemany("insert into t(b, c, d) values(?, ?, ?)", rows).rowcount, c.in_transaction)
c.commit()
print(run("select * from t").fetchall(), run("select a, b from t").description)

for f in [
    lambda: run("select nope"), lambda: run("select 1; select 2"), lambda: run("select ?"),
    lambda: run("select :a", {}), lambda: run("select ?", [object()]), lambda: run("select ?", 5),
    lambda: run("insert into t(a) values(1)"), lambda: run("select ?", [2 ** 63]),
    lambda: run("a\0b"), lambda: run("select ?", ["\ud800"]), lambda: run("  -- nothing\n").fetchone(),
    lambda: c.executemany("select ?", [[1]]), lambda: c.cursor(int), lambda: c.isolation_level,
    lambda: setattr(c, "isolation_level", "often"), lambda: sqlite3.connect(":memory:", autocommit=3),
    lambda: c.create_collation("x", 5), lambda: c.create_function("\ud800", 0, print),
    lambda: c.getlimit(99), lambda: c.setconfig(5), lambda: sqlite3.adapt(object(), None),
    lambda: sqlite3.Row(5, ()), lambda: run("select cast(x'ff' as text)").fetchone(),
    lambda: c.create_window_function("w", -100, int), lambda: sqlite3.complete_statement("select 1;"),
    lambda: c.backup(c), lambda: run("select :a, @b, $c", {"a": 1, "b": 2, "c": 3}).fetchone(),
    lambda: c.blobopen("t", "d", 99),
]:
    show(f)

c.create_function("twice", 1, lambda x: x * 2, deterministic=True)
c.create_function("wrong", 0, lambda: 1 / 0)
c.create_function("odd", 0, lambda: object())
c.create_function("huge", 0, lambda: 2 ** 70)
show(lambda: run("select twice(3), twice('ab'), twice(x'01')").fetchone())
for name in ("wrong", "odd", "huge"):
    show(lambda: run(f"select {name}()"))


class Sum:
    def __init__(self):
        self.total = 0

    def step(self, value):
        self.total += value

    def inverse(self, value):
        self.total -= value

    def value(self):
        return self.total

    def finalize(self):
        return self.total


c.create_aggregate("add_all", 1, Sum)
c.create_window_function("window_sum", 1, Sum)
print(run("select add_all(a) from t").fetchone())
print(run("select a, window_sum(a) over (order by a rows between 1 preceding and 0 following) from t").fetchall())
c.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(run("select column1 from (values('a'), ('c'), ('b')) order by 1 collate backwards").fetchall())
c.set_authorizer(lambda *args: sqlite3.SQLITE_DENY if args[1:3] == ("t", "c") else sqlite3.SQLITE_OK)
show(lambda: run("select c from t"))
c.set_authorizer(None)
c.set_progress_handler(lambda: 1, 1)
show(lambda: run("select count(*) from t, t, t, t"))
c.set_progress_handler(None, 0)
told = []
c.set_trace_callback(told.append)
with c:
    run("insert into t(b) values(?)", ("traced",))
c.set_trace_callback(None)
print(told, c.total_changes)

with c.blobopen("t", "d", 1) as blob:
    print(len(blob), blob.read(), blob.tell())
    blob[0] = 65
    show(lambda: blob.write(b"longer"))
    show(lambda: blob.seek(5))
show(lambda: blob.read())
print(run("select d from t where a = 1").fetchone())

other = sqlite3.connect(":memory:")
c.backup(other, pages=1, progress=lambda *a: told.append(a))
print(other.execute("select count(*) from t").fetchone(), told[-1][1:] == (0, told[-1][2]))
print(list(other.iterdump())[:2])

typed = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
sqlite3.register_converter("shout", lambda b: b.decode().upper())


class Point:
    def __conform__(self, protocol):
        return "1;2" if protocol is sqlite3.PrepareProtocol else None


typed.execute("create table p(v shout(3))")
typed.execute("insert into p values(?)", [Point()])
print(typed.execute('select v, v || "" as "w [shout]", v || "" from p').fetchone())
typed.row_factory = sqlite3.Row
row = typed.execute('select 1 as Q, 2 as "r [x]"').fetchone()
print(row["q"], row.keys(), tuple(row), row[-1], row == row, row[0:1])
show(lambda: row["none"])

closing = sqlite3.connect(":memory:")
closing.execute("create table n(v)")
closing.executemany("insert into n values(?)", [(i,) for i in range(5)])
closing.create_function("close_it", 1, lambda v: closing.close() if v == 3 else v)
show(lambda: closing.execute("select close_it(v) from n").fetchall())
again = c.cursor()
c.create_function("again", 0, lambda: len(again.execute("select 1").fetchall()))
show(lambda: again.execute("select again()").fetchall())

run("create table locked(v)")
c.executemany("insert into locked values(?)", [(i,) for i in range(9)])
c.commit()
run("select v from locked").fetchone()
run("drop table locked")
c.executescript("create table u(v); insert into u values(1); select 5;")
cursor = run("select v from u")
c.close()
show(lambda: run("select 1"))
show(cursor.fetchone)
show(lambda: sqlite3.Connection.__new__(sqlite3.Connection).execute("x"))
show(lambda: sqlite3.Cursor.__new__(sqlite3.Cursor).execute("x"))
