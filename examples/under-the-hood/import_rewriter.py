"""An import hook that rewrites each module's tree on its way in."""

import ast
import importlib.machinery
import os
import sys
import tempfile


class Louder(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, str):
            return ast.copy_location(ast.Constant(node.value.upper() + "!"), node)
        return node


class RewritingLoader(importlib.machinery.SourceFileLoader):
    def source_to_code(self, data, path, *, _optimization=-1):
        return compile(Louder().visit(ast.parse(data)), path, "exec", optimize=_optimization)

    def get_code(self, fullname):
        return self.source_to_code(self.get_data(self.path), self.path)


with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "quiet.py"), "w") as file:
        file.write("print('please be quiet')\n")
    hook = importlib.machinery.FileFinder.path_hook((RewritingLoader, [".py"]))
    sys.path_hooks.insert(0, hook)
    sys.path_importer_cache.clear()
    sys.path.insert(0, folder)
    import quiet
