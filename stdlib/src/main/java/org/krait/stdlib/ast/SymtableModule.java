package org.krait.stdlib.ast;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.scopes.Scope;
import org.krait.compiler.scopes.Symbol;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.SyntaxErrors;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SyntaxDiagnostic;

/** {@code _symtable}: the compiler's symbol tables. */
@BuiltinModule("_symtable")
public final class SymtableModule {
  @Value("USE")
  static final int USE = Symbol.USE;

  @Value("DEF_GLOBAL")
  static final int DEF_GLOBAL = Symbol.DEF_GLOBAL;

  @Value("DEF_NONLOCAL")
  static final int DEF_NONLOCAL = Symbol.DEF_NONLOCAL;

  @Value("DEF_LOCAL")
  static final int DEF_LOCAL = Symbol.DEF_LOCAL;

  @Value("DEF_PARAM")
  static final int DEF_PARAM = Symbol.DEF_PARAM;

  @Value("DEF_FREE")
  static final int DEF_FREE = Symbol.DEF_FREE;

  @Value("DEF_FREE_CLASS")
  static final int DEF_FREE_CLASS = Symbol.DEF_FREE_CLASS;

  @Value("DEF_IMPORT")
  static final int DEF_IMPORT = Symbol.DEF_IMPORT;

  @Value("DEF_BOUND")
  static final int DEF_BOUND = Symbol.DEF_BOUND;

  @Value("DEF_ANNOT")
  static final int DEF_ANNOT = Symbol.DEF_ANNOT;

  @Value("TYPE_FUNCTION")
  static final int TYPE_FUNCTION = Scope.Kind.FUNCTION.ordinal();

  @Value("TYPE_CLASS")
  static final int TYPE_CLASS = Scope.Kind.CLASS.ordinal();

  @Value("TYPE_MODULE")
  static final int TYPE_MODULE = Scope.Kind.MODULE.ordinal();

  @Value("TYPE_ANNOTATION")
  static final int TYPE_ANNOTATION = Scope.Kind.ANNOTATION.ordinal();

  @Value("TYPE_TYPE_VAR_BOUND")
  static final int TYPE_TYPE_VAR_BOUND = Scope.Kind.TYPE_VAR_BOUND.ordinal();

  @Value("TYPE_TYPE_ALIAS")
  static final int TYPE_TYPE_ALIAS = Scope.Kind.TYPE_ALIAS.ordinal();

  @Value("TYPE_TYPE_PARAM")
  static final int TYPE_TYPE_PARAM = Scope.Kind.TYPE_PARAMETERS.ordinal();

  @Value("LOCAL")
  static final int LOCAL = Symbol.LOCAL;

  @Value("GLOBAL_EXPLICIT")
  static final int GLOBAL_EXPLICIT = Symbol.GLOBAL_EXPLICIT;

  @Value("GLOBAL_IMPLICIT")
  static final int GLOBAL_IMPLICIT = Symbol.GLOBAL_IMPLICIT;

  @Value("FREE")
  static final int FREE = Symbol.FREE;

  @Value("CELL")
  static final int CELL = Symbol.CELL;

  @Value("SCOPE_OFF")
  static final int SCOPE_OFF = Symbol.SCOPE_OFFSET;

  @Value("SCOPE_MASK")
  static final int SCOPE_MASK = Symbol.SCOPE_MASK;

  private SymtableModule() {}

  @Function("symtable(source, filename, startstr, /)")
  static PyObject symtable(
      ThreadState thread, PyObject source, PyObject filename, String mode) {
    String name = CompileSource.filename(filename);
    CompileOptions options = new CompileOptions(mode(mode), 0, 0);
    try {
      return new PySymbolTableEntry(
          PythonCompiler.scopes(
                  CompileSource.tree(thread, source, "symtable", name, options, -1), options)
              .top());
    } catch (CompileError e) {
      SyntaxDiagnostic diagnostic = PythonCompiler.diagnostic(e);
      throw SyntaxErrors.exception(diagnostic, name, true);
    }
  }

  private static Mode mode(String mode) {
    return switch (mode) {
      case "exec" -> Mode.EXEC;
      case "eval" -> Mode.EVAL;
      case "single" -> Mode.SINGLE;
      default ->
          throw Errors.valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
    };
  }
}
