package org.krait.stdlib.os;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
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

  private PyStatResult() {}

  static PyStructSequence of(FileStatus s) {
    PyObject[] v = {
      PyLong.of(s.mode()), PyLong.of(s.inode()), PyLong.of(s.device()), PyLong.of(s.links()),
      PyLong.of(s.uid()), PyLong.of(s.gid()), PyLong.of(s.size()),
      PyLong.of(Math.floorDiv(s.atime(), NANOS)), PyLong.of(Math.floorDiv(s.mtime(), NANOS)),
      PyLong.of(Math.floorDiv(s.ctime(), NANOS)),
      seconds(s.atime()), seconds(s.mtime()), seconds(s.ctime()),
      PyLong.of(s.atime()), PyLong.of(s.mtime()), PyLong.of(s.ctime()),
      PyLong.of(s.blockSize()), PyLong.of(s.blocks()), PyLong.of(s.rdev())
    };
    return TYPE.make(v);
  }

  /** Seconds and nanoseconds added as CPython adds them. */
  private static PyObject seconds(long nanos) {
    return new PyFloat(Math.floorDiv(nanos, NANOS) + 1e-9 * Math.floorMod(nanos, NANOS));
  }
}
