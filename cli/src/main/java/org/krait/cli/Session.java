package org.krait.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.jit.Jit;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Interpreter;
import org.krait.runtime.JavaFailure;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.*;
import org.krait.stdlib.ModuleIndex;
import org.krait.stdlib.builtins.SyntaxErrors;
import org.krait.stdlib.importing.Bootstrap;
import org.krait.stdlib.importing.LateStart;
import org.krait.stdlib.io.OpenStreams;
import org.krait.stdlib.process.AtexitModule;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.OpenFile;
import org.krait.stdlib.signal.Signals;
import org.krait.syntax.SyntaxDiagnostic;

/** One run of the command: brings an interpreter up, runs what was asked for, takes it down. */
final class Session {
  /** Stands for the end of the process by SIGINT, which is no exit code. */
  static final int INTERRUPTED = -2;

  /** The exit code that shells give it. */
  private static final int INTERRUPTED_CODE = 130;

  /** The thread that is Python's main thread. */
  static final class MainThread extends ThreadState.Carrier {
    MainThread(Runnable body, long stackSize) {
      super(null, body, "MainThread", stackSize);
    }
  }

  private static final PyStr STDERR = PyStr.interned("stderr");

  private final CommandLine line;
  private final Interpreter interpreter;

  /** Whether the signals of the process are the program's: not when others run in it too. */
  private final boolean ownsProcess;

  private final Uncaught uncaught;
  private final Siblings siblings;
  private final PrintStream err;

  /**
   * A run of a command line.
   *
   * @param err where the command's own complaints go
   * @param files the descriptors 0, 1 and 2 of the program; null for those of the process
   * @param early told what will be run
   */
  Session(CommandLine line, PrintStream err, OpenFile[] files, EarlyCompilation early) {
    this.line = line;
    this.ownsProcess = err == System.err;
    this.err = err;
    this.interpreter = new Interpreter(List.of(new ModuleIndex()), line.options);
    interpreter.service(EarlyCompilation.class, i -> early);
    early.offer(line, RunSource.options(interpreter));
    this.uncaught = new Uncaught(interpreter, err);
    if (files != null) {
      Descriptors.install(interpreter, files);
    }
    this.interpreter.hotCode = hotCode();
    this.siblings = new Siblings(err, this::hotCode);
    this.interpreter.siblings.maker = siblings;
  }

  /** The compiler of hot code, as {@code -X jit} and its kin say. */
  private Jit hotCode() {
    String mode = option("jit", "on");
    return mode.equals("off")
        ? null
        : new Jit(
            mode.equals("eager"),
            !option("jit-report", "").isEmpty(),
            option("deopt", "").equals("always"));
  }

  /** The value of an {@code -X} option; the name itself when it was given without one. */
  private String option(String name, String otherwise) {
    if (!line.options.extra.containsKey(name)) {
      return otherwise;
    }
    String value = line.options.extra.get(name);
    return value == null ? name : value;
  }

  /**
   * Runs; the exit code of the process.
   *
   * @param out where the text of {@code --dump} goes
   */
  int run(PrintStream out) {
    ThreadState.enter(interpreter.mainThread());
    int status;
    try {
      boot();
    } catch (PyException e) {
      err.print("Fatal Python error: cannot start: " + describe(e.value()) + "\n");
      return 1;
    } catch (SettingError e) {
      err.print(e.text());
      return 1;
    } catch (IOException e) {
      err.print("krait: cannot read the Python library in " + line.options.library() + ": " + e + "\n");
      return 1;
    }
    try {
      if (line.dump.isEmpty()) {
        runTarget();
      } else {
        dump(out);
      }
      status = inspect(0);
    } catch (Exit e) {
      status = e.status;
    } catch (RuntimeException | Error e) {
      status = inspect(report(JavaFailure.of(interpreter.mainThread(), e)));
    }
    return finish(status);
  }

  private static String describe(PyObject value) {
    try {
      return value.type().name() + ": " + Objects.str(value);
    } catch (PyException e) {
      return value.type().name();
    }
  }

  private void boot() throws IOException, SettingError {
    interpreter.boot();
    if (ownsProcess) {
      Signals.install(interpreter);
    }
    PyObject early = line.options.verbose > 0 ? earlyErrors() : null;
    Bootstrap.install(interpreter);
    StandardStreams.install(interpreter);
    if (early != null) {
      PyObject text = Attributes.get(early, "getvalue").call();
      Attributes.get(interpreter.sysDict().get(STDERR), "write").call(text);
    }
    if (!line.options.warnings.isEmpty()) {
      interpreter.importModule("warnings");
    }
    if (line.options.faultHandler && interpreter.builtinNames().contains("faulthandler")) {
      Attributes.get(interpreter.importModule("faulthandler"), "enable").call();
    }
    if (line.options.traceMemory > 0 && interpreter.builtinNames().contains("_tracemalloc")) {
      Attributes.get(interpreter.importModule("_tracemalloc"), "start")
          .call(PyLong.of(line.options.traceMemory));
    }
    if (!line.options.noSite) {
      if (line.options.inspect > 0 || line.kind == CommandLine.Kind.STANDARD_INPUT && isInteractive()) {
        // The prompt asks for all of it.
        interpreter.importModule("site");
      } else {
        LateStart.importSite(interpreter);
      }
    }
    interpreter.isStarted = true;
  }

  /** {@code -v}: what the import system says before there is a standard error. */
  private PyObject earlyErrors() {
    PyModule io = interpreter.openBuiltin("_io");
    io.execute();
    interpreter.modules().put(PyStr.interned("_io"), io);
    PyObject early = Attributes.get(io, "StringIO").call();
    interpreter.sysDict().put(STDERR, early);
    return early;
  }

