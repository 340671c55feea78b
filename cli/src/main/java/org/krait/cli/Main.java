package org.krait.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.ModuleIndex;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.syntax.DiagnosticListener;

/** First light: runs a file with {@code builtins} and {@code sys} only. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Thread main = new Thread(null, () -> run(args), "main", 1L << 30);
    main.start();
    main.join();
  }

  private static org.krait.runtime.Options options() {
    var options = new org.krait.runtime.Options();
    if (System.getProperty("krait.lib") != null) {
      options.home = Path.of(System.getProperty("krait.lib")).getParent().getParent();
    }
    return options;
  }

  private static void run(String[] args) {
    try {
      Interpreter interpreter = new Interpreter(List.of(new ModuleIndex()), options());
      ThreadState.enter(interpreter.mainThread());
      interpreter.boot();
      interpreter.sysDict().put(PyStr.interned("stdout"), new JavaStdout(org.krait.runtime.types.PyBaseException.TYPE));
      PyModule module = PyModule.named("__main__");
      interpreter.modules().put(PyStr.interned("__main__"), module);
      if (System.getProperty("krait.lib") != null) {
        org.krait.stdlib.importing.Bootstrap.install(
            interpreter, Path.of(System.getProperty("krait.lib")));
      }
      var code =
          PythonCompiler.compile(
              Files.readAllBytes(Path.of(args[0])),
              args[0],
              CompileOptions.module(0),
              DiagnosticListener.NONE);
      Evaluation.runCode(
          interpreter.mainThread(),
          LoadCode.of(code),
          module.dict(),
          module.dict(),
          PyFunction.NO_CELLS);
    } catch (PyException e) {
      System.err.println(e.getMessage());
      var tb = e.value().traceback();
      while (tb instanceof org.krait.runtime.execution.PyTraceback t) {
        System.err.println("  " + t.frame().code.filename() + ":" + t.line() + " " + t.frame().code.name());
        tb = t.next();
      }
    } catch (Exception e) {
      e.printStackTrace();
    }
  }

  /** A stand-in for the text stream. */
  static final class JavaStdout extends org.krait.runtime.PyInstance {
    JavaStdout(org.krait.runtime.PyType type) {
      super(type);
    }

    @Override
    public org.krait.runtime.PyObject ownAttribute(PyStr name) {
      return name.toString().equals("write") ? new Write() : null;
    }
  }

  /** Its write. */
  static final class Write extends org.krait.runtime.PyObject {
    @Override
    public org.krait.runtime.PyType type() {
      return org.krait.runtime.types.PyBuiltinFunction.TYPE;
    }

    @Override
    public org.krait.runtime.PyObject call(
        org.krait.runtime.PyObject[] args, PyStr[] names) {
      System.out.print(args[0]);
      return org.krait.runtime.types.PyNone.NONE;
    }
  }
}
