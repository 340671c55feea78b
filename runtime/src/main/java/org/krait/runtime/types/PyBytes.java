package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyType;
import org.krait.runtime.StringHash;
import org.krait.runtime.buffer.Buffer;

/** {@code bytes}. */
@BuiltinType(
    name = "bytes",
    parts = {
      BytesMethods.class,
      BytesCreation.class,
      BytesSearchMethods.class,
      BytesSplitMethods.class,
      BytesCaseMethods.class,
      BytesLayoutMethods.class
    },
    pattern = BuiltinType.Pattern.SELF,
    basicSize = 33,
    itemSize = 1)
public class PyBytes extends PyByteString implements NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyBytesTable());
  public static final PyBytes EMPTY = new PyBytes(new byte[0]);
  private static final PyBytes[] SINGLE = new PyBytes[256];

  static {
    for (int i = 0; i < SINGLE.length; i++) {
      SINGLE[i] = new PyBytes(new byte[] {(byte) i});
    }
  }

  private final byte[] bytes;
  private long hash;

  PyBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Bytes that take over the array. */
  public static PyBytes of(byte[] bytes) {
    return switch (bytes.length) {
      case 0 -> EMPTY;
      case 1 -> SINGLE[bytes[0] & 0xff];
      default -> new PyBytes(bytes);
    };
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public final int length() {
    return bytes.length;
  }

  /** The array itself, not to be changed. */
  public final byte[] array() {
    return bytes;
  }

  @Override
  final byte[] store() {
    return bytes;
  }

  @Override
  final int start() {
    return 0;
  }

  @Override
  final PyByteString make(byte[] content) {
    return of(content);
  }

  @Override
  final String kind() {
    return "bytes";
  }

  @Override
  final byte[] data() {
    return bytes;
  }

  @Override
  public Buffer exportBuffer(int flags) {
    return Buffer.ofBytes(this, bytes, 0, bytes.length, true, flags, null);
  }

  /** {@code hash(b)}. */
  public final long hashValue() {
    if (hash == 0) {
      hash = StringHash.of(bytes, 0, bytes.length);
    }
    return hash;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof PyBytes b && Arrays.equals(bytes, b.bytes);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
