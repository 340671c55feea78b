"""Names of codecs and of handlers are texts for C: without zeros, and such that UTF-8 has them."""
import codecs

for attempt in (
    lambda: "".encode("a\udcfe"),
    lambda: codecs.lookup("\udcfe"),
    lambda: codecs.lookup("a\0"),
    lambda: codecs.getincrementalencoder("\udcfe"),
    lambda: b"x".decode("\udcfe"),
    lambda: codecs.encode("", "\udcfe"),
    lambda: codecs.lookup_error("\udcfe"),
    lambda: codecs.lookup_error("a\0"),
    lambda: "a".encode("a\0"),
    lambda: str(b"a", "x\0"),
):
    try:
        print(attempt())
    except ValueError as e:
        print(repr(e))
