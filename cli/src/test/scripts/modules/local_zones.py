"""What clocks show, by the variable TZ: names, rules of POSIX, nonsense; and the moments of local times."""
import datetime, os, time

before = os.environ.get("TZ")

for tz in ('UTC','Europe/Berlin','America/New_York','Australia/Sydney',':Asia/Kolkata','EST5EDT','EST+05EDT,M4.1.0,M10.5.0','AEST-10AEDT-11,M10.5.0,M3.5.0','<+03>-3','nonsense','','Asia/Tokyo','UTC+0','EST5EDT4,J60/2,J300','CET-1CEST,59,299/3:30:10','Africa/Casablanca','Europe/Dublin', 'AA5'):
    os.environ['TZ']=tz; time.tzset()
    print(tz, time.timezone,time.altzone,time.daylight,time.tzname)
    for t in (0,1e9,1.6e9,1.72e9,-2e9,4e9,8e9,-1e10, 1585443600-1,1585443600, 1572138000-1, 1572138000,1711846800):
        l=time.localtime(t); print(tuple(l), l.tm_zone,l.tm_gmtoff, time.mktime(l)==int(t//1), datetime.datetime.fromtimestamp(t).astimezone())
    for f in ((2024,3,31,2,30,0,0,0,-1),(2024,3,31,2,30,0,0,0,0),(2024,3,31,2,30,0,0,0,1),(2024,10,27,2,30,0,0,0,-1),(2024,10,27,2,30,0,0,0,0),(2024,10,27,2,30,0,0,0,1),(2024,7,1,0,0,0,0,0,0),(2024,1,1,0,0,0,0,0,1),(2024,14,-5,25,-3,99,0,0,-1)):
        print(f, time.mktime(f))
    print(time.strftime('%Z %z', time.localtime(1.6e9)), time.ctime(1.6e9))
os.environ["TZ"] = "Europe/Berlin"
time.tzset()
for fold in (0, 1):
    for fields in ((2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30)):
        moment = datetime.datetime(*fields, fold=fold)
        print(moment.timestamp(), moment.astimezone(datetime.timezone.utc))
if before is None:
    del os.environ["TZ"]
else:
    os.environ["TZ"] = before
time.tzset()
