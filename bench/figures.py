"""What a list of iteration times says."""

import math
import statistics

WINDOW = 5


def peak(times):
    """Seconds of an iteration at its best: the lowest median of a window of neighbours."""
    width = min(WINDOW, len(times))
    return min(statistics.median(times[i : i + width]) for i in range(len(times) - width + 1))


def warm_up(result, share=0.8):
    """Seconds from the start of the process to the first iteration that is quick and stays so: it
    and the median of its window are within `share` of the peak's speed."""
    times = result["times"]
    limit = peak(times) / share
    width = min(WINDOW, len(times))
    elapsed = result["start"] + result["load"]
    for i in range(len(times)):
        at = min(i, len(times) - width)
        if times[i] <= limit and statistics.median(times[at : at + width]) <= limit:
            return elapsed
        elapsed += times[i]
    return elapsed


def first_work(result, other, seconds=2.0):
    """How quickly the work is done that keeps `other` busy for its first seconds, start included:
    its time by ours, 1.0 for equal."""
    theirs, count = other["start"] + other["load"], 0
    for time in other["times"]:
        theirs += time
        count += 1
        if theirs >= seconds:
            break
    times = result["times"]
    ours = result["start"] + result["load"] + sum(times[:count])
    if len(times) < count:
        ours += (count - len(times)) * peak(times)
    return theirs / ours


def geometric_mean(values):
    """The mean that ratios have; None of nothing."""
    logarithms = [math.log(value) for value in values if value]
    return math.exp(sum(logarithms) / len(logarithms)) if logarithms else None
