package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.file.Path;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyGenericAlias;
import org.krait.runtime.types.PyStr;

/** One entry of a folder, {@code os.DirEntry}; what it found out about the file it remembers. */
@BuiltinType(name = "DirEntry", module = "os", subclassable = false, disallowNew = true)
public final class PyDirEntry extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyDirEntryTable());

  private final PyObject folder;
  private final Path path;
  private FileStatus status;
  private FileStatus linkStatus;

  PyDirEntry(PyObject folder, Path path) {
    this.folder = folder;
    this.path = path;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Getter(value = "name", member = true)
  PyObject getName() {
    return Paths.like(folder, path.getFileName().toString());
  }

  @Getter(value = "path", member = true)
  PyObject getPath() {
    String front =
        folder instanceof PyBytes bytes
            ? new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8)
            : Objects.fsPath(folder).toString();
    String separator = front.isEmpty() || front.endsWith("/") ? "" : "/";
    return Paths.like(folder, front + separator + path.getFileName());
  }

  @Method("__fspath__(self, /)")
  PyObject fspath() {
    return getPath();
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<DirEntry " + Objects.repr(getName()) + ">";
  }

  private FileStatus status(boolean follow) throws IOException {
    if (linkStatus == null) {
      linkStatus = JavaStat.of(path, false);
    }
    if (!follow || (linkStatus.mode() & FileStatus.TYPE_MASK) != FileStatus.LINK) {
      return linkStatus;
    }
    if (status == null) {
      status = JavaStat.of(path, true);
    }
    return status;
  }

  private boolean is(int kind, boolean follow) {
    try {
      return (status(follow).mode() & FileStatus.TYPE_MASK) == kind;
    } catch (IOException e) {
      PyException error = OsErrors.of(e, getPath());
      if (error.is(PyExceptions.FileNotFoundError)) {
        return false;
      }
      throw error;
    }
  }

  @Method("is_dir(self, /, *, follow_symlinks=True)")
  boolean isDir(boolean follow) {
    return is(FileStatus.DIRECTORY, follow);
  }

  @Method("is_file(self, /, *, follow_symlinks=True)")
  boolean isFile(boolean follow) {
    return is(FileStatus.REGULAR, follow);
  }

  @Method("is_symlink(self, /)")
  boolean isSymlink() {
    return is(FileStatus.LINK, false);
  }

  @Method("is_junction(self, /)")
  boolean isJunction() {
    return false;
  }

  @Method("stat(self, /, *, follow_symlinks=True)")
  PyObject stat(boolean follow) {
    try {
      return PyStatResult.of(status(follow));
    } catch (IOException e) {
      throw OsErrors.of(e, getPath());
    }
  }

  @Method("inode(self, /)")
  long inode() {
    try {
      return status(false).inode();
    } catch (IOException e) {
      throw OsErrors.of(e, getPath());
    }
  }

  @Method("__class_getitem__(cls, object, /)")
  static PyObject classGetItem(PyType cls, PyObject object) {
    return PyGenericAlias.of(cls, object);
  }

  @Override
  public String toString() {
    return PyStr.of(path.toString()).toString();
  }
}
