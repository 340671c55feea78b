package org.krait.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.PycHeader;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.*;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.stdlib.builtins.SyntaxErrors;
import org.krait.stdlib.marshal.MarshalModule;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SourceDecoder;
import org.krait.syntax.SyntaxDiagnostic;

/** Runs source as {@code __main__}. */
final class RunSource {
  private static final PyStr FILE = PyStr.interned("__file__");
  private static final PyStr CACHED = PyStr.interned("__cached__");
  static final PyStr LOADER = PyStr.interned("__loader__");

  private RunSource() {}

  /** A path as CPython shows it: absolute, but otherwise as it was given. */
  static String absolute(String name) {
    return name.startsWith("/") ? name : System.getProperty("user.dir") + "/" + name;
  }

  /** Runs text: what it says of its encoding does not matter. */
  static void text(Interpreter interpreter, PyModule main, String source, String filename) {
    run(interpreter, main, source, null, filename);
  }

  /**
   * Runs a file.
   *
   * @param err where it is said that the file cannot be read
   */
  static void file(
      Interpreter interpreter, PyModule main, String name, boolean skipFirstLine, PrintStream err) {
    AuditHooks.audit("cpython.run_file", PyStr.of(name));
    byte[] source = read(interpreter.options.program, name, err);
    if (skipFirstLine) {
      int start = 0;
      while (start < source.length && source[start] != '\n') {
        start++;
      }
      source = Arrays.copyOfRange(source, start, source.length);
    }
    PyObject external = interpreter.loadedModule("_frozen_importlib_external");
    boolean compiled = isCompiled(name, source);
    main.dict()
        .put(
            LOADER,
            Attributes.get(external, compiled ? "SourcelessFileLoader" : "SourceFileLoader")
                .call(PyStr.interned("__main__"), PyStr.of(name)));
    boolean named = name(main, name);
    try {
      if (compiled) {
        runCompiled(interpreter, main, source, name);
      } else {
        program(interpreter, main, source, name);
      }
    } finally {
      unname(main, named);
    }
  }

  /** Sets {@code __file__} while a program runs, as CPython does; false when it is there already. */
  private static boolean name(PyModule main, String name) {
    PyDict globals = main.dict();
    boolean named = globals.get(FILE) == null;
    if (named) {
      globals.put(FILE, PyStr.of(name));
      globals.put(CACHED, PyNone.NONE);
    }
    return named;
  }

  private static void unname(PyModule main, boolean named) {
    if (named) {
      PyDict globals = main.dict();
      globals.remove(FILE);
      globals.remove(CACHED);
    }
  }

  /** A file is compiled by its name, or by the first bytes when it has none that says so. */
  private static boolean isCompiled(String name, byte[] content) {
    return name.endsWith(".pyc")
        || content.length > Integer.BYTES && hasMagic(content);
  }

