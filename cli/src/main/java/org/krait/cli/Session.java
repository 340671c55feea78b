package org.krait.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.ModuleIndex;
import org.krait.stdlib.importing.Bootstrap;
import org.krait.stdlib.io.OpenStreams;
import org.krait.stdlib.sys.PrintException;

/** One run of the command: brings an interpreter up, runs what was asked for, takes it down. */
final class Session {
  /** The thread that is Python's main thread. */
  static final class MainThread extends ThreadState.Carrier {
    MainThread(Runnable body, long stackSize) {
      super(null, body, "MainThread", stackSize);
    }
  }

  private final CommandLine line;
  private final Interpreter interpreter;

  Session(CommandLine line) {
    this.line = line;
    this.interpreter = new Interpreter(List.of(new ModuleIndex()), line.options);
  }

  /** Runs; the exit code of the process. */
  int run() {
    ThreadState.enter(interpreter.mainThread());
    int status;
    try {
      boot();
      runTarget();
      status = inspect(0);
    } catch (PyException e) {
      status = inspect(report(e));
    } catch (IOException e) {
      System.err.println("krait: cannot read the Python library: " + e);
      return 1;
    }
    return finish(status);
  }

  private void boot() throws IOException {
    interpreter.boot();
    Bootstrap.install(interpreter, line.options.library());
    StandardStreams.install(interpreter);
    if (!line.options.warnings.isEmpty() || line.options.bytesWarning > 0) {
      interpreter.importModule("warnings");
    }
    if (!line.options.noSite) {
      interpreter.importModule("site");
    }
  }

  private void runTarget() {
    PyModule main = PyModule.named("__main__");
    main.dict().put(PyStr.interned("__builtins__"), interpreter.loadedModule("builtins"));
    main.dict().put(PyStr.interned("__annotations__"), new PyDict());
    interpreter.modules().put(PyStr.interned("__main__"), main);
    switch (line.kind) {
      case COMMAND -> {
        addToPath("");
        RunSource.text(interpreter, main, line.target, "<string>");
      }
      case MODULE -> {
        addToPath(System.getProperty("user.dir"));
        runModule(line.target, true);
      }
      case FILE -> runFile(main, Path.of(line.target));
      default -> RunSource.standardInput(interpreter, main, line.options);
    }
  }

  private void addToPath(String folder) {
    if (!line.options.safePath
        && interpreter.sysDict().get(PyStr.interned("path")) instanceof PyList path) {
      path.insert(0, PyStr.ofUnits(folder));
    }
  }

  private void runModule(String name, boolean alterArgv) {
    PyObject runpy = interpreter.importModule("runpy");
    Attributes.get(runpy, "_run_module_as_main").call(PyStr.of(name), PyBool.of(alterArgv));
  }

  /** A file, or a folder or archive with a {@code __main__.py}. */
  private void runFile(PyModule main, Path file) {
    boolean importable = Files.isDirectory(file) || isArchive(file);
    if (importable) {
      if (interpreter.sysDict().get(PyStr.interned("path")) instanceof PyList path) {
        path.insert(0, PyStr.ofUnits(line.target));
      }
      runModule("__main__", false);
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    try {
      folder = file.toRealPath().getParent();
    } catch (IOException e) {
      // The file is missing: RunSource says so.
    }
    addToPath(folder.toString());
    RunSource.file(interpreter, main, line.target, line.skipFirstLine);
  }

  private static boolean isArchive(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K' && in.read() == 3 && in.read() == 4;
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code -i}: the prompt after the program, whatever became of it. */
  private int inspect(int status) {
    if (!line.options.inspect || line.kind == CommandLine.Kind.STANDARD_INPUT) {
      return status;
    }
    try {
      RunSource.prompt(interpreter, (PyModule) interpreter.loadedModule("__main__"), line.options);
      return 0;
    } catch (PyException e) {
      return report(e);
    }
  }

  /** Shows an exception that nobody caught; the exit code that it means. */
  private int report(PyException e) {
    if (e.value() instanceof PySystemExit exit) {
      return exitCode(exit.code());
    }
    PyDict sys = interpreter.sysDict();
    PyBaseException value = e.value();
    sys.put(PyStr.interned("last_exc"), value);
    sys.put(PyStr.interned("last_type"), value.type());
    sys.put(PyStr.interned("last_value"), value);
    sys.put(PyStr.interned("last_traceback"), value.traceback());
    PyObject hook = sys.get(PyStr.interned("excepthook"));
    try {
      if (hook != null) {
        hook.call(value.type(), value, value.traceback());
      }
    } catch (PyException second) {
      if (second.value() instanceof PySystemExit exit) {
        return exitCode(exit.code());
      }
      PyObject stderr = sys.get(PyStr.interned("stderr"));
      if (stderr != null && stderr != PyNone.NONE) {
        Attributes.get(stderr, "write").call(PyStr.of("Error in sys.excepthook:\n"));
        PrintException.print(interpreter.mainThread(), second.value(), stderr);
        Attributes.get(stderr, "write").call(PyStr.of("\nOriginal exception was:\n"));
        PrintException.print(interpreter.mainThread(), value, stderr);
      }
    }
    return e.is(PyExceptions.KeyboardInterrupt) ? 130 : 1;
  }

  private int exitCode(PyObject code) {
    if (code == PyNone.NONE) {
      return 0;
    }
    if (code instanceof PyInt number) {
      return (int) number.longValue() & 0xff;
    }
    PyObject stderr = interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr != null && stderr != PyNone.NONE) {
      Attributes.get(stderr, "write").call(PyStr.of(Objects.str(code) + "\n"));
    }
    return 1;
  }

  /** Waits for threads, runs what {@code atexit} knows, flushes. */
  private int finish(int status) {
    int result = status;
    try {
      PyObject threading = interpreter.loadedModule("threading");
      if (threading != null) {
        Attributes.get(threading, "_shutdown").call();
      }
      PyObject atexit = interpreter.loadedModule("atexit");
      if (atexit != null) {
        Attributes.get(atexit, "_run_exitfuncs").call();
      }
    } catch (PyException e) {
      report(e);
    }
    if (!StandardStreams.flush(interpreter)) {
      result = 120;
    }
    OpenStreams.finish(interpreter);
    return result;
  }
}
