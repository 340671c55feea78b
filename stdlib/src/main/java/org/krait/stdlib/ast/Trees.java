package org.krait.stdlib.ast;

import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.PyExceptions;
import org.krait.stdlib.builtins.AstBridge;
import org.krait.stdlib.builtins.SyntaxErrors;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.NodeKind;

/** Trees as objects, to and fro. */
final class Trees implements AstBridge {
  private final NodeClasses classes;
  private final ShowTree show;

  Trees(NodeClasses classes) {
    this.classes = classes;
    this.show = new ShowTree(classes);
  }

  @Override
  public boolean isTree(PyObject value) {
    return value.type().isSubtypeOf(PyAst.TYPE);
  }

  @Override
  public PyObject objects(Mod tree) {
    try {
      return show.node(tree);
    } catch (StackOverflowError e) {
      throw Errors.make(
          PyExceptions.RecursionError, "maximum recursion depth exceeded during ast construction");
    }
  }

  @Override
  public PyObject compile(
      PyObject tree, String filename, CompileOptions options, DiagnosticListener listener) {
    Mod mod = tree(tree, options.mode());
    try {
      return LoadCode.of(PythonCompiler.compile(mod, filename, options, listener));
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, filename, true);
    }
  }

  @Override
  public Mod tree(PyObject tree, Mode mode) {
    NodeKind expected = kind(mode);
    if (classes.kindOf(tree, "mod") != expected) {
      throw Errors.typeError(
          "expected %s node, got %s", expected.pythonName(), tree.type().name());
    }
    try {
      Mod mod = (Mod) new ReadTree(classes).ofSum(tree, "mod");
      CheckStatements.check(mod);
      return mod;
    } catch (StackOverflowError e) {
      throw Errors.make(
          PyExceptions.RecursionError,
          "maximum recursion depth exceeded while traversing 'expr' node");
    }
  }

  private static NodeKind kind(Mode mode) {
    return switch (mode) {
      case EXEC -> NodeKind.MODULE;
      case EVAL -> NodeKind.EXPRESSION;
      case SINGLE -> NodeKind.INTERACTIVE;
      case FUNC_TYPE -> NodeKind.FUNCTION_TYPE;
    };
  }
}
