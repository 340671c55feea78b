package org.krait.stdlib.os;

import java.nio.file.Path;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Libc;

/**
 * An argument that names a file: by a path, or, where a function allows it, by a descriptor or not at all.
 *
 * @param object what {@code __fspath__} made of it, for errors and events
 * @param bytes of the path, null for a descriptor
 * @param number the descriptor, -1 for a path
 * @param asBytes whether the path is {@code bytes}, so that names found there are
 */
record PathArgument(PyObject object, byte[] bytes, int number, boolean asBytes) {
  private static final byte[] HERE = {'.'};
  private static final int PATH = 0;
  private static final int DESCRIPTOR = 1;
  private static final int NONE = 2;
  private static final String[] WANTED = {
    "string, bytes or os.PathLike",
    "string, bytes, os.PathLike or integer",
    "string, bytes, os.PathLike or None",
    "string, bytes, os.PathLike, integer or None"
  };

  /** Whether Java's names of files are UTF-8, as Python's are. */
  private static final boolean JAVA_IS_UTF8 =
      "UTF-8".equals(System.getProperty("sun.jnu.encoding"));

  /** The parameter {@code path} of a function. */
  static PathArgument of(PyObject value, String function) {
    return of(value, function, "path", PATH);
  }

  /** A parameter with another name. */
  static PathArgument of(PyObject value, String function, String parameter) {
    return of(value, function, parameter, PATH);
  }

  /** The parameter {@code path}, which may be a descriptor. */
  static PathArgument orDescriptor(PyObject value, String function) {
    return of(value, function, "path", DESCRIPTOR);
  }

  /** The parameter {@code path}, which may be a descriptor, or None for the working directory. */
  static PathArgument orNone(PyObject value, String function) {
    return of(value, function, "path", DESCRIPTOR | NONE);
  }

  private static PathArgument of(PyObject value, String function, String parameter, int allowed) {
    if (value == PyNone.NONE && (allowed & NONE) != 0) {
      return new PathArgument(PyNone.NONE, HERE, -1, false);
    }
    if ((allowed & DESCRIPTOR) != 0 && value.type().special(Special.INDEX) != null) {
      return new PathArgument(value, null, descriptor(value), false);
    }
    PyObject plain = value;
    if (!(value instanceof PyStr || value instanceof PyBytes)) {
      if (SpecialCalls.lookup(value, Special.FSPATH) == null) {
        throw Errors.typeError(
            "%s: %s should be %s, not %s", function, parameter, WANTED[allowed], value.type().fullName());
      } else {
        plain = Objects.fsPath(value);
      }
    }
    byte[] bytes =
        plain instanceof PyStr text
            ? Utf8.encode(text, "surrogateescape")
            : ((PyBytes) plain).array();
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError("embedded null byte");
      }
    }
    return new PathArgument(plain, bytes, -1, plain instanceof PyBytes);
  }

  /** An integer as C takes descriptors. */
  private static int descriptor(PyObject value) {
    PyInt number = Arguments.index(value);
    if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
      throw Errors.overflowError(
          number.signum() < 0 ? "fd is less than minimum" : "fd is greater than maximum");
    }
    return (int) number.longValue();
  }

  /** The kernel's descriptor for {@code dir_fd}. */
  static int directory(PyObject value) {
    if (value == null || value == PyNone.NONE) {
      return KernelCalls.HERE;
    }
    if (value.type().special(Special.INDEX) == null) {
      throw Errors.typeError(
          "argument should be integer or None, not %s", value.type().fullName());
    }
    int number = descriptor(value);
    return number == KernelCalls.HERE ? number : Descriptors.current().kernel(number);
  }

  boolean isDescriptor() {
    return bytes == null;
  }

  /** The kernel's descriptor of one given by number; the error names it. To C, -1 is no path either. */
  int kernel() {
    if (number == -1) {
      throw OsErrors.make(OsErrors.EFAULT, object);
    }
    try {
      return Descriptors.current().kernel(number);
    } catch (PyException e) {
      throw named(e);
    }
  }

  /** The same error with the argument in it. */
  PyException named(PyException e) {
    int error = OsErrors.numberOf(e);
    return error == 0 ? e : OsErrors.make(error, name());
  }

  /** What errors call it; null when nothing was given. */
  PyObject name() {
    return object == PyNone.NONE ? null : object;
  }

  /** Whether Java can do it: the link to the C library is not made, and the path is one it can name. */
  boolean isForJava(int directory) {
    if (Libc.isReady() || directory != KernelCalls.HERE || bytes == null || bytes.length == 0) {
      return false;
    }
    for (byte b : bytes) {
      if (b < 0) {
        return JAVA_IS_UTF8 && java.util.Arrays.equals(
            new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
            bytes);
      }
    }
    return true;
  }

  /** The path for Java, when {@link #isForJava}. */
  Path java() {
    return Paths.resolve(text());
  }

  String text() {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A name in the type in which the path was given. */
  PyObject like(byte[] name) {
    return asBytes ? PyBytes.of(name) : Utf8.decode(name, "surrogateescape");
  }
}
