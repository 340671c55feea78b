package org.krait.stdlib.ssl;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The password of an encrypted key: given, or to be asked for when it is needed. */
final class KeyPassword implements Supplier<byte[]> {
  private static final int LONGEST = 1024;

  private final PyObject callback;
  private byte[] known;

  KeyPassword(PyObject given) {
    boolean none = given == PyNone.NONE;
    callback = !none && given.type().special(Special.CALL) != null ? given : null;
    if (!none && callback == null) {
      known = bytes(given, "password should be a string or callable");
    }
  }

  private static byte[] bytes(PyObject value, String otherwise) {
    if (value instanceof PyStr text) {
      return Utf8.encode(text, "strict");
    }
    if (value instanceof PyBytes || value instanceof PyByteArray) {
      return Buffers.copy(value);
    }
    throw Errors.typeError("%s", otherwise);
  }

  @Override
  public byte[] get() {
    if (callback != null) {
      known = bytes(callback.call(), "password callback must return a string");
    }
    if (known == null) {
      // CPython lets OpenSSL ask at the terminal; here a password has to be given.
      return "".getBytes(StandardCharsets.UTF_8);
    }
    if (known.length > LONGEST) {
      throw Errors.valueError("password cannot be longer than %d bytes", LONGEST);
    }
    return known;
  }
}
