package org.krait.stdlib.builtins;

import org.krait.compiler.CompileOptions;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.syntax.DiagnosticListener;

/** What {@code compile} needs of the module {@code _ast}, which registers itself when it is loaded. */
public interface AstBridge {
  /** Where the interpreter keeps its bridge. */
  final class Holder {
    public AstBridge bridge;

    public Holder(Interpreter interpreter) {}
  }

  /** Whether a value is an instance of {@code ast.AST}. */
  boolean isTree(PyObject value);

  /** The code object of a tree; with {@code onlyAst} the tree itself, checked. */
  PyObject compile(
      PyObject tree, String filename, CompileOptions options, boolean onlyAst, DiagnosticListener listener);

  /** The tree of a source. */
  PyObject parse(
      byte[] source, String filename, CompileOptions options, int featureVersion, DiagnosticListener listener);
}
