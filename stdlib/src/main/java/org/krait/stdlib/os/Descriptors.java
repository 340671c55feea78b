package org.krait.stdlib.os;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;

/**
 * The open files of an interpreter by number: 0, 1 and 2 are the standard streams, new ones get the
 * lowest free number, as in a process of its own.
 */
public final class Descriptors {
  private final List<OpenFile> files = new ArrayList<>();

  private Descriptors(Interpreter interpreter) {
    files.add(StandardFile.INPUT);
    files.add(StandardFile.OUTPUT);
    files.add(StandardFile.ERROR);
  }

  private Descriptors(OpenFile[] standard) {
    files.addAll(Arrays.asList(standard));
  }

  /** The process's own standard stream of a number: 0, 1 or 2. */
  public static OpenFile standard(int number) {
    return switch (number) {
      case 0 -> StandardFile.INPUT;
      case 1 -> StandardFile.OUTPUT;
      default -> StandardFile.ERROR;
    };
  }

  /**
   * Gives an interpreter that has not started other descriptors 0, 1 and 2 than the process's; null
   * for one that is closed.
   */
  public static void install(Interpreter interpreter, OpenFile... standard) {
    interpreter.service(Descriptors.class, i -> new Descriptors(standard));
  }

  /** The table of the running interpreter. */
  public static Descriptors current() {
    return ThreadState.current().interpreter.service(Descriptors.class, Descriptors::new);
  }

  /** Gives a file the lowest free number. */
  public synchronized int add(OpenFile file) {
    return add(file, 0);
  }

  /** Gives a file the lowest free number from {@code lowest} on. */
  public synchronized int add(OpenFile file, int lowest) {
    int number = lowest;
    while (number < files.size() && files.get(number) != null) {
      number++;
    }
    put(number, file);
    return number;
  }

  private void put(int number, OpenFile file) {
    while (files.size() <= number) {
      files.add(null);
    }
    files.set(number, file);
  }

  /** The file of a number; {@code EBADF} when there is none. */
  public synchronized OpenFile get(int number) {
    OpenFile file = number < 0 || number >= files.size() ? null : files.get(number);
    if (file == null) {
      throw OsErrors.make(OsErrors.EBADF);
    }
    return file;
  }

  /** Whether a number stands for an open file. */
  public synchronized boolean isOpen(int number) {
    return number >= 0 && number < files.size() && files.get(number) != null;
  }

  /** Frees a number, and closes the file when it was the last one. */
  public void close(int number) {
    OpenFile file;
    synchronized (this) {
      file = get(number);
      files.set(number, null);
    }
    file.release();
  }

  /** {@code dup}: the lowest free number from {@code lowest} on for the same file. */
  public synchronized int duplicate(int number, int lowest) {
    return add(get(number).share(), lowest);
  }

  /** {@code dup2}: makes {@code target} another number of the same file. */
  public void duplicateTo(int number, int target) {
    OpenFile old;
    synchronized (this) {
      OpenFile file = get(number);
      if (number == target) {
        return;
      }
      old = isOpen(target) ? files.get(target) : null;
      put(target, file.share());
    }
    if (old != null) {
      old.release();
    }
  }
}
