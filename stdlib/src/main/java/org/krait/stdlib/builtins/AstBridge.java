package org.krait.stdlib.builtins;

import org.krait.compiler.CompileOptions;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.ast.Mod;

/** What {@code compile} needs of the module {@code _ast}, which registers itself when it is loaded. */
public interface AstBridge {
  /** Where the interpreter keeps its bridge. */
  final class Holder {
    private final Interpreter interpreter;
    private volatile AstBridge bridge;

    public Holder(Interpreter interpreter) {
      this.interpreter = interpreter;
    }

    /** The bridge; null while no program can have a tree because {@code _ast} is not loaded. */
    public AstBridge bridgeOrNull() {
      return bridge;
    }

    /** The bridge, for which {@code _ast} is loaded if need be. */
    public AstBridge bridge() {
      if (bridge == null) {
        interpreter.importModule("_ast");
      }
      return bridge;
    }

    public void register(AstBridge bridge) {
      this.bridge = bridge;
    }
  }

  /** Whether a value is an instance of {@code ast.AST}. */
  boolean isTree(PyObject value);

  /** The tree that objects show, which must be one for this mode. */
  Mod tree(PyObject tree, Mode mode);

  /** The code object of a tree that a program made or changed. */
  PyObject compile(
      PyObject tree, String filename, CompileOptions options, DiagnosticListener listener);

  /** The objects that show a tree to programs. */
  PyObject objects(Mod tree);
}
