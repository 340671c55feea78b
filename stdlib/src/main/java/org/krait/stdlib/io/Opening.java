package org.krait.stdlib.io;

import java.nio.file.Path;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.Doors;
import org.krait.stdlib.os.OpenFiles;

/** How a {@code FileIO} comes by its descriptor: given, opened, or from the program's opener. */
final class Opening {
  private static final int PERMISSIONS = 0666;

  final FileMode mode;
  private final String modeText;
  private final PyObject file;
  private final boolean closefd;
  private final PyObject opener;
  private final int given;

  Opening(PyObject file, String modeText, boolean closefd, PyObject opener) {
    this.file = file;
    this.modeText = modeText;
    this.mode = FileMode.of(modeText);
    this.closefd = closefd;
    this.opener = opener == null ? PyNone.NONE : opener;
    this.given = isNumber(file) ? number(file) : -1;
    if (given < 0) {
      checkPath();
    }
  }

  private static boolean isNumber(PyObject file) {
    return file instanceof PyInt || file.type().special(Special.INDEX) != null;
  }

  private static int number(PyObject file) {
    int number = Arguments.toInt(file);
    if (number < 0) {
      throw Errors.valueError("negative file descriptor");
    }
    return number;
  }

  private void checkPath() {
    PyObject path = Objects.fsPath(file);
    boolean embedded =
        path instanceof PyStr text
            ? text.indexOf(0) >= 0
            : new String(((PyBytes) path).array(), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .indexOf(0)
                >= 0;
    if (embedded) {
      throw Errors.valueError("embedded null byte");
    }
  }

  /** Whether the descriptor is to be closed when something goes wrong. */
  boolean opened() {
    return given < 0;
  }

  FileHandle handle() {
    Descriptors descriptors = Descriptors.current();
    Doors.audit("open", file, PyStr.of(modeText), PyLong.of(mode.flags()));
    if (given >= 0) {
      return new FileHandle(descriptors, given, closefd, null);
    }
    if (!closefd) {
      throw Errors.valueError("Cannot use closefd=False with file name");
    }
    if (opener != PyNone.NONE) {
      return new FileHandle(descriptors, askOpener(), true, null);
    }
    OpenStreams.settle(file);
    Path path = OpenFiles.known(file);
    int fd = descriptors.add(OpenFiles.open(file, mode.flags(), PERMISSIONS));
    return new FileHandle(descriptors, fd, true, path);
  }

  private int askOpener() {
    PyObject answer = opener.call(file, PyLong.of(mode.flags()));
    if (!(answer instanceof PyInt)) {
      throw Errors.typeError("expected integer from opener");
    }
    int number = Arguments.toInt(answer);
    if (number < 0) {
      throw Errors.valueError("opener returned %d", number);
    }
    return number;
  }
}
