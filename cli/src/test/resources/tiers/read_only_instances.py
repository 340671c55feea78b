# Instances whose classes have a __setattr__ of their own: what is read, what is set, and what changes meanwhile.
from dataclasses import dataclass, replace, FrozenInstanceError


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: float = 0.5
    patch: int = 0

    @property
    def pair(self):
        return self.major, self.patch


def total(versions):
    t = 0
    for v in versions:
        t += v.major + v.minor + v.patch + v.pair[1]
        if v < versions[0]:
            t += 1
    return t


versions = [Version(i * 7 % 5, i / 2, i % 3) for i in range(40)]
print({total(versions) for _ in range(60)}, sorted(versions)[3], max(versions), replace(versions[4], patch=9))
try:
    versions[0].major = 3
except FrozenInstanceError as e:
    print(e)
object.__setattr__(versions[1], 'major', 2.5)
object.__setattr__(versions[2], 'minor', 'no')
try:
    print(total(versions))
except TypeError as e:
    print(e)
object.__setattr__(versions[2], 'minor', 7)
print(total(versions))
object.__delattr__(versions[3], 'major')
try:
    print(total(versions))
except AttributeError as e:
    print(e)
Version.major = 1000
print(total(versions))
Version.major = property(lambda self: -1)
print(total(versions))
del Version.major
object.__setattr__(versions[3], 'major', 1)
print(total(versions))


class Noted:
    def __init__(self):
        self.log = []
        self.n = 0

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        if name == 'n':
            self.log.append(value)

    @property
    def twice(self):
        return self.n * 2

    @twice.setter
    def twice(self, value):
        self.n = value // 2


def counts(o, turns):
    for i in range(turns):
        o.n = o.n + 1
        o.twice = o.twice + 4
    return o.n, len(o.log), o.twice


o = Noted()
for _ in range(60):
    counts(o, 10)
print(counts(o, 5))


def refuses(self, name, value):
    if name == 'n' and value > 2000:
        raise AttributeError('too large: %d' % value)
    object.__setattr__(self, name, value)


Noted.__setattr__ = refuses
try:
    for _ in range(60):
        counts(o, 10)
except AttributeError as e:
    print(e, o.n, len(o.log))
del Noted.__setattr__
print(counts(o, 5))
Noted.__getattribute__ = lambda self, name: object.__getattribute__(self, name) if name != 'n' else 5
print(counts(o, 5))

# Sums of truths, of which some are numbers.
for _ in range(60):
    made = sum(x > 3 for x in range(10)), sum(x > 3 or x for x in range(10)), sum([True, False, 2, True])
print(made, type(made[0]).__name__, sum(x > 3 for x in ()), sum((x == 1 for x in range(3)), 2**63 - 1))
print(sum((x > 1 for x in range(4)), 0.5), sum((x > 1 for x in range(4)), True), sum([True], -1), sum((True for _ in 'a'), 2**70))
print(type(sum([True])).__name__, sum(x if x < 5 else x > 1 for x in (1, 2.5, 7, 2**64, 9)))
print({c: hash(c) == hash(chr(ord(c))) == hash(b'%c' % ord(c)) for c in 'az\x00\x7f'}, hash('é') == hash('\xe9'), len({*'hello'}))
