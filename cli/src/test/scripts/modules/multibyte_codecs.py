import codecs
import io
import zlib

def tr(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

names = ("big5 gb2312 gbk gb18030 cp932 shift_jis euc_jp cp949 johab euc_kr cp950 "
         "shift_jis_2004 shift_jisx0213 euc_jis_2004 euc_jisx0213 big5hkscs").split()
for n in names:
    check = 0
    for c in range(0x10000):
        try:
            check = zlib.crc32(b'%x %s' % (c, chr(c).encode(n)), check)
        except UnicodeEncodeError:
            pass
    print(n, check)
    for a in range(0x80, 256):
        for b in range(256):
            try:
                check = zlib.crc32(bytes([a, b]).decode(n).encode('utf-8', 'surrogatepass'), check)
            except UnicodeDecodeError as e:
                check = zlib.crc32(b'%d %d %s' % (e.start, e.end, e.reason.encode()), check)
    print(check)
    text = 'abc \u4e00\u4e8c\u4e09'
    data = text.encode(n)
    d = codecs.getincrementaldecoder(n)()
    print(''.join(d.decode(bytes([x])) for x in data), d.getstate())
    d.decode(data[-2:-1])
    print(d.getstate())
    tr(lambda: d.decode(b'', True))
    tr(lambda: '\U0001f600x'.encode(n))
    print('\U0001f600x'.encode(n, 'replace'), 'y\U0001f600'.encode(n, 'xmlcharrefreplace'))
    print(b'a\xff\xffb'.decode(n, 'replace'), b'a\x81'.decode(n, 'backslashreplace'))
    r = codecs.getreader(n)(io.BytesIO(data * 2 + b'\n' + data))
    print(r.readline(), r.read(3), r.read())
    out = io.BytesIO()
    codecs.getwriter(n)(out).writelines([text, 'x'])
    print(out.getvalue() == data + b'x')
    e = codecs.getincrementalencoder(n)()
    print(e.encode(text) == data, e.getstate(), e.errors)
import _codecs_jp, _multibytecodec
tr(lambda: _codecs_jp.getcodec('big5'))
tr(lambda: _codecs_jp.getcodec(3))
for n, data in [
    ('gb18030', b'\x90\x30\x81\x30'), ('gb18030', b'\xe3\x32\x9a\x36'), ('gb18030', b'\x81\x30\x81'),
    ('gb18030', b'\x81\x30\xff\x30'), ('gb18030', b'a\x84\x31\xa4\x39'),
    ('euc_kr', '\uac02\uac00\ud7a3'.encode('euc_kr')), ('euc_kr', b'\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd5'),
    ('euc_kr', b'\xa4\xd4\xa4\xa3\xa4\xbf\xa4\xd4'), ('euc_kr', b'\xa4\xd4\xa4\xa1\xa4'),
]:
    tr(lambda: (data, ascii(data.decode(n))))
    d = codecs.getincrementaldecoder(n)()
    tr(lambda: [ascii(d.decode(bytes([x]))) for x in data] + [d.getstate()])
