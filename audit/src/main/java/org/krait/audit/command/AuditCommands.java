package org.krait.audit.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.krait.audit.Unpacker;

/** The front door of the commands; each returns its exit code. */
public final class AuditCommands {
  /** Nothing was found. */
  static final int GOOD = 0;

  /** Something was found. */
  static final int FINDINGS = 1;

  /** Something could not be examined, or the command line is wrong. */
  static final int TROUBLE = 2;

  private AuditCommands() {}

  /**
   * True for the first word of a command line that names a command of this room.
   *
   * <p>Whatever files there are: were a file of that name preferred, as a script, {@code krait audit}
   * in a folder of unknown origin would run what it is meant to examine. Such a script is run as
   * {@code krait ./audit}.
   */
  public static boolean isCommand(String word) {
    return word.equals("verify") || word.equals("audit");
  }

  /**
   * Runs a command whose first word {@link #isCommand} knows, on the process's streams.
   *
   * @param unpackers for archives that the JDK cannot decompress
   */
  public static int run(String[] words, List<Unpacker> unpackers) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status =
        run(words[0], Arrays.asList(words).subList(1, words.length), unpackers, out, err);
    out.flush();
    return out.checkError() ? TROUBLE : status;
  }

  /** Runs a command on other streams. */
  public static int run(
      String command,
      List<String> words,
      List<Unpacker> unpackers,
      PrintStream out,
      PrintStream err) {
    try {
      return command.equals("verify")
          ? new VerifyCommand(out, err).run(words)
          : new AuditCommand(unpackers, out, err).run(words);
    } catch (UsageError e) {
      err.println("krait " + command + ": " + e.getMessage());
      err.println("Try `krait " + command + " --help' for more information.");
      return TROUBLE;
    }
  }
}
