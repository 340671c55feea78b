package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;

/** What {@code os.scandir} gives. */
@BuiltinType(name = "ScandirIterator", module = "posix", subclassable = false, disallowNew = true)
public final class PyScandirIterator extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyScandirIteratorTable());

  private final PyObject folder;
  private final DirectoryStream<Path> stream;
  private final Iterator<Path> entries;
  private boolean closed;

  private PyScandirIterator(PyObject folder, DirectoryStream<Path> stream) {
    this.folder = folder;
    this.stream = stream;
    this.entries = stream.iterator();
  }

  static PyScandirIterator open(PyObject folder, Path path) {
    try {
      return new PyScandirIterator(folder, Files.newDirectoryStream(path));
    } catch (IOException e) {
      throw OsErrors.of(e, folder);
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    if (closed || !entries.hasNext()) {
      close();
      return null;
    }
    return new PyDirEntry(folder, entries.next());
  }

  @Method("__enter__(self, /)")
  PyObject enter() {
    return this;
  }

  @Method("__exit__(self, /, *args)")
  void exit(PyObject[] args) {
    close();
  }

  @Method("close(self, /)")
  void close() {
    if (!closed) {
      closed = true;
      try {
        stream.close();
      } catch (IOException e) {
        throw OsErrors.of(e, PyStr.of(folder.toString()));
      }
    }
  }
}
