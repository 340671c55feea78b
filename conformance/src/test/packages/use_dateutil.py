# packages: python3-dateutil python3-six
"""Dates by dateutil: texts of all kinds, rules of recurrence, zones, differences, Easter."""
from datetime import date, datetime, timedelta

from dateutil import easter, parser, relativedelta, rrule, tz, utils
from dateutil.parser import isoparse, parse
from dateutil.relativedelta import FR, MO, relativedelta as delta
from dateutil.rrule import rruleset, rrulestr

default = datetime(2026, 1, 31, 1, 2, 3)
for text in ("2026-02-03T04:05:06.789Z", "Thu Sep 25 10:36:28 2003", "10:36", "Sep 2003", "10/09/2003", "25.9.2003", "20030925T104941-0300", "3rd of May 2001 at 5pm",
             "Jan 1 1999 11:23:34.578", "July 4, 1976 12:01:02 am", "1976-W27", "today", "", "99-99-99", "Feb 30 2007"):
    try:
        print(repr(text), parse(text, default=default))
    except (parser.ParserError, ValueError) as error:
        print(repr(text), type(error).__name__, error)
print(parse("10/09/03", dayfirst=True), parse("10/09/03", yearfirst=True), parse("meet at 3pm on 5 May 2026 please", fuzzy_with_tokens=True, default=default))
print(isoparse("2026-W05-2T10"), isoparse("2026-123"), isoparse("20260102T030405.123456+05:30"), parse("2026-01-01 10:00 EST", tzinfos={"EST": -18000}))
start = datetime(2026, 1, 31)
print(start + delta(months=1), start + delta(months=+1, days=-1, weekday=FR(-1)), start + delta(day=1, weekday=MO(+2)), delta(datetime(2026, 3, 1), datetime(2024, 2, 29)), delta(days=40, hours=25).normalized(), delta(months=14) * 2)
print(delta(years=1, months=-2) == delta(months=10), bool(delta()), -delta(days=1, leapdays=1), abs(delta(days=-3)), delta(yearday=60))
print(*rrule.rrule(rrule.MONTHLY, count=4, byweekday=FR(-1), dtstart=start), sep="\n")
print([d.date().isoformat() for d in rrule.rrule(rrule.YEARLY, interval=4, count=3, bymonth=11, byweekday=rrule.TU, bymonthday=range(2, 9), dtstart=start)])
rules = rruleset()
rules.rrule(rrulestr("DTSTART:20260101T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260121T000000"))
rules.exdate(datetime(2026, 1, 7, 9))
rules.rdate(datetime(2026, 1, 10, 9))
print([str(d) for d in rules], rules.before(datetime(2026, 1, 12)), rules.after(datetime(2026, 1, 12, 9), inc=True), rules[1], rules.count(), rules.between(datetime(2026, 1, 10), datetime(2026, 1, 13)))
print(rrule.rrule(rrule.DAILY, count=2, dtstart=start), rrule.rrule(rrule.HOURLY, dtstart=start, byhour=(1, 2), count=3)[-1], rrulestr("FREQ=YEARLY;BYEASTER=1;COUNT=2", dtstart=start)[0])
berlin = tz.tzstr("CET-1CEST,M3.5.0,M10.5.0/3")
for moment in (datetime(2026, 3, 29, 2, 30), datetime(2026, 10, 25, 2, 30), datetime(2026, 7, 1)):
    here = moment.replace(tzinfo=berlin)
    print(here, here.tzname(), tz.datetime_exists(here), tz.datetime_ambiguous(here), tz.resolve_imaginary(here), here.astimezone(tz.UTC), tz.enfold(here, 1).utcoffset())
print(tz.tzoffset("X", 3600), tz.tzutc() is tz.UTC, tz.tzrange("EST", -18000, "EDT").utcoffset(datetime(2026, 7, 1)), tz.gettz("UTC"), tz.gettz("nowhere/none"))
print([easter.easter(y).isoformat() for y in (1999, 2026, 2038)], easter.easter(2026, easter.EASTER_ORTHODOX), utils.within_delta(start, start + timedelta(seconds=1), timedelta(seconds=2)))
zone = tz.tzical(__import__("io").StringIO("BEGIN:VTIMEZONE\nTZID:T\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:S\nEND:STANDARD\nEND:VTIMEZONE\n"))
print(zone.keys(), zone.get().utcoffset(start), date(2026, 1, 31) + delta(months=1))
