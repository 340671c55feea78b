"""Moments near and far, as struct_time and formatted; the year of C is an int."""
import os
import random
import time
import uuid

for seconds in (0, -1, 951782399, 951782400, 4107542399, 4107542400, -2203977600, -62135596800,
                67768036191676799, 67768036191676800, -67768040609740800, -67768040609740801, 2**63 - 1):
    try:
        print(seconds, tuple(time.gmtime(seconds)))
    except OSError as error:
        print(seconds, error)
for days in range(-3, 370, 31):
    moment = time.gmtime(978307200 + days * 86400)
    print(time.strftime("%G-W%V-%u %j %U %W %a %A %b %B %s %c", moment), time.asctime(moment))
for fields in ((2024, 2, 30, 0, 0, 0, 0, 0, 0), (2023, 14, -5, 30, -90, 61, 0, 0, 0), (1900, 1, 1, 0, 0, 0, 0, 0, 0),
               (2**31 - 1, 1, 1, 0, 0, 0, 0, 0, 0)):
    try:
        there = time.mktime(fields)
        print(fields, there == time.mktime(time.localtime(there)))
    except OverflowError as error:
        print(fields, error)
print(len(os.urandom(0)), len(os.urandom(40)), os.urandom(16) != os.urandom(16))
print(random.Random().random() != random.Random().random(), uuid.uuid4() != uuid.uuid4())
