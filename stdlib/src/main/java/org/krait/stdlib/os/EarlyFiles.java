package org.krait.stdlib.os;

import java.io.FileDescriptor;
import java.io.FileInputStream;

/**
 * What Java makes when it is asked for a file's status, and for the place in one, for the first time; for a thread
 * that has nothing else to do while the main thread starts the interpreter.
 */
public final class EarlyFiles {
  private EarlyFiles() {}

  /** Has it made. Touches no class of Python's objects, so that no two threads wait for each other's. */
  public static void prepare() {
    new FileInputStream(FileDescriptor.in).getChannel();
    JavaStat.ofDescriptor(0);
  }
}
