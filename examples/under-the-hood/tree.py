"""The second stage: the syntax tree of an expression, with places."""

import ast

tree = ast.parse("total = price * (1 + 0.19)")
print(ast.dump(tree, indent=2))
print(ast.dump(tree.body[0].value.op), "in columns", tree.body[0].value.col_offset, "to",
      tree.body[0].value.end_col_offset)
print(ast.unparse(tree))
