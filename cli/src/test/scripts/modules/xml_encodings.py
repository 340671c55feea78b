# Encodings that an XML declaration may name: those whose markup is ASCII, with one byte a character.
import xml.etree.ElementTree as ET

for name in ['cp1250', 'cp864', 'cp037', 'utf_32', 'iso2022-kr', 'johab', 'utf-7', 'hz', 'iso2022-jp', 'big5hkscs',
             'shift-jisx0213', 'undefined', 'xxx', 'utf-16']:
    text = f"<?xml version='1.0' encoding='{name}'?><xml />"
    data = text.encode('ascii' if name in ('undefined', 'xxx') else name)
    try:
        print(name, ET.tostring(ET.XML(data)))
    except (ET.ParseError, ValueError, LookupError) as e:
        print(name, type(e).__name__, e)
try:
    ET.XML(b"<?xml version='1.0' encoding='utf-16'?><xml />")
except ET.ParseError as e:
    print(e)