  /** The bytes of a file; says why and ends the run when they cannot be had. */
  static byte[] read(String program, String name, PrintStream err) {
    if (isNameless(name)) {
      return readNameless(program, name, err);
    }
    Path file = Path.of(name);
    try {
      if (Files.isDirectory(file)) {
        err.print(program + ": '" + name + "' is a directory, cannot continue\n");
        throw new Exit(1);
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw cannotOpen(program, name, "[Errno 2] No such file or directory", err);
    } catch (AccessDeniedException e) {
      throw cannotOpen(program, name, "[Errno 13] Permission denied", err);
    } catch (FileSystemException e) {
      boolean notFolder = e.getReason() != null && e.getReason().contains("Not a directory");
      String reason =
          notFolder ? "[Errno 20] Not a directory" : "[Errno 5] " + e.getReason();
      throw cannotOpen(program, name, reason, err);
    } catch (IOException e) {
      throw cannotOpen(program, name, "[Errno 5] Input/output error", err);
    }
  }

  /** Whether Java has no way to name a file: parts of its name are not of the locale's encoding. */
  static boolean isNameless(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isSurrogate(name.charAt(i))
          && Character.getType(name.codePointAt(i)) == Character.SURROGATE
          && (i == 0 || !Character.isSurrogatePair(name.charAt(i - 1), name.charAt(i)))) {
        return true;
      }
    }
    return false;
  }

  private static byte[] readNameless(String program, String name, PrintStream err) {
    PyObject io = ThreadState.current().interpreter.importModule("_io");
    PyObject file;
    try {
      file = Attributes.get(io, "FileIO").call(PyStr.of(name));
    } catch (PyException e) {
      throw cannotOpen(program, name, e.value().toString(), err);
    }
    PyObject content = Attributes.get(file, "readall").call();
    Attributes.get(file, "close").call();
    return ((PyBytes) content).array();
  }

  private static Exit cannotOpen(String program, String file, String reason, PrintStream err) {
    err.print(program + ": can't open file '" + file + "': " + reason + "\n");
    return new Exit(2);
  }

  /** The source of a module, by its finder; {@code ImportError} when there is none. */
  static byte[] moduleSource(Interpreter interpreter, String name) {
    PyObject runpy = interpreter.importModule("runpy");
    PyTuple details = (PyTuple) Attributes.get(runpy, "_get_module_details").call(PyStr.of(name));
    PyObject spec = details.get(1);
    PyObject origin = Attributes.get(spec, "origin");
    PyObject loader = Attributes.get(spec, "loader");
    return ((PyBytes) Attributes.get(loader, "get_data").call(origin)).array();
  }

  private static void runCompiled(
      Interpreter interpreter, PyModule main, byte[] file, String name) {
    if (file.length < PycHeader.LENGTH || !hasMagic(file)) {
      throw Errors.make(PyExceptions.RuntimeError, "Bad magic number in .pyc file");
    }
    byte[] body = Arrays.copyOfRange(file, PycHeader.LENGTH, file.length);
    PyObject read = MarshalModule.readCache(interpreter.mainThread(), body, name);
    if (!(read instanceof PyCode code)) {
      throw Errors.make(PyExceptions.RuntimeError, "Bad code object in .pyc file");
    }
    Evaluation.runCode(
        interpreter.mainThread(), code, main.dict(), main.dict(), PyFunction.NO_CELLS);
  }

  private static boolean hasMagic(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt() == PycHeader.MAGIC;
  }

  /** Runs a file that is read as a program: what cannot be decoded is said in other words. */
  private static void program(
      Interpreter interpreter, PyModule main, byte[] source, String filename) {
    try {
      SourceDecoder.checkProgram(source, filename);
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, filename, false);
    }
    bytes(interpreter, main, source, filename);
  }

  /** Runs source that is there already. */
  static void bytes(Interpreter interpreter, PyModule main, byte[] source, String filename) {
    run(interpreter, main, null, source, filename);
  }

  /** Runs a text, or the bytes of one. */
  private static void run(
      Interpreter interpreter, PyModule main, String text, byte[] bytes, String filename) {
    CompileOptions options = options(interpreter);
    EarlyCompilation early = interpreter.service(EarlyCompilation.class, i -> new EarlyCompilation());
    CodeObject code =
        text != null
            ? early.take(text, filename, options)
            : early.take(bytes, filename, options);
    if (code == null) {
      code = compile(interpreter, text, bytes, filename, options);
    }
    Evaluation.runCode(
        interpreter.mainThread(), LoadCode.of(code), main.dict(), main.dict(), PyFunction.NO_CELLS);
  }

  private static CodeObject compile(
      Interpreter interpreter, String text, byte[] bytes, String filename, CompileOptions options) {
    DiagnosticListener listener = CompileSource.listener(interpreter.mainThread(), filename);
    try {
      return text != null
          ? PythonCompiler.compile(text, filename, options, listener)
          : PythonCompiler.compile(bytes, filename, options, listener);
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, filename, true);
    }
  }

  /** How a program is compiled. */
  static CompileOptions options(Interpreter interpreter) {
    return CompileOptions.module(interpreter.optimize).withMaxIntDigits(interpreter.intMaxStrDigits);
  }

  /** A program from standard input. */
  static void standardInput(Interpreter interpreter, PyModule main) {
    boolean named = name(main, "<stdin>");
    try {
      program(interpreter, main, readStandardInput(interpreter), "<stdin>");
    } finally {
      unname(main, named);
    }
  }

  /** All of standard input; nothing when it is closed. */
  static byte[] readStandardInput(Interpreter interpreter) {
    PyObject stdin = interpreter.sysDict().get(PyStr.interned("stdin"));
    if (stdin == null || stdin == PyNone.NONE) {
      return new byte[0];
    }
    PyObject source = Attributes.get(Attributes.get(stdin, "buffer"), "read").call();
    return ((PyBytes) source).array();
  }
}
