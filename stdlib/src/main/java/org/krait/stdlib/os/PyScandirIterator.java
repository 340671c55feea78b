package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyExceptions;

/** What {@code os.scandir} gives. */
@BuiltinType(name = "ScandirIterator", module = "posix", subclassable = false, disallowNew = true)
public final class PyScandirIterator extends PyObject implements Finalizers.Watched {
  public static final PyType TYPE = PyType.builtin(new PyScandirIteratorTable());

  private final PathArgument folder;
  private final DirectoryStream<Path> stream;
  private final Iterator<Path> entries;
  private NativeFolder nativeFolder;
  private boolean closed;
  private Object watch;
  private int place;

  private PyScandirIterator(
      PathArgument folder, DirectoryStream<Path> stream, NativeFolder nativeFolder) {
    this.folder = folder;
    this.stream = stream;
    this.entries = stream == null ? null : stream.iterator();
    this.nativeFolder = nativeFolder;
    Finalizers.watchLater(ThreadState.current(), this);
  }

  static PyScandirIterator open(PathArgument folder) {
    if (!folder.isForJava(KernelCalls.HERE)) {
      return new PyScandirIterator(folder, null, NativeFolder.open(folder));
    }
    try {
      return new PyScandirIterator(folder, OpenFiles.entries(folder.java()), null);
    } catch (IOException e) {
      throw OsErrors.of(e, folder.name());
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
  synchronized PyObject next() {
    if (!closed) {
      if (nativeFolder != null && nativeFolder.next()) {
        return new PyDirEntry(
            folder, nativeFolder.name(), nativeFolder.kind(), nativeFolder.inode());
      }
      if (entries != null && entries.hasNext()) {
        String name = entries.next().getFileName().toString();
        return new PyDirEntry(folder, name.getBytes(StandardCharsets.UTF_8), 0, 0);
      }
    }
    close();
    return null;
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
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Finalizers.forget(ThreadState.current(), this);
    if (nativeFolder != null) {
      nativeFolder.close();
      return;
    }
    try {
      stream.close();
    } catch (IOException e) {
      throw OsErrors.of(e, folder.name());
    }
  }

  @Method("__del__(self, /)")
  void dropped() {
    if (closed) {
      return;
    }
    try {
      Warnings.unclosed(this, "unclosed scandir iterator " + Objects.repr(this));
    } catch (PyException e) {
      Unraisable.report(e, null, this);
    }
    close();
  }

  @Override
  public void drop() {
    dropped();
  }

  @Override
  public Object watch() {
    return watch;
  }

  @Override
  public void setWatch(Object teller) {
    watch = teller;
  }

  @Override
  public int place() {
    return place;
  }

  @Override
  public void setPlace(int place) {
    this.place = place;
  }

  @Override
  public boolean isAwaited() {
    return false;
  }

  @Override
  public boolean isDone() {
    return closed;
  }
}
