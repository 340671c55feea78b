package org.krait.cli;

import java.io.PrintStream;
import java.util.Map;
import org.krait.audit.command.AuditCommands;
import org.krait.runtime.StringHash;
import org.krait.stdlib.os.CompilerPriority;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.OpenFile;
import org.krait.stdlib.signal.Signals;

/** The entry of the {@code krait} command. */
public final class Main {
  /** Python frames ride on the Java stack; memory is taken only where it is used. */
  private static final long STACK_SIZE = 1L << 30;

  private static final int WRONG_USE = 2;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0 && AuditCommands.isCommand(args[0])) {
      // Neither the runtime nor its stack is needed.
      Runtime.getRuntime().halt(AuditCommands.run(args, Unpackers.ALL));
    }
    int[] status = {1};
    EarlyCompilation early = new EarlyCompilation();
    Thread main =
        new Session.MainThread(
            () -> {
              try {
                String[] words = ProcessWords.arguments(args);
                Map<String, String> environment = ProcessWords.environment();
                status[0] =
                    run(
                        System.getProperty("krait.program", "krait"),
                        words,
                        environment,
                        System.out,
                        System.err,
                        files(),
                        early);
              } finally {
                early.close();
              }
            },
            STACK_SIZE);
    main.start();
    early.run();
    CompilerPriority.lower(Integer.getInteger("krait.compiler.steps", 0));
    main.join();
    System.out.flush();
    if (status[0] == Session.INTERRUPTED) {
      // The parent shall see that a signal ended it, as it does with CPython.
      Signals.die(-status[0]);
    }
    Runtime.getRuntime().halt(status[0]);
  }

  /** The standard descriptors when the launcher found some of them closed; null when all are open. */
  private static OpenFile[] files() {
    String closed = System.getProperty("krait.closed");
    if (closed == null) {
      return null;
    }
    OpenFile[] files = new OpenFile[3];
    for (int i = 0; i < files.length; i++) {
      files[i] = closed.indexOf('0' + i) >= 0 ? null : Descriptors.standard(i);
    }
    return files;
  }

  /**
   * Runs a command line in an interpreter of its own; the thread must be a {@link
   * Session.MainThread}.
   *
   * @param program the command as it was called
   * @param out where help and versions go
   * @param err where the command's own complaints go
   * @param files the descriptors 0, 1 and 2 of the program; null for those of the process
   * @param early told what will be run
   * @return the exit code
   */
  static int run(
      String program,
      String[] args,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      OpenFile[] files,
      EarlyCompilation early) {
    CommandLine line;
    try {
      line = CommandLine.read(program, args, environment);
    } catch (CommandLine.UsageError e) {
      err.print(e.getMessage() + "\n" + Help.wrongUse(program));
      return WRONG_USE;
    } catch (SettingError e) {
      err.print(e.text());
      return 1;
    }
    switch (line.kind) {
      case HELP, HELP_ENV, HELP_XOPTIONS, HELP_ALL -> {
        out.print(Help.text(line.kind, program));
        return 0;
      }
      case VERSION -> {
        String build = " (Krait 0.1.0) [JDK " + Runtime.version().feature() + "]";
        out.print("Python 3.12.1" + (line.versionCount > 1 ? build : "") + "\n");
        return 0;
      }
      default -> {
        if (line.options.hashSeed < 0 && environment.containsKey("PYTHONHASHSEED")) {
          StringHash.ignoreEnvironment();
        }
        line.options.home = CommandLine.home(environment, line.options.ignoreEnvironment);
        line.options.executable = Executable.of(program, environment);
        line.options.baseExecutable = Executable.base(line.options.executable);
        return new Session(line, err, files, early).run(out);
      }
    }
  }
}
