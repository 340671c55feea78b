package org.krait.stdlib.builtins;

import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.BufferExporter;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.*;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Mod;

/** {@code compile}: from what a program hands over to the compiler, and back with its errors. */
public final class CompileSource {
  /** {@code PyCF_ONLY_AST}. */
  private static final int ONLY_AST = 0x400;

  private static final int SOURCE_IS_UTF8 = 0x100;

  /** {@code nested_scopes}, which is taken and means nothing any more. */
  private static final int OBSOLETE = 0x10;

  private static final int KNOWN_FLAGS =
      0x1fe0000 | OBSOLETE | ONLY_AST | SOURCE_IS_UTF8 | 0x200 | 0x1000 | 0x2000 | 0x4000;

  private CompileSource() {}

  static PyObject compile(
      ThreadState thread,
      PyObject source,
      PyObject filename,
      PyStr mode,
      int flags,
      boolean dontInherit,
      int optimize,
      int featureVersion) {
    String name = filename(filename);
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw Errors.valueError("compile(): unrecognised flags");
    }
    if (optimize < -1 || optimize > 2) {
      throw Errors.valueError("compile(): invalid optimize value");
    }
    int all = dontInherit ? flags : flags | Evaluation.inherited(thread);
    Mode kind = mode(mode.toString(), flags);
    int level = optimize == -1 ? thread.interpreter.optimize : optimize;
    AstBridge.Holder trees = thread.interpreter.service(AstBridge.Holder.class, AstBridge.Holder::new);
    CompileOptions options =
        new CompileOptions(kind, level, all & ~(ONLY_AST | SOURCE_IS_UTF8 | OBSOLETE))
            .withMaxIntDigits(thread.interpreter.intMaxStrDigits);
    AstBridge bridge = trees.bridgeOrNull();
    boolean onlyAst = (all & ONLY_AST) != 0;
    if (bridge != null && bridge.isTree(source)) {
      if (AuditHooks.isHeard(thread)) {
        AuditHooks.raise(thread, "compile", source, PyNone.NONE);
      }
      return onlyAst ? source : bridge.compile(source, name, options, listener(thread, name));
    }
    if (onlyAst) {
      return trees.bridge().objects(tree(thread, source, "compile", name, options, featureVersion));
    }
    return LoadCode.of(fromText(thread, source, "compile", name, options));
  }

  /** The tree of a source, which is handed to a function of this name. */
  public static Mod tree(
      ThreadState thread,
      PyObject source,
      String function,
      String filename,
      CompileOptions options,
      int featureVersion) {
    audit(thread, source, function, filename);
    ParseOptions how = PythonCompiler.parseOptions(filename, options);
    if (featureVersion >= 0) {
      how = how.withFeatureVersion(featureVersion);
    }
    DiagnosticListener listener = listener(thread, filename);
    try {
      return source instanceof PyStr text
          ? PythonParser.parse(checked(text), how, listener)
          : PythonParser.parse(bytesOf(source, function), how, listener);
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, filename, options.mode() == Mode.EXEC);
    }
  }

  private static Mode mode(String mode, int flags) {
    return switch (mode) {
      case "exec" -> Mode.EXEC;
      case "eval" -> Mode.EVAL;
      case "single" -> Mode.SINGLE;
      case "func_type" -> {
        if ((flags & ONLY_AST) == 0) {
          throw Errors.valueError(
              "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
        }
        yield Mode.FUNC_TYPE;
      }
      default ->
          throw Errors.valueError(
              (flags & ONLY_AST) != 0
                  ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                  : "compile() mode must be 'exec', 'eval' or 'single'");
    };
  }

  /** The text of a file name argument. */
  public static String filename(PyObject filename) {
    PyObject path = Objects.fsPath(filename);
    return path instanceof PyStr text
        ? text.toString()
        : new String(((PyBytes) path).array(), java.nio.charset.StandardCharsets.UTF_8);
  }

  public static CodeObject fromText(
      ThreadState thread, PyObject source, String function, String filename, Mode mode, int flags) {
    return fromText(
        thread,
        source,
        function,
        filename,
        new CompileOptions(mode, thread.interpreter.optimize, flags)
            .withMaxIntDigits(thread.interpreter.intMaxStrDigits));
  }

  private static void audit(
      ThreadState thread, PyObject source, String function, String filename) {
    if (AuditHooks.isHeard(thread)) {
      byte[] bytes =
          source instanceof PyStr text
              ? checked(text).getBytes(java.nio.charset.StandardCharsets.UTF_8)
              : bytesOf(source, function);
      AuditHooks.raise(thread, "compile", PyBytes.of(bytes), PyStr.of(filename));
    }
  }

  private static CodeObject fromText(
      ThreadState thread,
      PyObject source,
      String function,
      String filename,
      CompileOptions options) {
    audit(thread, source, function, filename);
    try {
      if (source instanceof PyStr text) {
        return PythonCompiler.compile(
            checked(text), filename, options, listener(thread, filename));
      }
      byte[] bytes = bytesOf(source, function);
      if (options.mode() == Mode.EXEC && !AuditHooks.isHeard(thread)) {
        CodeObject made = CompileAhead.of(thread.interpreter).take(bytes, filename, options);
        if (made != null) {
          return made;
        }
      }
      return PythonCompiler.compile(bytes, filename, options, listener(thread, filename));
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, filename, options.mode() == Mode.EXEC);
    }
  }

  /** The text, which must be without null characters and surrogates. */
  private static String checked(PyStr text) {
    if (text.indexOf(0) >= 0) {
      throw Errors.make(PyExceptions.SyntaxError, "source code string cannot contain null bytes");
    }
    String units = text.toString();
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c >= 0xD800 && c <= 0xDFFF) {
        throw Errors.of(
            PyExceptions.UnicodeEncodeError,
            PyStr.of("utf-8"),
            text,
            PyLong.of(i),
            PyLong.of(i + 1),
            PyStr.of("surrogates not allowed"));
      }
    }
    return units;
  }

  private static byte[] bytesOf(PyObject source, String function) {
    if (source instanceof PyStr text) {
      return checked(text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
    if (!(source instanceof BufferExporter) && !Buffers.isBuffer(source)) {
      throw Errors.typeError(
          "%s() arg 1 must be a string%s %s",
          function,
          function.equals("symtable") ? " or" : ", bytes or",
          switch (function) {
            case "compile" -> "AST object";
            case "symtable" -> "bytes object";
            default -> "code object";
          });
    }
    byte[] bytes = Buffers.bytes(source);
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.make(
            PyExceptions.SyntaxError, "source code string cannot contain null bytes");
      }
    }
    return bytes;
  }

  /** {@code eval} allows blanks before an expression. */
  static PyObject withoutLeadingBlanks(PyObject source) {
    if (source instanceof PyStr text) {
      int i = 0;
      while (i < text.length() && (text.codePointAt(i) == ' ' || text.codePointAt(i) == '\t')) {
        i++;
      }
      return text.substring(i, text.length());
    }
    byte[] bytes = bytesOf(source, "eval");
    int i = 0;
    while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    return PyBytes.of(java.util.Arrays.copyOfRange(bytes, i, bytes.length));
  }

  /** A listener that gives the compiler's warnings as Python's. */
  public static DiagnosticListener listener(ThreadState thread, String filename) {
    return new WarnExplicit(thread, filename);
  }
}
