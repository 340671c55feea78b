package org.krait.stdlib.datetime;

import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;

/**
 * What holds in a zone between two changes.
 *
 * @param offset from UTC, in seconds
 * @param name a str, or None where nothing is known
 */
record ZoneMoment(long offset, PyObject utcOffset, PyObject dst, PyObject name) {
  /** For times without a date in a zone whose offset changes. */
  static final ZoneMoment UNKNOWN = new ZoneMoment(0, PyNone.NONE, PyNone.NONE, PyNone.NONE);

  static ZoneMoment of(long offset, long dst, PyObject name) {
    return new ZoneMoment(offset, delta(offset), delta(dst), name);
  }

  private static PyObject delta(long seconds) {
    return PyTimeDelta.of(0, seconds, 0);
  }

  /** Whether two are alike in all that programs see. */
  boolean isLike(ZoneMoment other) {
    return offset == other.offset
        && Comparison.equal(dst, other.dst)
        && Comparison.equal(name, other.name);
  }
}
