package org.krait.stdlib.hashing;

import java.math.BigInteger;
import java.util.Arrays;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyInt;

/** The parameters of a BLAKE2 hash (RFC 7693, and the tree of hashes of the BLAKE2 paper), checked. */
final class Blake2Parameters {
  private static final byte[] NOTHING = {};

  private final boolean wide;
  private final byte[] key;
  private final byte[] block;

  Blake2Parameters(
      boolean wide, int digestSize, PyObject key, PyObject salt, PyObject person, int fanout,
      int depth, PyObject leafSize, PyObject nodeOffset, int nodeDepth, int innerSize) {
    this.wide = wide;
    int half = wide ? 16 : 8;
    int most = wide ? 64 : 32;
    check(digestSize >= 1 && digestSize <= most, "digest_size must be between 1 and " + most + " bytes");
    byte[] saltBytes = bytes(salt);
    check(saltBytes.length <= half, "maximum salt length is " + half + " bytes");
    byte[] personBytes = bytes(person);
    check(personBytes.length <= half, "maximum person length is " + half + " bytes");
    check(fanout >= 0 && fanout <= 255, "fanout must be between 0 and 255");
    check(depth >= 1 && depth <= 255, "depth must be between 1 and 255");
    long leaf = number(leafSize, Integer.SIZE, "leaf_size", "Python int too large to convert to C unsigned long");
    int offsetBits = wide ? Long.SIZE : 48;
    long offset = number(nodeOffset, offsetBits, "node_offset", "int too big to convert");
    check(nodeDepth >= 0 && nodeDepth <= 255, "node_depth must be between 0 and 255");
    check(innerSize >= 0 && innerSize <= most, "inner_size must be between 0 and is " + most);
    this.key = bytes(key);
    check(this.key.length <= most, "maximum key length is " + most + " bytes");

    block = new byte[most];
    block[0] = (byte) digestSize;
    block[1] = (byte) this.key.length;
    block[2] = (byte) fanout;
    block[3] = (byte) depth;
    put(4, 4, leaf);
    int offsetBytes = offsetBits / Byte.SIZE;
    put(8, offsetBytes, offset);
    block[8 + offsetBytes] = (byte) nodeDepth;
    block[9 + offsetBytes] = (byte) innerSize;
    System.arraycopy(saltBytes, 0, block, most - 2 * half, saltBytes.length);
    System.arraycopy(personBytes, 0, block, most - half, personBytes.length);
  }

  /** A hash that has read the key. */
  Blake2 start(boolean lastNode) {
    Blake2 state = new Blake2(wide, block, lastNode);
    if (key.length > 0) {
      byte[] padded = Arrays.copyOf(key, wide ? 128 : 64);
      state.update(padded, padded.length);
    }
    return state;
  }

  private static byte[] bytes(PyObject value) {
    return value == null ? NOTHING : Buffers.bytes(value);
  }

  /** A number without a sign; what is too large for C's 64 bits has other words than the rest. */
  private static long number(PyObject value, int bits, String name, String tooLarge) {
    if (value == null) {
      return 0;
    }
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError("an integer is required");
    }
    BigInteger big = number.bigValue();
    check(big.signum() >= 0, "value must be positive");
    if (big.bitLength() > bits) {
      throw Errors.overflowError(
          big.bitLength() > Long.SIZE ? tooLarge : name + " is too large");
    }
    return big.longValue();
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw Errors.valueError("%s", message);
    }
  }

  private void put(int at, int count, long value) {
    for (int i = 0; i < count; i++) {
      block[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
