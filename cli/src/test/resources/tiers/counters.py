"""Attributes of classes that are counted up while the code that counts is translated by another thread."""

SOURCE = """
class Tally:
    n = 0

def count(times):
    for i in range(times):
        Tally.n += 1
        Tally.n += 1

def step():
    Tally.n += 1
    return Tally.n
"""

wrong = []
for number in range(25):
    space = {}
    exec(SOURCE, space)
    count, step, tally = space["count"], space["step"], space["Tally"]
    count(7000)
    for i in range(1500):
        step()
    for i in range(4):
        count(500)
    if tally.n != 14000 + 1500 + 4000 or step() != 19501:
        wrong.append((number, tally.n))
print(wrong)
