package org.krait.stdlib.os;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyGenericAlias;

/** One entry of a folder, {@code os.DirEntry}; what it found out about the file it remembers. */
@BuiltinType(name = "DirEntry", module = "posix", subclassable = false, disallowNew = true, basicSize = 72)
public final class PyDirEntry extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyDirEntryTable());

  private final PathArgument folder;
  private final PyObject name;
  private final PyObject path;
  private final byte[] place;
  private final int kind;
  private final long inode;
  private PyObject status;
  private PyObject linkStatus;

  /**
   * An entry.
   *
   * @param kind the type bits of its mode, 0 when not known
   * @param inode 0 when not known
   */
  PyDirEntry(PathArgument folder, byte[] name, int kind, long inode) {
    this.folder = folder;
    this.kind = kind;
    this.inode = inode;
    this.name = folder.like(name);
    this.place = folder.isDescriptor() ? name : join(folder.bytes(), name);
    boolean nameOnly = folder.isDescriptor();
    boolean here = folder.name() == null;
    this.path = nameOnly ? this.name : folder.like(here ? join(new byte[] {'.'}, name) : place);
  }

  private static byte[] join(byte[] front, byte[] name) {
    boolean bare = front.length == 0 || front[front.length - 1] == '/';
    byte[] all = Arrays.copyOf(front, front.length + (bare ? 0 : 1) + name.length);
    if (!bare) {
      all[front.length] = '/';
    }
    System.arraycopy(name, 0, all, all.length - name.length, name.length);
    return all;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Getter(value = "name", member = true)
  PyObject getName() {
    return name;
  }

  @Getter(value = "path", member = true)
  PyObject getPath() {
    return path;
  }

  @Method("__fspath__(self, /)")
  PyObject fspath() {
    return path;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<DirEntry " + Objects.repr(name) + ">";
  }

  private PyObject status(boolean follow) {
    if (!follow) {
      if (linkStatus == null) {
        linkStatus = fetch(false);
      }
      return linkStatus;
    }
    if (status == null) {
      status = isSymlink() ? fetch(true) : status(false);
    }
    return status;
  }

  private PyObject fetch(boolean follow) {
    if (folder.isDescriptor()) {
      return PyStatResult.of(NativeStat.of(folder.kernel(), place, follow, path));
    }
    return PosixFiles.stat(path, null, follow);
  }

  private boolean is(int wanted, boolean follow) {
    if (kind != 0 && (!follow || kind != FileStatus.LINK)) {
      return kind == wanted;
    }
    try {
      return (PyStatResult.mode(status(follow)) & FileStatus.TYPE_MASK) == wanted;
    } catch (PyException e) {
      if (e.is(PyExceptions.FileNotFoundError)) {
        return false;
      }
      throw e;
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
    return status(follow);
  }

  @Method("inode(self, /)")
  long inode() {
    return inode != 0 ? inode : PyStatResult.inode(status(false));
  }

  @Method(value = "__class_getitem__(cls, object, /)", textSignature = false)
  static PyObject classGetItem(PyType cls, PyObject object) {
    return PyGenericAlias.of(cls, object);
  }
}
