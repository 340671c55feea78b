package org.krait.runtime.types;

import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.BufferExporter;

/** What {@code bytes} and {@code bytearray} have in common for Java: a run of bytes in an array. */
public abstract class PyByteString extends PyObject implements BufferExporter {
  PyByteString() {}

  /** The array in which the bytes are. */
  abstract byte[] store();

  /** Where they start in it. */
  abstract int start();

  /** The number of bytes. */
  public abstract int length();

  /** A value of the same builtin type that takes over the array. */
  abstract PyByteString make(byte[] bytes);

  /** The name of the builtin type, for messages. */
  abstract String kind();

  public final int end() {
    return start() + length();
  }

  /** The byte at an index that is known to be good, signed. */
  public final byte get(int index) {
    return store()[start() + index];
  }

  /** The bytes in an array that is not to be changed. */
  abstract byte[] data();

  /** This value, or bytes that no other thread changes: for methods that look at it more than once. */
  PyByteString settled() {
    return this;
  }

  /** A part, of the same builtin type. */
  PyByteString part(int from, int to) {
    return make(java.util.Arrays.copyOfRange(store(), start() + from, start() + to));
  }
}
