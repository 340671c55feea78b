package org.krait.stdlib.os;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;

/**
 * Paths as Python writes them: {@code str} (with undecodable bytes as lone surrogates) or {@code bytes},
 * relative ones from the interpreter's own working directory.
 */
public final class Paths {
  private Paths() {}

  /** The Java path of a Python path. */
  public static Path of(PyObject path, String function) {
    return resolve(text(path, function));
  }

  /** The text of a Python path, checked for null characters. */
  public static String text(PyObject path, String function) {
    if (path instanceof PyInt) {
      throw Errors.typeError(
          "%s: path should be string, bytes or os.PathLike, not int", function);
    }
    PyObject plain;
    if (path instanceof PyStr || path instanceof PyBytes) {
      plain = path;
    } else if (org.krait.runtime.SpecialCalls.lookup(path, org.krait.runtime.Special.FSPATH) == null) {
      throw Errors.typeError(
          "%s: path should be string, bytes or os.PathLike, not %s",
          function, path.type().fullName());
    } else {
      plain = Objects.fsPath(path);
    }
    String text =
        plain instanceof PyStr s
            ? s.toString()
            : new String(((PyBytes) plain).array(), StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null %s", plain instanceof PyStr ? "character" : "byte");
    }
    return text;
  }

  /** A path from the working directory. */
  public static Path resolve(String text) {
    if (text.isEmpty()) {
      throw OsErrors.make(OsErrors.ENOENT, PyStr.EMPTY);
    }
    try {
      Path path = Path.of(text);
      return path.isAbsolute() ? path : WorkingDirectory.current().resolve(path);
    } catch (InvalidPathException e) {
      throw OsErrors.make(OsErrors.EINVAL, PyStr.of(text));
    }
  }

  /** A path as it stands; null for names of bytes that Java cannot hold. */
  public static Path orNull(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** A name in the type in which the caller gave the path. */
  public static PyObject like(PyObject path, String name) {
    return path instanceof PyBytes
        ? PyBytes.of(name.getBytes(StandardCharsets.UTF_8))
        : PyStr.of(name);
  }
}
