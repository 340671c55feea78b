import _elementtree as E
import copy
import pickle
import re
import warnings
import xml.etree.ElementTree as ET


def show(function):
    try:
        value = repr(function())
    except BaseException as e:
        value = type(e).__name__, str(e), getattr(e, "code", None), getattr(e, "position", None)
    print(re.sub("0x[0-9a-f]+", "0x", str(value)))


e = E.Element("a", {"x": "1"}, y="2")
c = E.SubElement(e, "b")
d = E.SubElement(e, "c", z="3")
state = {"tag": "t", "_children": [c], "attrib": {"u": "1"}, "text": "xx", "tail": "yy"}
builder = E.TreeBuilder
for f in [
    lambda: E.Element(), lambda: E.Element("a", 3), lambda: E.Element("a", {}, {}),
    lambda: E.Element("a", attrib={"q": "1"}, r="2").attrib, lambda: E.Element("a", attrib=3),
    lambda: E.SubElement(1, "b"), lambda: E.SubElement(e), lambda: E.SubElement(e, "b", 3),
    lambda: e.append(3), lambda: e.extend(3), lambda: e.extend([1]), lambda: e.insert(0, 3),
    lambda: e[5], lambda: e["x"], lambda: e[::-1], lambda: e.__setitem__(5, c),
    lambda: e.__setitem__(slice(0, 2, 2), [c, c]), lambda: e.__setitem__(slice(0, 1), [3]),
    lambda: e.__delitem__(7), lambda: e.find("b"), lambda: e.find("./b"), lambda: e.find(3),
    lambda: e.findtext("b"), lambda: e.findtext("q", 4), lambda: e.findall("*"),
    lambda: e.makeelement("q", 3), lambda: e.remove(3), lambda: e.remove(E.Element("q")),
    lambda: list(e.iter("*")), lambda: list(e.iter(b"*")), lambda: list(e.iter("b")), lambda: [*e],
    lambda: delattr(e, "tag"), lambda: setattr(e, "attrib", 3), lambda: setattr(e, "foo", 3),
    lambda: e.__setstate__({"q": 3}), lambda: e.__setstate__({}), lambda: e.__setstate__(state),
    lambda: e.__getstate__(), lambda: pickle.dumps(e), lambda: copy.copy(e).__getstate__(),
    lambda: copy.deepcopy(e)[0].__getstate__(), lambda: e.__sizeof__(), lambda: c.__sizeof__(),
    lambda: builder().start("a", 3), lambda: builder().end("a"), lambda: builder().pi("x", "y"),
    lambda: E.XMLParser(encoding="foo").feed(b"<a/>"), lambda: E.XMLParser(target=3).feed("<a/>"),
    lambda: E.XMLParser().close(), lambda: E.XMLParser().feed("<a></b>"),
    lambda: E.XMLParser()._setevents([], ["foo"]), lambda: E.XMLParser()._setevents([], [3]),
    lambda: E.XMLParser.__new__(E.XMLParser).feed("x"), lambda: E._set_factories(3, 4),
    lambda: list(ET.fromstring("<a>1<b>2<c>3</c>4</b>5</a>").itertext()),
    lambda: ET.fromstring("<a>t<b/>ta<!-- c --><?pi d?>il</a>")[0].tail,
    lambda: ET.fromstring("<a>\ud800</a>"), lambda: ET.fromstring("<a/><b/>"),
    lambda: ET.fromstring('<?xml version="1.0" encoding="utf-16"?><a>\xe9</a>').text,
    lambda: ET.fromstring('<?xml version="1.0" encoding="koi8-r"?><a>\u0430</a>'.encode("koi8-r")).text,
    lambda: ET.tostring(ET.fromstring('<a xmlns="u:v" xmlns:p="q"><p:b p:c="1" d="2">x</p:b></a>')),
]:
    show(f)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(bool(c), [str(w.message) for w in caught])

pull = ET.XMLPullParser(["start", "end", "start-ns", "end-ns", "comment", "pi"])
pull.feed('<a xmlns="u"><b xmlns:p="q">x<!--c--><?t d?></b>')
pull.feed("</a>")
for kind, what in pull.read_events():
    show(lambda: (kind, what))


class Text:
    def __bool__(self):
        e.text = "changed"
        return True


e.text = Text()
print(type(next(e.itertext())).__name__, e.text)


class Target:
    def start(self, tag, attrib):
        print("start", tag, attrib)
        if tag == "bad":
            raise KeyError(tag)

    def doctype(self, *args):
        print("doctype", args)

    def close(self):
        return "closed"


p = E.XMLParser(target=Target())
p.entity["known"] = "text"
show(lambda: p.feed('<!DOCTYPE a PUBLIC "p" "s"><a>&known;<bad/><after/>'))
show(lambda: p.feed("<more/>&other;</a>"))
show(p.close)
t = builder()
t.start("a", {})
t.data("x")
t.data(3)
t.end("a")
show(lambda: t.close().text)
