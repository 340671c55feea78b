"""Days, times and durations: arithmetic, formatting, parsing, calendars."""

import datetime
import calendar

KIND = "library"
SIZE = 65000


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return datetime.date(year, f // 31, f % 31 + 1)


def run(n):
    start = datetime.datetime(2026, 1, 1, 12, 30, tzinfo=datetime.timezone.utc)
    step = datetime.timedelta(hours=7, minutes=13)
    moment = start
    for i in range(n):
        moment += step
        if i % 5 == 0:
            text = moment.isoformat()
            assert datetime.datetime.fromisoformat(text) == moment
        assert moment.replace(hour=0) <= moment
    assert (moment - start) / step == n
    assert moment.strftime("%Y-%m-%d").startswith("2")
    for year in range(1900, 1900 + n // 10):
        assert easter(year).weekday() == 6
        assert calendar.monthrange(year, 2)[1] in (28, 29)
    assert datetime.datetime.strptime("2026-11-25 10:20", "%Y-%m-%d %H:%M").hour == 10
    days = [datetime.date(2026, 1, 1) + datetime.timedelta(days=i) for i in range(n // 4)]
    assert sorted(days, reverse=True)[0] == days[-1] and len(set(days)) == len(days)
