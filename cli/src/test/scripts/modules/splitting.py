"""split and rsplit of str, bytes and bytearray, against each other; searches in re; escapes of bytes."""
import codecs
import re
import warnings

for limit in -1, 0, 1, 2, 5:
    for text in "  a    b   c   ", "abbbc", "aaaa", "", "   ", "a,b,,c", "bb":
        for sep in None, "bb", "b", "a", ",":
            data, cut = text.encode(), sep and sep.encode()
            parts, back = text.split(sep, limit), text.rsplit(sep, limit)
            print(limit, text, sep, parts, back)
            for kind in bytes, bytearray:
                same = [x.decode() for x in kind(data).split(cut, limit)] == parts
                if not same or [x.decode() for x in kind(data).rsplit(cut, limit)] != back:
                    print("differs", kind)
print(re.match("\ufb05", "\ufb06", re.I), re.match("ſ", "S", re.I), re.match("[\ufb04-\ufb05]", "\ufb06", re.I))
text = bytearray(b"abcdefgh")
whole, end = re.search(b"[a-h]+", text), re.search(b"[e-h]+", text)
text[:] = b"xyz"
print(whole.group(), end.group())
matches = re.finditer(b"x", text)
try:
    text.extend(b"x" * 100)
except BufferError as e:
    print(e)
print(len(list(matches)), len(text))
print(re.findall(r"\Ay|^y", "xy" * 10), re.sub("^x", "z", "xx"), re.compile("^b").search("ab", 1))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", DeprecationWarning)
    warnings.simplefilter("ignore", ResourceWarning)
    for escape in rb"\d\n", rb"\777", rb"\400x", rb"\377", rb"\9":
        print(codecs.escape_decode(escape))
print([str(w.message) for w in caught])
decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
data = "\ud901".encode("utf-8", "surrogatepass")
print([ascii(decoder.decode(data[i : i + 1], i == 2)) for i in range(3)])


class Hidden:
    __slots__ = ["__class__", "__dict__"]


hidden = Hidden()
hidden.bar = 1
print(dir(hidden))
