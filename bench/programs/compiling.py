"""Source parsed, its tree walked and changed, unparsed, compiled, executed."""

import ast

KIND = "library"
SIZE = 10

SOURCE = '''
class Stack:
    """A stack."""

    def __init__(self, items=()):
        self.items = list(items)

    def push(self, item):
        self.items.append(item)
        return len(self.items)

    def pop(self, default=None):
        if not self.items:
            return default
        return self.items.pop()


def evaluate(words):
    stack = Stack()
    for word in words:
        if word.isdigit():
            stack.push(int(word))
        elif word in ("+", "-", "*"):
            b, a = stack.pop(), stack.pop()
            stack.push(a + b if word == "+" else a - b if word == "-" else a * b)
        else:
            raise ValueError(f"what is {word!r}?")
    return stack.pop()


def table(n=10):
    return {(i, j): i * j for i in range(n) for j in range(n) if i <= j}


result = evaluate("1 2 + 3 4 + *".split()) + len(table(4))
'''


class Rename(ast.NodeTransformer):
    def visit_Name(self, node):
        if node.id == "word":
            return ast.copy_location(ast.Name("each", node.ctx), node)
        return node

    def visit_Constant(self, node):
        if node.value == 4 and isinstance(node.value, int):
            return ast.copy_location(ast.Constant(5), node)
        return node


def run(n):
    for _ in range(n):
        tree = ast.parse(SOURCE)
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert "word" in names
        exact = {}
        exec(compile(tree, "<exact>", "exec"), exact)
        assert exact["result"] == 21 + 10
        changed = ast.fix_missing_locations(Rename().visit(tree))
        text = ast.unparse(changed)
        assert "word" not in text.replace("words", "")
        space = {}
        exec(compile(changed, "<changed>", "exec"), space)
        assert space["result"] == 21 + 15
        assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(ast.unparse(ast.parse(text))))
        for i in range(20):
            assert eval("a * %d + b" % i, {"a": 2, "b": 1}) == 2 * i + 1
