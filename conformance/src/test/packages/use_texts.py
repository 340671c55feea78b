# packages: python3-webob python3-arrow python3-dateutil python3-six python3-babel python-babel-localedata python3-tz
"""WebOb's requests and answers, arrow's times, Babel's numbers, dates and catalogues."""
import io
import pathlib
import sys
import tempfile
import warnings
from datetime import datetime, timedelta

warnings.simplefilter("ignore")
import arrow


def with_data():
    """Debian keeps Babel's data in another package, to which there are links that lead nowhere here."""
    places = [pathlib.Path(place) for place in sys.path]
    code = next(place for place in places if "python3-babel" in place.parts) / "babel"
    data = next(place for place in places if "python-babel-localedata" in place.parts).parents[3]
    made = pathlib.Path(folder.name) / "babel"
    made.mkdir()
    for item in code.iterdir():
        kept = data.joinpath("usr", "share", "python-babel-localedata", item.name)
        (made / item.name).symlink_to(kept if kept.exists() else item)
    sys.path.insert(0, folder.name)


folder = tempfile.TemporaryDirectory()
with_data()
import babel
import webob
import webob.exc
from babel import dates, lists, numbers, plural
from babel.messages import catalog, extract, mofile, pofile

request = webob.Request.blank("/a/b?x=1&x=2", POST={"n": "v é", "f": ("name.txt", b"data")}, cookies={"c": "1"})
print(request.method, request.GET.getall("x"), request.POST["n"], request.POST["f"].filename, request.cookies, request.path_info_pop(), request.path)
response = webob.Response(json_body={"a": 1}, status=201)
response.set_cookie("k", "v", max_age=60)
response.cache_control.max_age = 5
print(response.status, response.headers["Cache-Control"], response.body, response.headers["Set-Cookie"].partition(";")[0])
print(webob.Request.blank("/").get_response(webob.exc.HTTPNotFound("gone")).text)

t = arrow.get("2024-03-30T23:30:00+01:00", tzinfo="Europe/Berlin")
print(t, t.shift(months=1), t.shift(hours=3), t.to("US/Pacific").format("YYYY-MM-DD HH:mm ZZ"), t.humanize(t.shift(hours=-5)), t.humanize(t.shift(days=40), locale="de"))
print([r.format("MMM D") for r in arrow.Arrow.range("week", t, limit=3)], t.span("quarter")[1], arrow.get("May 5th, 2021", "MMMM Do, YYYY"))

print(numbers.format_currency(1234567.891, "EUR", locale="de_DE"), numbers.format_decimal(-0.5, locale="fr"), numbers.format_percent(0.256, locale="tr"), numbers.format_scientific(12345, locale="en"))
when = datetime(2024, 5, 6, 17, 8, 9)
for locale in ("en_US", "ja", "ar", "ru", "hi"):
    print(locale, dates.format_datetime(when, "full", locale=locale), dates.format_timedelta(timedelta(days=-3), add_direction=True, locale=locale), lists.format_list(["a", "b", "c"], locale=locale))
print(babel.Locale("sr", script="Latn").display_name, babel.Locale.parse("pt_BR").get_language_name("en"), plural.to_python({"one": "n is 1", "few": "n in 2..4"})(3), numbers.parse_decimal("1.234,5", locale="de"))
messages = catalog.Catalog(locale="pl", project="p", version="1")
for line, text, comments, context in extract.extract("python", io.BytesIO(b"_('one')\nngettext('a', 'b', n)\n# note: x\n_('two')\n"), comment_tags=["note:"]):
    messages.add(text, locations=[("f.py", line)], auto_comments=comments)
out = io.BytesIO()
pofile.write_po(out, messages, omit_header=True)
print(out.getvalue().decode(), messages.plural_expr)
