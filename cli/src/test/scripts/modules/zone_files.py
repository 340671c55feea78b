"""Zones of the database: caches, pickles, folds and gaps, rules behind the last change, odd files."""
import datetime
import io
import pickle
import struct
import zoneinfo

Zone = zoneinfo.ZoneInfo


def attempt(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, e)


def file(rule, types=((0, 0, 0),), changes=()):
    """A file of the database: a rule for the end, kinds of time, pairs of a moment and the number of a kind."""
    data = b""
    for size in "lq":
        data += b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, len(changes), len(types), 4)
        data += struct.pack(f">{len(changes)}{size}", *(moment for moment, _ in changes))
        data += bytes(kind for _, kind in changes)
        data += b"".join(struct.pack(">lbb", *kind) for kind in types) + b"UTC\0"
    return io.BytesIO(data + b"\n" + rule + b"\n")


def around(zone, *moments):
    for moment in moments:
        for fold in (0, 1):
            local = datetime.datetime(*moment, fold=fold, tzinfo=zone)
            print("  ", moment, fold, local.utcoffset(), local.dst(), local.tzname())
        utc = datetime.datetime(*moment, tzinfo=zone)
        print("  ", zone.fromutc(utc).replace(tzinfo=None), zone.fromutc(utc).fold)


print(Zone.__module__, Zone.__mro__, hasattr(Zone, "_weak_cache"))
for rule in (b"EST5EDT,M3.2.0,M11.1.0", b"IST-1GMT0,M10.5.0,M3.5.0/1", b"<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", b"AAA4BBB,J59/2,300", b"UTC-13:22:33", b"<>5"):
    print(rule)
    around(Zone.from_file(file(rule)), (2020, 3, 8, 2, 30), (2020, 11, 1, 1, 30), (2020, 11, 1, 6, 30), (2024, 2, 29, 1))
summer = (0, 0, 0), (3600, 1, 0)
print("changes and no rule")
around(Zone.from_file(file(b"", summer, [(0, 1), (10**7, 0), (2 * 10**7, 1)])), (1960, 1, 1), (1970, 1, 1, 0, 20), (1970, 4, 26, 17, 50), (1980, 1, 1))
for rule in (b"EST", b"5", b"EST5EDT", b"EST5EDT4", b"EST25", b"EST5EDT,M3.2.0", b"EST5EDT,M13.2.0,M11.1.0", b"EST5EDT,J0,J5", b"EST5EDT,M3.2.0,M11.1.0,", b"EST5:6"):
    attempt(rule, lambda: Zone.from_file(file(rule)))
attempt("nothing", lambda: Zone.from_file(file(b"", ())))
attempt("wrong kind", lambda: Zone.from_file(file(b"UTC0", changes=[(0, 7)])))
attempt("no file", lambda: Zone.from_file(io.BytesIO(b"text")))
unnamed = Zone.from_file(file(b"UTC0"))
print(unnamed.key, repr(unnamed)[:40], str(unnamed) == repr(unnamed))
attempt("pickle", lambda: pickle.dumps(unnamed))
print(repr(Zone.from_file(file(b"UTC0"), key="Own/Zone")), str(Zone.from_file(file(b"UTC0"), key="Own/Zone")))
for key in ("No/Where", "../etc/passwd", "/etc/passwd", "", 5, None, []):
    attempt(repr(key), lambda: Zone(key))
attempt("no key", Zone)

york = Zone("America/New_York")
print(Zone("America/New_York") is york, Zone(key="America/New_York") is york, Zone.no_cache("America/New_York") is york)
print(pickle.loads(pickle.dumps(york)) is york, york.__reduce__()[1], Zone.no_cache("UTC").__reduce__()[1])
print(pickle.loads(pickle.dumps(Zone.no_cache("America/New_York"))) is york)
Zone.clear_cache(only_keys=["UTC"])
print(Zone("America/New_York") is york)
Zone.clear_cache()
print(Zone("America/New_York") is york)
print(york.utcoffset(None), york.tzname(None), Zone("UTC").tzname(None), datetime.time(1, tzinfo=Zone("UTC")).utcoffset())
attempt("fromutc", lambda: york.fromutc(datetime.date(2020, 1, 1)))
attempt("fromutc", lambda: york.fromutc(datetime.datetime(2020, 1, 1)))
attempt("no datetime", lambda: york.dst(5))
attempt("set", lambda: setattr(york, "key", 1))


class Own(Zone):
    pass


class Moment(datetime.datetime):
    pass


print(Own("UTC") is Own("UTC"), Own("UTC") is Zone("UTC"), Own("UTC"), repr(Own("UTC")), type(Own._weak_cache).__name__)
moment = york.fromutc(Moment(2020, 11, 1, 6, 30, tzinfo=york))
print(type(moment).__name__, moment, moment.fold)
for key in ("Europe/Dublin", "Africa/Casablanca", "Antarctica/Troll", "Australia/Lord_Howe", "Pacific/Apia"):
    zone = Zone(key)
    total = 0
    for year in (1910, 1945, 1975, 1995, 2011, 2020, 2037, 2038, 2090):
        for hours in range(0, 8760, 5):
            moment = datetime.datetime(year, 1, 1, tzinfo=zone) + datetime.timedelta(hours=hours)
            local = zone.fromutc(moment)
            total = (total * 31 + local.hour * 60 + local.minute + local.fold + zone.dst(moment).seconds + zone.utcoffset(moment.replace(fold=1)).seconds) % 1000003
    print(key, total)
