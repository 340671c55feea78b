package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyInt;

/** The module {@code _blake2}. */
@BuiltinModule("_blake2")
public final class Blake2Module {
  private static final byte[] NOTHING = {};

  private Blake2Module() {}

  @Function(
      "blake2b(data=NULL, /, *, digest_size=64, key=NULL, salt=NULL, person=NULL, fanout=1, depth=1,"
          + " leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,"
          + " usedforsecurity=True)")
  static PyObject blake2b(
      PyObject data, int digestSize, PyObject key, PyObject salt, PyObject person, int fanout,
      int depth, long leafSize, PyObject nodeOffset, int nodeDepth, int innerSize, boolean lastNode,
      boolean secure) {
    Tree tree = new Tree(fanout, depth, leafSize, offset(nodeOffset), nodeDepth, innerSize, lastNode);
    return make(true, data, digestSize, bytes(key), bytes(salt), bytes(person), tree);
  }

  @Function(
      "blake2s(data=NULL, /, *, digest_size=32, key=NULL, salt=NULL, person=NULL, fanout=1, depth=1,"
          + " leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,"
          + " usedforsecurity=True)")
  static PyObject blake2s(
      PyObject data, int digestSize, PyObject key, PyObject salt, PyObject person, int fanout,
      int depth, long leafSize, PyObject nodeOffset, int nodeDepth, int innerSize, boolean lastNode,
      boolean secure) {
    Tree tree = new Tree(fanout, depth, leafSize, offset(nodeOffset), nodeDepth, innerSize, lastNode);
    return make(false, data, digestSize, bytes(key), bytes(salt), bytes(person), tree);
  }

  /** The place of a node in a tree of hashes. */
  private record Tree(
      int fanout, int depth, long leafSize, long nodeOffset, int nodeDepth, int innerSize,
      boolean lastNode) {}

  private static byte[] bytes(PyObject value) {
    return value == null ? NOTHING : Buffers.bytes(value);
  }

  private static long offset(PyObject value) {
    PyInt number = org.krait.runtime.Arguments.index(value);
    if (number.signum() < 0 || number.bigValue().bitLength() > Long.SIZE) {
      throw Errors.overflowError("int too big to convert");
    }
    return number.bigValue().longValue();
  }

  private static PyObject make(
      boolean wide, PyObject data, int digestSize, byte[] key, byte[] salt, byte[] person, Tree tree) {
    int half = wide ? 16 : 8;
    int most = wide ? 64 : 32;
    check(digestSize >= 1 && digestSize <= most, "digest_size for " + name(wide) + " must be between 1 and " + most + " bytes, here it is " + digestSize);
    check(salt.length <= half, "maximum salt length is " + half + " bytes");
    check(person.length <= half, "maximum person length is " + half + " bytes");
    check(key.length <= most, "maximum key length is " + most + " bytes");
    check(tree.fanout >= 0 && tree.fanout <= 255, "fanout must be between 0 and 255");
    check(tree.depth >= 1 && tree.depth <= 255, "depth must be between 1 and 255");
    check(tree.nodeDepth >= 0 && tree.nodeDepth <= 255, "node_depth must be between 0 and 255");
    check(tree.innerSize >= 0 && tree.innerSize <= most, "inner_size must be between 0 and is " + most);
    Blake2 state = new Blake2(wide, parameters(wide, digestSize, key, salt, person, tree), tree.lastNode);
    if (key.length > 0) {
      byte[] block = java.util.Arrays.copyOf(key, wide ? 128 : 64);
      state.update(block, block.length);
    }
    return new PyHash(name(wide), state, digestSize, wide ? 128 : 64).with(data);
  }

  private static String name(boolean wide) {
    return wide ? "blake2b" : "blake2s";
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw Errors.valueError("%s", message);
    }
  }

  private static byte[] parameters(
      boolean wide, int digestSize, byte[] key, byte[] salt, byte[] person, Tree tree) {
    byte[] p = new byte[wide ? 64 : 32];
    p[0] = (byte) digestSize;
    p[1] = (byte) key.length;
    p[2] = (byte) tree.fanout;
    p[3] = (byte) tree.depth;
    put(p, 4, 4, tree.leafSize);
    int offsetBytes = wide ? 8 : 6;
    put(p, 8, offsetBytes, tree.nodeOffset);
    p[8 + offsetBytes] = (byte) tree.nodeDepth;
    p[9 + offsetBytes] = (byte) tree.innerSize;
    int half = wide ? 16 : 8;
    System.arraycopy(salt, 0, p, p.length - 2 * half, salt.length);
    System.arraycopy(person, 0, p, p.length - half, person.length);
    return p;
  }

  private static void put(byte[] p, int at, int count, long value) {
    for (int i = 0; i < count; i++) {
      p[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