  /** {@code --dump}: shows stages of the program and does not run it. */
  private void dump(PrintStream out) {
    byte[] source =
        switch (line.kind) {
          case COMMAND -> line.target.getBytes(StandardCharsets.UTF_8);
          case FILE -> RunSource.read(line.options.program, RunSource.absolute(line.target), err);
          case MODULE -> RunSource.moduleSource(interpreter, line.target);
          default -> RunSource.readStandardInput(interpreter);
        };
    String filename =
        switch (line.kind) {
          case COMMAND -> "<string>";
          case STANDARD_INPUT -> "<stdin>";
          default -> line.target;
        };
    Dump dump = new Dump(source, filename, interpreter.optimize, line.dumpFilter);
    try {
      for (DumpStage stage : line.dump) {
        out.print(dump.text(stage));
      }
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, filename, true);
    } finally {
      out.flush();
    }
  }

  private void runTarget() {
    PyModule main = Siblings.makeMain(interpreter);
    switch (line.kind) {
      case COMMAND -> {
        addToPath("");
        AuditHooks.audit("cpython.run_command", PyStr.of(line.target));
        checkCommand();
        RunSource.text(interpreter, main, line.target, "<string>");
      }
      case MODULE -> {
        addToPath(System.getProperty("user.dir"));
        runModule(line.target, true);
      }
      case FILE -> runFile(main, RunSource.absolute(line.target));
      default -> {
        addToPath("");
        runStandardInput(main);
      }
    }
  }

  /** A program from standard input, or the prompt at a terminal. */
  private void runStandardInput(PyModule main) {
    if (!isInteractive()) {
      AuditHooks.audit("cpython.run_stdin");
      RunSource.standardInput(interpreter, main);
      return;
    }
    Prompt prompt = new Prompt(interpreter, main, uncaught);
    if (line.options.quiet == 0) {
      prompt.banner();
    }
    prompt.startUp();
    AuditHooks.audit("cpython.run_stdin");
    throw new Exit(prompt.run());
  }

  private boolean isInteractive() {
    PyObject stdin = interpreter.sysDict().get(PyStr.interned("stdin"));
    return line.options.interactive > 0
        || stdin != null
            && stdin != PyNone.NONE
            && Attributes.get(stdin, "isatty").call() == PyBool.TRUE;
  }

  private void addToPath(String folder) {
    if (!line.options.safePath
        && interpreter.sysDict().get(PyStr.interned("path")) instanceof PyList path) {
      path.insert(0, PyStr.of(folder));
      siblings.firstPath = folder;
    }
  }

  private void runModule(String name, boolean alterArgv) {
    AuditHooks.audit("cpython.run_module", PyStr.of(name));
    PyObject runpy = interpreter.importModule("runpy");
    Attributes.get(runpy, "_run_module_as_main").call(PyStr.of(name), PyBool.of(alterArgv));
  }

  /** What has bytes that are not of the locale's encoding is no program. */
  private void checkCommand() {
    try {
      Utf8.encode(PyStr.of(line.target), "strict");
    } catch (PyException e) {
      err.print("Unable to decode the command from the command line:\n");
      err.flush();
      throw e;
    }
  }

  /** A file, or a folder or archive with a {@code __main__.py}. */
  private void runFile(PyModule main, String name) {
    if (RunSource.isNameless(name)) {
      addToPath(name.substring(0, Math.max(name.lastIndexOf('/'), 1)));
      RunSource.file(interpreter, main, name, line.skipFirstLine, err);
      return;
    }
    Path file = Path.of(name);
    if (Files.isDirectory(file) || ArchiveFile.isArchive(file)) {
      if (interpreter.sysDict().get(PyStr.interned("path")) instanceof PyList path) {
        path.insert(0, PyStr.of(name));
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
    RunSource.file(interpreter, main, name, line.skipFirstLine, err);
  }

  /** {@code -i}: the prompt after the program, whatever became of it. */
  private int inspect(int status) {
    if (line.kind == CommandLine.Kind.STANDARD_INPUT || !isInspecting() || !isInteractive()) {
      return status;
    }
    line.options.inspect = 0;
    PyModule main = (PyModule) interpreter.loadedModule("__main__");
    Prompt prompt = new Prompt(interpreter, main, uncaught);
    try {
      prompt.startHook();
      return prompt.run();
    } catch (Exit e) {
      return e.status;
    } catch (PyException e) {
      return report(e);
    }
  }

  /** {@code -i} or {@code PYTHONINSPECT}, which the program may have set itself. */
  private boolean isInspecting() {
    if (line.options.inspect > 0) {
      return true;
    }
    PyObject os = line.options.ignoreEnvironment ? null : interpreter.loadedModule("os");
    // A module that has not run yet knows of no change.
    PyObject environ =
        os == null || os instanceof PyModule module && module.isAwaited() ? null : Attributes.getOrNull(os, "environ");
    if (environ == null) {
      return false;
    }
    PyObject value = Attributes.get(environ, "get").call(PyStr.of("PYTHONINSPECT"), PyStr.EMPTY);
    return Objects.isTrue(value);
  }

  /** Shows an exception that nobody caught; the exit code that it means. */
  private int report(PyException e) {
    try {
      uncaught.show(e);
      return 1;
    } catch (Exit exit) {
      return exit.status;
    }
  }

  /** Waits for threads, runs what {@code atexit} knows, flushes. */
  private int finish(int status) {
    int result = status;
    for (Interpreter other : interpreter.siblings.list()) {
      if (other != interpreter) {
        siblings.end(other);
      }
    }
    boolean written = Siblings.shutDown(interpreter);
    if (uncaught.interrupted) {
      result = ownsProcess ? INTERRUPTED : INTERRUPTED_CODE;
    }
    return written ? result : 120;
  }
}
