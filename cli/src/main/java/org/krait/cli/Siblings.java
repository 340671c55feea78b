package org.krait.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Interpreters;
import org.krait.runtime.JavaFailure;
import org.krait.runtime.Permissions;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.execution.HotCode;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.importing.Bootstrap;
import org.krait.stdlib.io.OpenStreams;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.process.AtexitModule;

/** Further interpreters in the process: brings them up as the main one was, and takes them down. */
final class Siblings implements Interpreters.Maker {
  private final PrintStream err;
  private final Supplier<HotCode> hotCode;

  /** What the run of the program has put before {@code sys.path}; null when nothing. */
  String firstPath;

  /**
   * What makes the siblings of an interpreter.
   *
   * @param err where complaints go when there is no {@code sys.stderr}
   * @param hotCode makes the compiler of an interpreter's hot code
   */
  Siblings(PrintStream err, Supplier<HotCode> hotCode) {
    this.err = err;
    this.hotCode = hotCode;
  }

  @Override
  public Interpreter make(Interpreter creator, Permissions permissions) {
    Interpreter made = new Interpreter(creator, permissions);
    made.hotCode = hotCode.get();
    Descriptors.share(creator, made);
    ThreadState before = ThreadState.enter(made.mainThread());
    try {
      bringUp(made);
      return made;
    } catch (PyException | SettingError | IOException e) {
      made.siblings.remove(made);
      throw Errors.runtimeError("interpreter creation failed");
    } finally {
      ThreadState.enter(before);
    }
  }

  private void bringUp(Interpreter interpreter) throws IOException, SettingError {
    interpreter.boot();
    Bootstrap.install(interpreter);
    StandardStreams.install(interpreter);
    if (!interpreter.options.warnings.isEmpty()) {
      interpreter.importModule("warnings");
    }
    if (!interpreter.options.noSite) {
      interpreter.importModule("site");
    }
    if (firstPath != null && interpreter.sysDict().get(PyStr.interned("path")) instanceof PyList path) {
      path.insert(0, PyStr.of(firstPath));
    }
    makeMain(interpreter);
  }

  /** A new {@code __main__}. */
  static PyModule makeMain(Interpreter interpreter) {
    PyModule main = PyModule.named("__main__");
    main.dict().put(PyStr.interned("__builtins__"), interpreter.loadedModule("builtins"));
    main.dict().put(PyStr.interned("__annotations__"), new PyDict());
    main.dict()
        .put(
            RunSource.LOADER,
            Attributes.get(interpreter.loadedModule("_frozen_importlib"), "BuiltinImporter"));
    interpreter.modules().put(PyStr.interned("__main__"), main);
    return main;
  }

  @Override
  public boolean run(Interpreter interpreter, String code) {
    ThreadState before = ThreadState.enter(interpreter.mainThread());
    try {
      PyModule main = (PyModule) interpreter.loadedModule("__main__");
      RunSource.text(interpreter, main, code, "<string>");
      return true;
    } catch (RuntimeException | Error e) {
      report(new Uncaught(interpreter, err), JavaFailure.of(interpreter.mainThread(), e));
      return false;
    } finally {
      StandardStreams.flush(interpreter);
      ThreadState.enter(before);
    }
  }

  @Override
  public void end(Interpreter interpreter) {
    ThreadState before = ThreadState.enter(interpreter.mainThread());
    try {
      shutDown(interpreter);
    } finally {
      ThreadState.enter(before);
      interpreter.siblings.remove(interpreter);
    }
  }

  /** Waits for threads, runs what {@code atexit} knows, flushes; whether all could be written. */
  static boolean shutDown(Interpreter interpreter) {
    interpreter.ending = true;
    try {
      PyObject threading = interpreter.loadedModule("threading");
      if (threading != null) {
        Attributes.get(threading, "_shutdown").call();
      }
    } catch (PyException e) {
      Unraisable.report(
          e, "Exception ignored on threading shutdown", interpreter.loadedModule("threading"));
    }
    AtexitModule.runAll(interpreter);
    interpreter.finalizing = true;
    boolean written = StandardStreams.flush(interpreter);
    Finalizers.finish(interpreter);
    OpenStreams.finish(interpreter);
    return written;
  }

  private static void report(Uncaught uncaught, PyException e) {
    try {
      uncaught.show(e);
    } catch (Exit exit) {
      // Nothing is left that could end.
    }
  }
}
