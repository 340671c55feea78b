package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.SliceBounds;
import org.krait.stdlib.libc.Native;

/** {@code sqlite3.Blob}: the bytes of one value, read and written in place. */
@BuiltinType(
    name = "Blob",
    module = "sqlite3",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    weakReferences = true,
    basicSize = 48)
final class PyBlob extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyBlobTable());

  private static final Sqlite OPEN = new Sqlite("blob_open");
  private static final Sqlite CLOSE = new Sqlite("blob_close");
  private static final Sqlite BYTES = new Sqlite("blob_bytes");
  private static final Sqlite READ = new Sqlite("blob_read");
  private static final Sqlite WRITE = new Sqlite("blob_write");
  private static final int ABORT = 4;

  private final PyConnection connection;

  /** 0 when it is closed. */
  private long blob;

  private int offset;

  private PyBlob(PyConnection connection, long blob) {
    this.connection = connection;
    this.blob = blob;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  static PyBlob open(
      PyConnection connection,
      PyStr table,
      PyStr column,
      PyObject row,
      boolean readOnly,
      PyStr name) {
    if (!(row instanceof PyInt number)) {
      throw Errors.typeError("'%s' object cannot be interpreted as an integer", row.type().fullName());
    }
    long id = Values.integer(number);
    try (Arena arena = Arena.ofConfined()) {
      long place = arena.allocate(8, 8).address();
      int code =
          OPEN.callInt(
              connection.database(),
              Values.name(arena, name),
              Values.name(arena, table),
              Values.name(arena, column),
              id,
              readOnly ? 0 : 1,
              place);
      if (code != Sqlite.OK) {
        throw connection.failed();
      }
      PyBlob made = new PyBlob(connection, Native.at(place, 8).get(Native.LONG, 0));
      connection.own(made);
      return made;
    }
  }

  private void check() {
    connection.check();
    if (blob == 0) {
      throw SqliteErrors.programming("Cannot operate on a closed blob.");
    }
  }

  void closeQuietly() {
    if (blob != 0) {
      CLOSE.call(blob);
      blob = 0;
    }
  }

  @Method("close(self, /)")
  void close() {
    connection.check();
    closeQuietly();
  }

  @Method("__enter__(self, /)")
  PyObject enter() {
    check();
    return this;
  }

  @Method("__exit__(self, type, val, tb, /)")
  boolean exit(PyObject type, PyObject value, PyObject traceback) {
    check();
    closeQuietly();
    return false;
  }

  @Method("__len__(self, /)")
  int length() {
    check();
    return size();
  }

  private int size() {
    return BYTES.callInt(blob);
  }

  private PyException failed(int code) {
    return code == ABORT
        ? Errors.make(SqliteErrors.OPERATIONAL_ERROR, "Cannot operate on an expired blob handle")
        : connection.failed();
  }

  private byte[] bytes(int length, int from) {
    try (Arena arena = Arena.ofConfined()) {
      var memory = arena.allocate(Math.max(1, length));
      int code = READ.callInt(blob, memory.address(), length, from);
      if (code != Sqlite.OK) {
        throw failed(code);
      }
      return Native.copy(memory, 0, length);
    }
  }

  private void put(byte[] bytes, int from) {
    try (Arena arena = Arena.ofConfined()) {
      long address = Native.bytes(arena, bytes, 0, bytes.length).address();
      int code = WRITE.callInt(blob, address, bytes.length, from);
      if (code != Sqlite.OK) {
        throw failed(code);
      }
    }
  }

  @Method("read(self, length=-1, /)")
  PyObject read(int length) {
    check();
    int most = size() - offset;
    int count = length < 0 || length > most ? most : length;
    if (count == 0) {
      return PyBytes.EMPTY;
    }
    byte[] bytes = bytes(count, offset);
    offset += count;
    return PyBytes.of(bytes);
  }

  @Method("write(self, data, /)")
  void write(PyObject data) {
    check();
    byte[] bytes = Buffers.copy(data);
    if (bytes.length > size() - offset) {
      throw Errors.valueError("data longer than blob length");
    }
    put(bytes, offset);
    offset += bytes.length;
  }

  @Method("seek(self, offset, origin=0, /)")
  void seek(int to, int origin) {
    check();
    long base =
        switch (origin) {
          case 0 -> 0;
          case 1 -> offset;
          case 2 -> size();
          default -> throw Errors.valueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END");
        };
    long place = base + to;
    if (place > Integer.MAX_VALUE) {
      throw Errors.overflowError("seek offset results in overflow");
    }
    if (place < 0 || place > size()) {
      throw Errors.valueError("offset out of blob range");
    }
    offset = (int) place;
  }

  @Method("tell(self, /)")
  PyObject tell() {
    check();
    return PyLong.of(offset);
  }

  private int place(PyObject key) {
    long index = Subscripts.index(key);
    long at = index < 0 ? index + size() : index;
    if (at < 0 || at >= size()) {
      throw Errors.indexError("Blob index out of range");
    }
    return (int) at;
  }

  private static PyException badIndex() {
    return Errors.typeError("Blob indices must be integers");
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    check();
    if (Subscripts.isIndex(key)) {
      return PyLong.of(bytes(1, place(key))[0] & 0xff);
    }
    if (!(key instanceof PySlice slice)) {
      throw badIndex();
    }
    SliceBounds range = slice.bounds().within(size());
    int count = range.length();
    if (count == 0) {
      return PyBytes.EMPTY;
    }
    if (range.step() == 1) {
      return PyBytes.of(bytes(count, (int) range.start()));
    }
    byte[] chosen = new byte[count];
    byte[] all = bytes(size(), 0);
    for (int i = 0; i < count; i++) {
      chosen[i] = all[(int) (range.start() + i * range.step())];
    }
    return PyBytes.of(chosen);
  }

  @Method("__setitem__(self, key, value, /)")
  void setItem(PyObject key, PyObject value) {
    check();
    if (Subscripts.isIndex(key)) {
      setByte(key, value);
    } else if (key instanceof PySlice slice) {
      setSlice(slice.bounds().within(size()), value);
    } else {
      throw badIndex();
    }
  }

  private void setByte(PyObject key, PyObject value) {
    int at = place(key);
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError(
          "'%s' object cannot be interpreted as an integer", value.type().fullName());
    }
    if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
      throw Errors.valueError("byte must be in range(0, 256)");
    }
    put(new byte[] {(byte) number.longValue()}, at);
  }

  private void setSlice(SliceBounds range, PyObject value) {
    int count = range.length();
    byte[] bytes = Buffers.copy(value);
    if (bytes.length != count) {
      throw Errors.indexError("Blob slice assignment is wrong size");
    }
    if (count == 0) {
      return;
    }
    if (range.step() == 1) {
      put(bytes, (int) range.start());
      return;
    }
    byte[] all = bytes(size(), 0);
    for (int i = 0; i < count; i++) {
      all[(int) (range.start() + i * range.step())] = bytes[i];
    }
    put(all, 0);
  }

  @Method("__delitem__(self, key, /)")
  void delItem(PyObject key) {
    check();
    if (Subscripts.isIndex(key)) {
      throw Errors.typeError("Blob doesn't support item deletion");
    }
    if (key instanceof PySlice) {
      throw Errors.typeError("Blob doesn't support slice deletion");
    }
    throw badIndex();
  }
}
