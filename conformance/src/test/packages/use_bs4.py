# packages: python3-bs4 python3-html5lib python3-webencodings python3-soupsieve python3-six python3-xmltodict
"""Untidy pages: two parsers, selectors, changes to the tree, encodings; XML as dictionaries."""
import html5lib
import xmltodict
from bs4 import BeautifulSoup, Comment, NavigableString, SoupStrainer, UnicodeDammit

PAGE = """<!DOCTYPE html><html><head><title>A page</title><meta charset=utf-8></head>
<body class="a b"><p id=one>First <b>bold<i>both</b>italic</i> &eacute;&nbsp;&lt;<p>Second<br>line
<ul><li>one<li class="x y">two <a href="/a?b=1&c=2">link</a><li>three</ul><!-- a comment -->
<table><tr><td>1<td>2<tr><td>3</table><script>if (a < b) { x("</p>") }</script><div data-k='v"w'>d</div></body>"""
for parser in ("html.parser", "html5lib"):
    soup = BeautifulSoup(PAGE, parser)
    print(parser, soup.title.string, soup.prettify(), sep="\n")
    print([a["href"] for a in soup.find_all("a")], soup.find("p", id="one").get_text("|"), soup.body["class"], [li.get_text(strip=True) for li in soup("li")])
    print([str(e) for e in soup.select("ul > li.x a[href^='/a'], td:nth-child(1), div[data-k], li:not(.x):-soup-contains('one')")], soup.select_one("#one").name)
    print(soup.find(string=lambda t: isinstance(t, Comment)), [t.name for t in soup.find("i").parents], soup.li.find_next_sibling("li") and soup.li.find_next_sibling("li").name)
soup = BeautifulSoup("<div><p>a</p><p>b</p></div>", "html.parser")
new = soup.new_tag("em", attrs={"class": "n"})
new.string = "new & <old>"
soup.p.insert_after(new)
soup.find_all("p")[1].wrap(soup.new_tag("section"))
soup.p.replace_with(NavigableString("text"))
soup.em.append("!")
print(soup, soup.em.extract(), soup.div.decode(formatter="html"), soup.encode("ascii"), soup.section.unwrap(), soup.div.contents, sep="\n")
print(BeautifulSoup("<a>x</a><b>y</b>", "html.parser", parse_only=SoupStrainer("b")), UnicodeDammit("caf\xe9 \x93q\x94".encode("latin-1"), ["windows-1252"]).unicode_markup, BeautifulSoup("<p>é".encode("utf-16"), "html.parser").original_encoding)
tree = html5lib.parse("<p>a<table>b<td>c</p>", namespaceHTMLElements=False)
print(html5lib.serialize(tree, omit_optional_tags=False), html5lib.serialize(html5lib.parseFragment("<a href=x onclick='y'>t</a>"), quote_attr_values="always"), [e.tag for e in tree.iter()])
parser = html5lib.HTMLParser(strict=False)
parser.parse("<b><p></b>")
print([error[1] for error in parser.errors])
data = xmltodict.parse('<a x="1"><b>t</b><b y="2"/><c><![CDATA[<d>]]></c></a>')
print(data, xmltodict.unparse(data, pretty=True), xmltodict.parse("<n:a xmlns:n='u'>é</n:a>", process_namespaces=True), sep="\n")
