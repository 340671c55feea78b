"""XML parsed, searched, changed and written."""

import xml.etree.ElementTree as ET

KIND = "library"
SIZE = 90


def document():
    root = ET.Element("catalog", {"lang": "en"})
    for i in range(60):
        book = ET.SubElement(root, "book", id="b%d" % i, kind="paper" if i % 3 else "e")
        ET.SubElement(book, "title").text = "Title & more <%d>" % i
        ET.SubElement(book, "price").text = "%d.50" % i
        for j in range(i % 4):
            ET.SubElement(book, "author").text = "Author %d" % j
    return ET.tostring(root, encoding="unicode")


def run(n):
    text = document()
    for _ in range(n):
        root = ET.fromstring(text)
        assert len(root.findall("book")) == 60
        assert len(root.findall(".//author")) == 90
        assert len(root.findall("book[@kind='e']")) == 20
        total = sum(float(price.text) for price in root.iter("price"))
        assert total == 60 * 59 / 2 + 30
        for book in list(root):
            if book.get("kind") == "e":
                root.remove(book)
        assert len(ET.tostring(root)) < len(text)
