"""Log records made, filtered, formatted and written to a stream."""

import io
import logging

KIND = "library"
SIZE = 5000


class Count(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.seen = 0

    def emit(self, record):
        self.seen += 1


def run(n):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-8s %(name)s:%(lineno)d %(message)s"))
    count = Count()
    parent = logging.getLogger("bench")
    parent.setLevel(logging.INFO)
    parent.propagate = False
    parent.handlers[:] = [handler, count]
    logger = logging.getLogger("bench.part.inner")
    for i in range(n):
        logger.debug("never seen %d", i)
        logger.info("step %d of %s", i, n)
        if i % 10 == 0:
            logger.warning("slow %.2f", i / 3)
        if i % 100 == 0:
            try:
                1 / (i - i)
            except ZeroDivisionError:
                logger.exception("failed")
    lines = stream.getvalue().splitlines()
    assert sum(" INFO " in line for line in lines) == n
    assert count.seen == len(range(0, n, 10)) + len(range(0, n, 100))
