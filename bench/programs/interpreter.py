"""A machine with bytecode of its own, run by a loop over if and elif; and one by a table of methods."""

KIND = "pure"
SIZE = 40000

PUSH, ADD, SUB, LOAD, STORE, JUMP, JUMP_ZERO, PRINT, HALT, MUL = range(10)


def program(n):
    """total = 0; while n: total += n * 2; n -= 1; print total"""
    return [
        (PUSH, n), (STORE, 0), (PUSH, 0), (STORE, 1),
        (LOAD, 0), (JUMP_ZERO, 17),
        (LOAD, 1), (LOAD, 0), (PUSH, 2), (MUL, 0), (ADD, 0), (STORE, 1),
        (LOAD, 0), (PUSH, 1), (SUB, 0), (STORE, 0), (JUMP, 4),
        (LOAD, 1), (PRINT, 0), (HALT, 0),
    ]  # fmt: skip


def execute(code):
    stack = []
    memory = [0] * 8
    output = []
    at = 0
    while True:
        op, arg = code[at]
        at += 1
        if op == PUSH:
            stack.append(arg)
        elif op == LOAD:
            stack.append(memory[arg])
        elif op == STORE:
            memory[arg] = stack.pop()
        elif op == ADD:
            right = stack.pop()
            stack[-1] += right
        elif op == SUB:
            right = stack.pop()
            stack[-1] -= right
        elif op == MUL:
            right = stack.pop()
            stack[-1] *= right
        elif op == JUMP:
            at = arg
        elif op == JUMP_ZERO:
            if stack.pop() == 0:
                at = arg
        elif op == PRINT:
            output.append(stack.pop())
        else:
            return output


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.memory = {}
        self.output = []
        self.at = 0
        self.table = {
            PUSH: self.push, ADD: self.add, SUB: self.sub, LOAD: self.load, STORE: self.store,
            JUMP: self.jump, JUMP_ZERO: self.jump_zero, PRINT: self.show, MUL: self.mul,
        }  # fmt: skip

    def push(self, arg):
        self.stack.append(arg)

    def add(self, arg):
        self.stack.append(self.stack.pop() + self.stack.pop())

    def sub(self, arg):
        right = self.stack.pop()
        self.stack.append(self.stack.pop() - right)

    def mul(self, arg):
        self.stack.append(self.stack.pop() * self.stack.pop())

    def load(self, arg):
        self.stack.append(self.memory[arg])

    def store(self, arg):
        self.memory[arg] = self.stack.pop()

    def jump(self, arg):
        self.at = arg

    def jump_zero(self, arg):
        if not self.stack.pop():
            self.at = arg

    def show(self, arg):
        self.output.append(self.stack.pop())

    def run(self):
        while True:
            op, arg = self.code[self.at]
            self.at += 1
            if op == HALT:
                return self.output
            self.table[op](arg)


def run(n):
    expected = [n * (n + 1)]
    assert execute(program(n)) == expected
    n //= 2
    assert Machine(program(n)).run() == [n * (n + 1)]
