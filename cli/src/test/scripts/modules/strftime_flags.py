# Flags, widths and modifiers of strftime, as glibc has them, and the zone of a plain tuple.
import os
import time
import zlib

os.environ['TZ'] = 'CET-1CEST,M3.5.0,M10.5.0/3'
time.tzset()
TIMES = [
    (2024, 2, 3, 4, 5, 6, 5, 34, 0), (5, 12, 31, 0, 0, 0, 2, 366, 0), (12345, 1, 1, 23, 59, 59, 0, 1, 1),
    (-7, 6, 15, 12, 30, 0, 3, 166, -1)]
DIRECTIVES = 'aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyYzZ%QN+'
for t in TIMES:
    for flags in ['', '-', '_', '0', '^', '#', '+', '_^', '0#', '-_', '^#']:
        parts = []
        for width in ['', '1', '3', '6', '012']:
            for modifier in ['', 'E', 'O']:
                parts += [time.strftime('%' + flags + width + modifier + d, t) for d in DIRECTIVES]
        print(t[0], flags, zlib.crc32('|'.join(parts).encode()), parts[:len(DIRECTIVES)])
for text in '%', 'a%', '%-', '%5', '%E', '%-5', '%10%', '%\xe9', '%\xe9%Y', '%_\xe9':
    print(repr(text), repr(time.strftime(text, TIMES[0])))
print(time.strftime('%Z %z', time.localtime(0)), time.strftime('%Z %z', time.gmtime(0)), time.gmtime(0).tm_zone)
