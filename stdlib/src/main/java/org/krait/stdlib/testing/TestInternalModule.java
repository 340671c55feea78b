package org.krait.stdlib.testing;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.compiler.CompileOptions;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.builtins.AstBridge;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.SyntaxErrors;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SyntaxDiagnostic;

/** {@code _testinternalcapi}: the stages of the compiler one by one; the rest of it is not here. */
@BuiltinModule("_testinternalcapi")
public final class TestInternalModule {
  /** What {@code check_sizeof} adds to the size of an object that CPython's collector tracks. */
  @Value("SIZEOF_PYGC_HEAD")
  static final int GC_HEAD_SIZE = 16;

  private TestInternalModule() {}

  /** The switches of the interpreter that tests ask for. */
  @Function("get_config()")
  static PyObject config(ThreadState thread) {
    boolean ranges = !thread.interpreter.options.extra.containsKey("no_debug_ranges");
    PyDict config = new PyDict();
    config.put(PyStr.interned("code_debug_ranges"), PyBool.of(ranges));
    return config;
  }

  @Function("get_recursion_depth()")
  static int recursionDepth(ThreadState thread) {
    return thread.depth;
  }

  /** Bytes as the start of the interpreter reads them; the locale is always one of UTF-8. */
  @Function(value = "DecodeLocaleEx(bytes, current_locale=0, errors='strict', /)", textSignature = false)
  static PyObject decodeLocale(PyObject bytes, boolean current, PyStr errors) {
    checkHandler(errors.toString());
    try {
      return Utf8.decode(Buffers.bytes(bytes), errors.toString());
    } catch (PyException e) {
      throw localeError(e, "decode error: pos=%s, reason=decoding error");
    }
  }

  @Function(value = "EncodeLocaleEx(text, current_locale=0, errors='strict', /)", textSignature = false)
  static PyObject encodeLocale(PyStr text, boolean current, PyStr errors) {
    checkHandler(errors.toString());
    try {
      return PyBytes.of(Utf8.encode(text, errors.toString()));
    } catch (PyException e) {
      throw localeError(e, "encode error: pos=%s, reason=encoding error");
    }
  }

  private static void checkHandler(String errors) {
    if (!errors.equals("strict") && !errors.equals("surrogateescape")) {
      throw Errors.valueError("unsupported error handler");
    }
  }

  private static PyException localeError(PyException e, String words) {
    if (!e.value().type().isSubtypeOf(PyExceptions.UnicodeError)) {
      throw e;
    }
    return Errors.make(PyExceptions.RuntimeError, words, Attributes.get(e.value(), "start"));
  }

  /** What code generation makes of a tree: instructions, and how many parameters there are. */
  @Function("compiler_codegen(ast, filename, optimize, compile_mode=0)")
  static PyObject generate(
      ThreadState thread, PyObject ast, PyObject filename, int optimize, int mode) {
    AstBridge bridge = thread.interpreter.service(AstBridge.Holder.class, AstBridge.Holder::new).bridge();
    Mode kind =
        switch (mode) {
          case 0 -> Mode.EXEC;
          case 1 -> Mode.EVAL;
          case 2 -> Mode.SINGLE;
          default -> throw Errors.valueError("compile mode must be 0, 1 or 2, not %d", mode);
        };
    if (!bridge.isTree(ast)) {
      throw Errors.typeError("expected an AST, got %s", ast.type().fullName());
    }
    String name = CompileSource.filename(filename);
    CompileOptions options = new CompileOptions(kind, optimize, 0);
    try {
      CompilerStages.Generated made =
          CompilerStages.generate(bridge.tree(ast, kind), name, options);
      PyDict metadata = new PyDict();
      metadata.put(PyStr.interned("argcount"), PyLong.of(made.unit().argCount));
      metadata.put(PyStr.interned("posonlyargcount"), PyLong.of(made.unit().posOnlyArgCount));
      metadata.put(PyStr.interned("kwonlyargcount"), PyLong.of(made.unit().kwOnlyArgCount));
      return PyTuple.of(CompilerStages.rows(made.code()), metadata);
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, name, true);
    }
  }

  /** What the flow graph's passes make of instructions; unused constants leave their list. */
  @Function("optimize_cfg(instructions, consts, nlocals)")
  static PyObject optimize(PyObject instructions, PyObject consts, int locals) {
    if (!(consts instanceof PyList constants)) {
      throw Errors.typeError("expected a list of constants");
    }
    return CompilerStages.optimize(checked(instructions), constants, locals);
  }

  /** The code object of instructions; {@code metadata} names its fields. */
  @Function("assemble_code_object(filename, instructions, metadata)")
  static PyObject assemble(PyObject filename, PyObject instructions, PyDict metadata) {
    return CompilerStages.assemble(
        CompileSource.filename(filename), checked(instructions), metadata);
  }

  private static PyTuple[] checked(PyObject instructions) {
    if (!(instructions instanceof PyList list)) {
      throw Errors.valueError("expected a list of tuples");
    }
    PyTuple[] rows = new PyTuple[list.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = list.get(i) instanceof PyTuple row && row.size() == 6 ? row : bad();
    }
    return rows;
  }

  private static PyTuple bad() throws PyException {
    throw Errors.valueError("expected a 6-tuple");
  }
}
