package org.krait.stdlib.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.runtime.Finalizers;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.text.ResourceFile;
import org.krait.runtime.types.*;
import org.krait.stdlib.asyncio.SettledLoop;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.stdlib.io.SettledProcess;
import org.krait.stdlib.sre.LibraryPatterns;
import org.krait.syntax.ParseOptions.Mode;

/**
 * What modules of the library, which stay as they are, have to be told of this platform, and what Krait has to know of
 * them.
 *
 * <p>A resource {@code adaptations/MODULE.py} runs in the namespace of the module right after the module
 * itself. {@code docs/differences.md} says what a program sees of each.
 */
public final class Adaptations {
  private static final PyStr NAME = PyStr.interned("__name__");

  /** What compiles regular expressions. */
  private static final List<String> PATTERN_CACHES =
      List.of(
          "re/__pycache__/_compiler.cpython-312.pyc",
          "re/__pycache__/_parser.cpython-312.pyc",
          "re/__pycache__/_constants.cpython-312.pyc",
          "re/__pycache__/_casefix.cpython-312.pyc");

  private static final List<String> PROCESS_CACHES = List.of("__pycache__/subprocess.cpython-312.pyc");

  private static final List<String> LOOP_CACHES =
      List.of(
          "asyncio/__pycache__/base_events.cpython-312.pyc",
          "asyncio/__pycache__/selector_events.cpython-312.pyc",
          "asyncio/__pycache__/unix_events.cpython-312.pyc");

  private Adaptations() {}

  /** To be called when code has run in a namespace, which may be that of a module of the library. */
  public static void apply(ThreadState thread, PyCode code, PyDict globals) {
    if (!(globals.get(NAME) instanceof PyStr name)) {
      return;
    }
    switch (name.toString()) {
      case "re._compiler" -> {
        if (isBuilt(thread, code, name, PATTERN_CACHES)) {
          LibraryPatterns.attach(globals);
        }
      }
      case "subprocess" -> {
        // What has been waited for leaves nothing behind, and programs start many.
        if (isBuilt(thread, code, name, PROCESS_CACHES)) {
          Finalizers.settle(
              thread.interpreter, (PyType) globals.get(PyStr.interned("Popen")), new SettledProcess());
        }
      }
      case "asyncio.unix_events" -> {
        // Each asyncio.run makes a loop and closes it.
        if (isBuilt(thread, code, name, LOOP_CACHES)) {
          Finalizers.settle(
              thread.interpreter,
              (PyType) globals.get(PyStr.interned("_UnixSelectorEventLoop")),
              new SettledLoop());
        }
      }
      case "multiprocessing.context" -> {
        if (isLibrary(thread, code, name)) {
          run(thread, name.toString(), globals);
        }
      }
      default -> {}
    }
  }

  private static void run(ThreadState thread, String module, PyDict globals) {
    CodeObject adaptation =
        CompileSource.fromText(
            thread, PyStr.of(text(module)), "exec", "<adaptation of " + module + ">", Mode.EXEC, 0);
    Evaluation.runCode(thread, LoadCode.of(adaptation), globals, globals, PyFunction.NO_CELLS);
  }

  /** Whether a module, and what belongs to it, is the library's own as the build has compiled it. */
  private static boolean isBuilt(ThreadState thread, PyCode code, PyStr name, List<String> caches) {
    return isLibrary(thread, code, name) && FrozenModules.of(thread.interpreter).hasGiven(caches);
  }

  private static boolean isLibrary(ThreadState thread, PyCode code, PyStr name) {
    return code.filename().toString().endsWith("/" + name.toString().replace('.', '/') + ".py")
        && code.name().toString().equals("<module>");
  }

  private static String text(String name) {
    String path = "adaptations/" + name + ".py";
    InputStream archived = ResourceFile.inArchive(Adaptations.class, path);
    try (InputStream file = archived != null ? archived : Adaptations.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
