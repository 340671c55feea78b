"""A function whose machine code is larger than HotSpot compiles unless it is told to."""

OPERATIONS = 80
BRANCH = """
        {test} operation == {number}:
            first = stack[-1]
            second = stack[place]
            total = (total + first * {number} - second) & 0xFFFFFF
            stack[place] = total ^ {number}
"""

source = """
def interpret(program, stack, rounds):
    total = 0
    at = 0
    for _ in range(rounds):
        operation, place = program[at]
        at += 1
        if at == len(program):
            at = 0
""" + "".join(BRANCH.format(test="elif" if i else "if", number=i) for i in range(OPERATIONS)) + """
    return total
"""


def again(program, stack, rounds):
    total = 0
    for turn in range(rounds):
        operation, place = program[turn % len(program)]
        total = (total + stack[-1] * operation - stack[place]) & 0xFFFFFF
        stack[place] = total ^ operation
    return total


exec(source)
program = [(i * 7 % OPERATIONS, i % 10) for i in range(3 * OPERATIONS)]
one, other = list(range(10)), list(range(10))
for rounds in (7, 300, 2000, 2000):
    print(interpret(program, one, rounds), again(program, other, rounds))
print(one == other, one)
# An operand of another kind in the middle of it.
one[3] = 2.5
try:
    interpret(program, one, 2000)
except TypeError as error:
    print(error)
