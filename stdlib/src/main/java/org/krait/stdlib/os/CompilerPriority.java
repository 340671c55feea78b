package org.krait.stdlib.os;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.stdlib.libc.CFunction;

/**
 * Gives way to the program: the second compiler of the JVM gets a processor behind everything else.
 *
 * <p>On two processors the program, both compilers of the JVM and our own are four threads, and the second compiler has
 * work for seconds. Served alike, it takes a third of a processor from the program while that still runs slowly.
 * On Linux each thread has a niceness of its own; it can be raised by everybody, and lowered again only by few.
 */
public final class CompilerPriority {
  /** With more there is one left for the compiler. */
  private static final int FEW_PROCESSORS = 3;

  private static final int PRIO_PROCESS = 0;

  /** As the kernel has it, which keeps fifteen characters. */
  private static final String THREAD = "C2 CompilerThre";

  private static final CFunction GETPRIORITY = new CFunction("getpriority");
  private static final CFunction SETPRIORITY = new CFunction("setpriority");

  private CompilerPriority() {}

  /**
   * Does it as far as the system lets us.
   *
   * @param steps of niceness; nothing is done for 0
   */
  public static void lower(int steps) {
    if (steps == 0 || Runtime.getRuntime().availableProcessors() > FEW_PROCESSORS) {
      return;
    }
    String[] threads = new File("/proc/self/task").list();
    if (threads == null) {
      return;
    }
    for (String thread : threads) {
      if (isSecondCompiler(thread)) {
        int id = Integer.parseInt(thread);
        SETPRIORITY.call(PRIO_PROCESS, id, GETPRIORITY.call(PRIO_PROCESS, id) + steps);
      }
    }
  }

  private static boolean isSecondCompiler(String thread) {
    try {
      return Files.readString(Path.of("/proc/self/task", thread, "comm")).startsWith(THREAD);
    } catch (IOException ended) {
      return false;
    }
  }
}
