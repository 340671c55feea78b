package org.krait.cli;

import java.util.Map;
import org.krait.audit.command.AuditCommands;

/** The entry of the {@code krait} command. */
public final class Main {
  /** Python frames ride on the Java stack; memory is taken only where it is used. */
  private static final long STACK_SIZE = 1L << 30;

  private static final String USAGE =
      """
      usage: krait [option] ... [-c cmd | -m mod | file | -] [arg] ...
      Try `krait -h' for more information.
      """;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0 && AuditCommands.isCommand(args[0])) {
      // Neither the runtime nor its stack is needed.
      Runtime.getRuntime().halt(AuditCommands.run(args));
    }
    int[] status = {1};
    Thread main = new Session.MainThread(() -> status[0] = run(args, System.getenv()), STACK_SIZE);
    main.start();
    main.join();
    System.out.flush();
    Runtime.getRuntime().halt(status[0]);
  }

  private static int run(String[] args, Map<String, String> environment) {
    CommandLine line;
    try {
      line = CommandLine.read(args, environment);
    } catch (CommandLine.UsageError e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      return 2;
    }
    switch (line.kind) {
      case HELP, HELP_ENV, HELP_XOPTIONS -> {
        System.out.print(Help.text(line.kind));
        return 0;
      }
      case VERSION -> {
        System.out.println(line.longVersion ? "Python 3.12.1 (Krait 0.1.0)" : "Python 3.12.1");
        return 0;
      }
      default -> {
        line.options.home = CommandLine.home(environment, line.options.ignoreEnvironment);
        return new Session(line).run();
      }
    }
  }
}
