"""From text to tree to code object to result."""

import ast

tree = ast.parse("result = number1 + number2", mode="exec")
code = compile(tree, "<sum>", "exec")
names = {"number1": 3, "number2": 4}
exec(code, names)
print(names["result"])
print(code.co_names, code.co_consts, code.co_stacksize)
