"""A tree that is changed before it runs: every addition becomes a multiplication."""

import ast


class MultiplyInstead(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Add):
            node.op = ast.Mult()
        return node


tree = MultiplyInstead().visit(ast.parse("print('the tree says', 6 + 7)"))
exec(compile(ast.fix_missing_locations(tree), "<changed>", "exec"))
