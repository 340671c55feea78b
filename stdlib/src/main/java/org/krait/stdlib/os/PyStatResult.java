package org.krait.stdlib.os;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStructSequence;
import org.krait.runtime.types.StructSequenceType;

/** {@code os.stat_result}. */
final class PyStatResult {
  static final StructSequenceType TYPE =
      StructSequenceType.of(
          "os.stat_result",
          10,
          "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "",
          "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns",
          "st_blksize", "st_blocks", "st_rdev");

  private static final long NANOS = 1_000_000_000L;
  private static final long PAGE = 4096;
  private static final long BLOCK = 512;

  private PyStatResult() {}

  static PyStructSequence of(FileStatus s) {
    return of(s, () -> s);
  }

  /** Of a status that Java gave; the kernel is asked when the program wants what Java does not say. */
  static PyStructSequence of(FileStatus s, Path path, boolean follow) {
    return of(
        s,
        () ->
            NativeStat.of(
                KernelCalls.HERE, path.toString().getBytes(StandardCharsets.UTF_8), follow, null));
  }

  /** As above, for an open file. */
  static PyStructSequence ofOpen(FileStatus s, Descriptors descriptors, int number) {
    return of(s, () -> NativeStat.ofDescriptor(descriptors.kernel(number)));
  }

  private static PyStructSequence of(FileStatus s, Supplier<FileStatus> kernel) {
    boolean late = s.blocks() == FileStatus.UNKNOWN;
    PyObject[] v = {
      PyLong.of(s.mode()), unsigned(s.inode()), unsigned(s.device()), PyLong.of(s.links()),
      PyLong.of(s.uid()), PyLong.of(s.gid()), PyLong.of(s.size()),
      PyLong.of(Math.floorDiv(s.atime(), NANOS)), PyLong.of(Math.floorDiv(s.mtime(), NANOS)),
      PyLong.of(Math.floorDiv(s.ctime(), NANOS)),
      seconds(s.atime()), seconds(s.mtime()), seconds(s.ctime()),
      PyLong.of(s.atime()), PyLong.of(s.mtime()), PyLong.of(s.ctime()),
      PyLong.of(s.blockSize()), late ? null : PyLong.of(s.blocks()), unsigned(s.rdev())
    };
    return late ? TYPE.makeLate(i -> PyLong.of(blocks(s, kernel)), v) : TYPE.make(v);
  }

  private static long blocks(FileStatus known, Supplier<FileStatus> kernel) {
    try {
      return kernel.get().blocks();
    } catch (PyException gone) {
      return (known.size() + PAGE - 1) / PAGE * (PAGE / BLOCK);
    }
  }

  static PyObject unsigned(long value) {
    return value >= 0
        ? PyLong.of(value)
        : PyInt.of(new java.math.BigInteger(Long.toUnsignedString(value)));
  }

  /** The mode of a result made here. */
  static int mode(PyObject result) {
    return (int) ((PyInt) ((PyStructSequence) result).get(0)).longValue();
  }

  static long inode(PyObject result) {
    return ((PyInt) ((PyStructSequence) result).get(1)).longValue();
  }

  /** Seconds and nanoseconds added as CPython adds them. */
  static double inSeconds(long nanos) {
    return Math.floorDiv(nanos, NANOS) + 1e-9 * Math.floorMod(nanos, NANOS);
  }

  private static PyObject seconds(long nanos) {
    return new PyFloat(inSeconds(nanos));
  }
}
