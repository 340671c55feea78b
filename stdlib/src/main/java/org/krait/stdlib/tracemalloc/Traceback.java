package org.krait.stdlib.tracemalloc;

import java.util.Arrays;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Where something was made: the innermost frames, and how many there were. */
final class Traceback {
  private static final PyTuple UNKNOWN = PyTuple.of(PyStr.of("<unknown>"), PyLong.ZERO);

  private final PyStr[] files;
  private final int[] lines;

  /** How many frames there were, those that were left out included. */
  final int total;

  private final int hash;
  private PyTuple frames;

  private Traceback(PyStr[] files, int[] lines, int total) {
    this.files = files;
    this.lines = lines;
    this.total = total;
    this.hash = 31 * (31 * Arrays.hashCode(files) + Arrays.hashCode(lines)) + total;
  }

  /**
   * The traceback of a frame.
   *
   * @param most how many frames are kept
   */
  static Traceback of(PyFrame innermost, int most) {
    int total = 0;
    for (PyFrame frame = innermost; frame != null; frame = frame.back) {
      total++;
    }
    int count = Math.min(total, most);
    PyStr[] files = new PyStr[count];
    int[] lines = new int[count];
    PyFrame frame = innermost;
    for (int i = 0; i < count; i++) {
      files[i] = frame.code.filename();
      lines[i] = frame.line();
      frame = frame.back;
    }
    return new Traceback(files, lines, total);
  }

  /** Pairs of file and line, the innermost first. */
  PyTuple frames() {
    if (frames == null) {
      PyObject[] pairs = new PyObject[Math.max(1, files.length)];
      pairs[0] = UNKNOWN;
      for (int i = 0; i < files.length; i++) {
        pairs[i] = PyTuple.of(files[i], PyLong.of(lines[i]));
      }
      frames = PyTuple.of(pairs);
    }
    return frames;
  }

  /** The memory that it takes, about. */
  int bytes() {
    return 64 + 12 * files.length;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Traceback known
        && known.total == total
        && Arrays.equals(known.lines, lines)
        && Arrays.equals(known.files, files);
  }
}
