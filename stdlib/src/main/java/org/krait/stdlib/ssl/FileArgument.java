package org.krait.stdlib.ssl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.os.Paths;

/** Files that arguments name. */
final class FileArgument {
  private FileArgument() {}

  /** The path, null for None. */
  static Path orNone(PyObject value, String parameter) {
    if (value == PyNone.NONE) {
      return null;
    }
    String text;
    try {
      text = Paths.text(value, "");
    } catch (PyException e) {
      if (e.is(PyExceptions.TypeError)) {
        throw Errors.typeError("%s should be a valid filesystem path", parameter);
      }
      throw e;
    }
    return text.isEmpty() ? Path.of("") : Paths.resolve(text);
  }

  /** The contents; errors do not name the file, as OpenSSL's do not. */
  static byte[] read(Path file) {
    return read(file, null);
  }

  static byte[] read(Path file, PyObject name) {
    try {
      if (file.toString().isEmpty()) {
        throw OsErrors.make(OsErrors.ENOENT, name);
      }
      if (Files.isDirectory(file)) {
        throw OsErrors.make(OsErrors.EISDIR, name);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw OsErrors.of(e, name);
    }
  }
}
