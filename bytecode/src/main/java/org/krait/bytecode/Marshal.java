package org.krait.bytecode;

import org.krait.constants.Constant;

/** Marshal streams of constants and code objects. */
public final class Marshal {
  private Marshal() {}

  /** Reads the one value that the bytes describe; what follows it is ignored. */
  public static Constant read(byte[] data) throws MarshalException {
    return new MarshalReader<>(data, 0, data.length, new ConstantFactory()).read();
  }

  /** Reads a code object from {@code offset} on; the bytes must end with it. */
  public static CodeObject readCode(byte[] data, int offset) throws MarshalException {
    var reader = new MarshalReader<>(data, offset, data.length - offset, new ConstantFactory());
    if (!(reader.read() instanceof CodeObject code)) {
      throw MarshalException.type("not a code object");
    }
    if (reader.remaining() > 0) {
      throw MarshalException.value(reader.remaining() + " bytes after the code object");
    }
    return code;
  }

  /**
   * What stands in a stream that nobody vouches for.
   *
   * @param code the code object
   * @param trailing how many bytes follow it; CPython's import ignores them
   */
  public record Reading(CodeObject code, int trailing) {}

  /** Reads a code object from {@code offset} on, within limits. */
  public static Reading readHostile(byte[] data, int offset, MarshalLimits limits)
      throws MarshalException {
    var reader =
        new MarshalReader<>(data, offset, data.length - offset, new ConstantFactory(), limits);
    if (!(reader.read() instanceof CodeObject code)) {
      throw MarshalException.type("not a code object");
    }
    return new Reading(code, reader.remaining());
  }

  /** The stream of a constant in the version that CPython 3.12 writes: the very bytes of CPython. */
  public static byte[] write(Constant value) throws MarshalException {
    return write(value, MarshalWriter.VERSION);
  }

  /** The stream of a constant in an older version. */
  public static byte[] write(Constant value, int version) throws MarshalException {
    return MarshalWriter.write(value, version, new ConstantDescriber());
  }

  /**
   * The stream of a code object that a program holds while it is written, as it does who writes a
   * {@code .pyc} file: CPython marks it then.
   */
  public static byte[] writeHeld(CodeObject code, int version) throws MarshalException {
    return MarshalWriter.write(code, version, new ConstantDescriber(code));
  }
}
