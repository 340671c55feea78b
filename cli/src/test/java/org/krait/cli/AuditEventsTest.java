package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks hear the events that CPython 3.12.1 raises, with the same arguments, and can forbid. */
class AuditEventsTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void eventsAreThoseOfCPython() throws Exception {
    assertEquals(
        Files.readString(SCRIPTS.resolve("audit_events.txt")),
        ExamplesTest.krait("-B", SCRIPTS.resolve("audit_events.py").toString()).output());
  }

  /** 300 operations of the library and the runtime, one by one. */
  @Test
  void eventsAreRaisedWhereCPythonRaisesThem() throws Exception {
    assertEquals(
        Files.readString(SCRIPTS.resolve("audit_everywhere.txt")),
        ExamplesTest.krait(
                "-B", SCRIPTS.resolve("audit_everywhere.py").toString(), folder.toString())
            .output());
  }

  @Test
  void startAndUncaughtExceptionsAreEvents() throws Exception {
    Files.writeString(
        folder.resolve("sitecustomize.py"),
        """
        import sys
        def hook(event, args):
            if event.startswith(("cpython.", "sys.excepthook", "sys.unraisablehook")):
                print(event, *[a if isinstance(a, str) else type(a).__name__ for a in args], flush=True)
                if "forbid" in str(args):
                    raise RuntimeError("nothing is shown")
        sys.addaudithook(hook)
        """);
    Path program = Files.writeString(folder.resolve("program.py"), "raise ValueError('forbid')\n");
    Map<String, String> environment = Map.of("PYTHONPATH", folder.toString());
    assertEquals(
        new ExamplesTest.Outcome(
            "cpython.run_command 1/0\n\n"
                + "sys.excepthook builtin_function_or_method type ZeroDivisionError traceback\n"
                + "Traceback (most recent call last):\n"
                + "  File \"<string>\", line 1, in <module>\n"
                + "ZeroDivisionError: division by zero\n",
            1),
        ExamplesTest.krait(environment, "-B", "-c", "1/0"));
    assertEquals(
        new ExamplesTest.Outcome(
            "cpython.run_file " + program + "\n"
                + "sys.excepthook builtin_function_or_method type ValueError traceback\n",
            1),
        ExamplesTest.krait(environment, "-B", program.toString()));
    assertEquals(
        new ExamplesTest.Outcome(
            "cpython.run_module program\n"
                + "sys.excepthook builtin_function_or_method type ValueError traceback\n",
            1),
        ExamplesTest.krait(environment, "-B", "-m", "program"));
  }
}
