"""Regular expressions over log lines, addresses, dates and source: search, sub, findall, split."""

import re

KIND = "library"
SIZE = 48

LOG = "\n".join(
    '192.168.%d.%d - - [%02d/Nov/2026:10:%02d:59 +0000] "GET /page/%d?q=a+b HTTP/1.1" %d %d'
    % (i % 7, i, i % 28 + 1, i % 60, i * 31, 200 if i % 5 else 404, i * 17)
    for i in range(150)
)
LINE = re.compile(
    r'(?P<host>\d+\.\d+\.\d+\.\d+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" '
    r"(?P<status>\d{3}) (?P<size>\d+)"
)
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(\"(?:[^\"\\]|\\.)*\")|(.))")
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")


def run(n):
    mails = "write to ada@example.org, bob.smith+x@mail.example.com or nobody@ nowhere. " * 20
    for _ in range(n):
        sizes = 0
        statuses = {}
        for match in LINE.finditer(LOG):
            sizes += int(match.group("size"))
            status = match["status"]
            statuses[status] = statuses.get(status, 0) + 1
        assert sizes == 17 * 149 * 150 // 2 and statuses == {"200": 120, "404": 30}
        assert len(MAIL.findall(mails)) == 40
        swapped = re.sub(r"(\d+)/(\w+)/(\d+)", r"\3-\2-\1", LOG)
        assert swapped.count("2026-Nov-") == 150
        assert len(re.split(r"[\s,.]+", mails)) > 200
        source = 'total = price * 1.19 + f("a\\"b") - x_1'
        kinds = [match.lastindex for match in TOKEN.finditer(source * 10)]
        assert kinds.count(1) == 10 and kinds.count(3) == 10
        counted = re.subn(r"(?i)get|post", lambda found: found[0].lower(), LOG)
        assert counted[1] == 150
        assert re.search(r"(a+)+$", "a" * 200) and not re.search(r"^(?:ab|a)*c$", "ab" * 50)
