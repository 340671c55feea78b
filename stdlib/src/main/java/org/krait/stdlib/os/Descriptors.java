package org.krait.stdlib.os;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;

/**
 * The open files of an interpreter by number: 0, 1 and 2 are the standard streams, new ones get the
 * lowest free number, as in a process of its own.
 *
 * <p>A file may be Java's ({@link JavaFile}) or the kernel's ({@link KernelFile}); {@link #kernel} turns
 * the first into the second when a system call needs it. Numbers are not the kernel's: a child process
 * is given each file under its number here.
 */
public final class Descriptors {
  /** Set by the launcher: the descriptors above 2 that the process was started with. */
  private static final String INHERITED = "krait.descriptors";

  private final List<OpenFile> files = new ArrayList<>();
  private final BitSet inheritable = new BitSet();

  /** No number below this one is free. */
  private int lowestFree;

  private Descriptors(Interpreter interpreter) {
    this(StandardFile.INPUT, StandardFile.OUTPUT, StandardFile.ERROR);
  }

  private Descriptors(OpenFile... standard) {
    files.addAll(Arrays.asList(standard));
    inheritable.set(0, standard.length);
    String given = System.getProperty(INHERITED, "");
    for (int start = 0; start < given.length(); ) {
      // A pattern for what splits would take a millisecond of the start.
      int blank = given.indexOf(' ', start);
      int end = blank < 0 ? given.length() : blank;
      if (end > start) {
        int number = Integer.parseInt(given, start, end, 10);
        put(number, new KernelFile(number));
        inheritable.set(number);
      }
      start = end + 1;
    }
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

  /** Gives an interpreter that has not started the table of another one in the same process. */
  public static void share(Interpreter from, Interpreter to) {
    Descriptors table = from.service(Descriptors.class, Descriptors::new);
    to.service(Descriptors.class, i -> table);
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
    int number = Math.max(lowest, lowestFree);
    while (number < files.size() && files.get(number) != null) {
      number++;
    }
    if (lowest <= lowestFree) {
      lowestFree = number + 1;
    }
    put(number, file);
    return number;
  }

  /** Gives a descriptor of the kernel the lowest free number here. */
  public int addKernel(int descriptor) {
    return add(new KernelFile(descriptor));
  }

  private void put(int number, OpenFile file) {
    while (files.size() <= number) {
      files.add(null);
    }
    files.set(number, file);
    inheritable.clear(number);
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

  /** The kernel's descriptor of a number; {@code EBADF} when it is not open. */
  public synchronized int kernel(int number) {
    OpenFile file = get(number);
    if (file.kernelDescriptor() < 0) {
      toKernel(file);
    }
    return files.get(number).kernelDescriptor();
  }

  private void toKernel(OpenFile file) {
    int descriptor = file.toKernel();
    if (descriptor < 0) {
      throw OsErrors.make(OsErrors.EBADF);
    }
    boolean first = true;
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i) == file) {
        files.set(i, new KernelFile(first ? descriptor : KernelCalls.duplicate(descriptor)));
        first = false;
      }
    }
  }

  /** The kernel's descriptor of a number that may be none of ours: -1 then. */
  public synchronized int kernelOrNone(int number) {
    return isOpen(number) ? kernel(number) : -1;
  }

  /** Frees a number, and closes the file when it was the last one. */
  public void close(int number) {
    OpenFile file;
    synchronized (this) {
      file = get(number);
      free(number);
    }
    file.release();
  }

  /** Frees a number and gives its kernel descriptor away. */
  public synchronized int take(int number) {
    int descriptor = kernel(number);
    free(number);
    return descriptor;
  }

  private void free(int number) {
    files.set(number, null);
    lowestFree = Math.min(lowestFree, number);
  }

  /** {@code dup}: the lowest free number from {@code lowest} on for the same file. */
  public synchronized int duplicate(int number, int lowest) {
    return add(get(number).duplicate(), lowest);
  }

  /** {@code dup2}: makes {@code target} another number of the same file. */
  public void duplicateTo(int number, int target, boolean inherited) {
    OpenFile old;
    synchronized (this) {
      OpenFile file = get(number);
      if (target < 0 || target >= limit()) {
        throw OsErrors.make(OsErrors.EBADF);
      }
      if (number == target) {
        inheritable.set(number, inherited);
        return;
      }
      old = isOpen(target) ? files.get(target) : null;
      put(target, file.duplicate());
      inheritable.set(target, inherited);
    }
    if (old != null) {
      old.release();
    }
  }

  /** More than a process may have. */
  private static int limit() {
    return 1 << 20;
  }

  /** Whether a number is passed on to another program that this process turns into or starts. */
  public synchronized boolean isInheritable(int number) {
    get(number);
    return inheritable.get(number);
  }

  public synchronized void setInheritable(int number, boolean value) {
    get(number);
    inheritable.set(number, value);
  }

  /** Those that are passed on, with their kernel descriptors. */
  public synchronized SortedMap<Integer, Integer> inherited() {
    SortedMap<Integer, Integer> map = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i) != null && inheritable.get(i)) {
        map.put(i, kernel(i));
      }
    }
    return map;
  }

  /** One more than the highest number in use. */
  public synchronized int size() {
    return files.size();
  }
}
