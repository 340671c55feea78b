"""A timer that was stopped does not end the process once its signal has no handler any more."""

import signal

ticks = 0


def handler(number, frame):
    global ticks
    ticks += 1


for i in range(500):
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.00005, 0.00005)
    sum(range(i % 300))
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
ticks = 0
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.001)
# A tick of a timer before may still be on its way.
while not ticks or signal.getitimer(signal.ITIMER_REAL) != (0.0, 0.0):
    pass
print("ticks", signal.getitimer(signal.ITIMER_REAL))
