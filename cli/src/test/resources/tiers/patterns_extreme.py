"""Patterns that are large, or take long, or leave much to be tried; each used until it is hot."""

import re
import signal
import sys

# A signal that meets the callback of a weak reference is lost with its exception, so another follows.
sys.unraisablehook = lambda _: None


class Late(Exception):
    pass


def late(number, frame):
    raise Late


def interrupted(pattern, text):
    """Whether a signal gets through a match that takes for ever."""
    compiled = re.compile(pattern)
    for _ in range(100):
        compiled.match("aaaaaaaaa")
    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 0.1, 1)
    try:
        return compiled.search(text)
    except Late:
        return "interrupted"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def hot(pattern, text, flags=0):
    compiled = re.compile(pattern, flags)
    for _ in range(100):
        found = compiled.search(text)
    return found and (found.span(), found.groups(), found.lastindex)


# One choice in variables within another, choices on the stack, no choice at all but many starts.
print(interrupted(r"a*a*a*a*a*a*a*a*b", "a" * 2000))
print(interrupted(r"(?:a|aa)+b", "a" * 2000))
print(interrupted(r"(a+)+b", "a" * 2000))
print(interrupted(r"(?=(a+)+b)", "a" * 2000))

# More to be tried than Java's stack would hold.
print(hot(r"(?:a|ab)*c", "ab" * 2000 + "c"))
print(len(re.match(r"(?:(a)|(b)|ab)*", "ab" * 200_000)[0]))
print(re.fullmatch(r"(?:\w|\d)*?", "1" * 100_000).end())

# Too large for a method.
words = ["w%dx%d" % (i, i * i) for i in range(700)]
print(hot("|".join(words), "in all this there is w640x409600, not w6"))
print(hot("|".join("(%s)" % word for word in words[:90]), "w3x8 w80x6400"))

# What groups had before a failure.
print(hot(r"(?:(a)|(b)|(c))*?d", "abcabd"))
print(hot(r"(?:(a)(?:(b)x|bc))+", "abcabc"))
print(hot(r"(a)?(?:(b)|c)(?(1)d|e)", "ce"))
print(hot(r"((a)|b)*(?:c\2|d)", "abcb" + "abca"))
print(hot(r"(?>(a+)|b)*\1b", "aabaaab"))
print(hot(r"(?:(x)|y){2,3}?z", "xyyz"))
print(hot(r"(\w)(?=.*?\1)(?!\1)", "abcacb"))

# Words where one is the start of another.
print(hot(r"\b(?:in|int|into|i)\b", "inte inton into"))
print(hot(r"(?i)\b(?:GET|post|Put)\b", "target poster pUT"))
print(hot(r"(?i)straße|[k-m]\u017f", "STRASSE STRA\u1e9eE \u212a\u017f"))
