package org.krait.stdlib.struct;

import java.nio.ByteBuffer;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code struct.Struct}. */
@BuiltinType(name = "Struct", module = "_struct", weakReferences = true)
public final class PyStruct extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyStructTable());

  /** {@code struct.error}. */
  public static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("struct", "error", PyExceptions.Exception));

  private static final int BASE_SIZE = 56;
  private static final int FIELD_SIZE = 32;

  private StructFormat format;
  private String text;

  private PyStruct(PyType cls) {
    super(cls);
  }

  static PyException error(String message, Object... args) {
    return Errors.make(ERROR, message, args);
  }

  /** A struct for the functions of the module. */
  static PyStruct of(PyObject format) {
    PyStruct struct = new PyStruct(TYPE);
    struct.init(format);
    return struct;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyStruct(cls);
  }

  @Method("__init__(self, format)")
  void init(PyObject source) {
    // Not a switch over types: its first use costs the many processes that import zipfile some milliseconds.
    if (!(source instanceof PyStr || source instanceof PyBytes)) {
      throw Errors.typeError("Struct() argument 1 must be a str or bytes object, not %s", source.type().fullName());
    }
    String parsed = source instanceof PyStr s ? ascii(s) : latin1((PyBytes) source);
    format = new StructFormat(parsed);
    text = parsed;
  }

  private static String ascii(PyStr source) {
    PyObject encode = Attributes.get(source, PyStr.interned("encode"));
    return latin1((PyBytes) encode.call(PyStr.of("ascii")));
  }

  private static String latin1(PyBytes source) {
    return new String(source.array(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private StructFormat format() {
    if (format == null) {
      throw Errors.runtimeError("Struct object is not initialized");
    }
    return format;
  }

  @Getter("format")
  String formatText() {
    format();
    return text;
  }

  @Getter("size")
  int size() {
    return format().size;
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  int sizeOf() {
    return BASE_SIZE + FIELD_SIZE * (format().fields.length + 1);
  }

  // ---- packing

  @Method(value = "pack(self, /, *values)", textSignature = false)
  PyObject pack(PyObject[] values) {
    return pack(values, 0);
  }

  PyObject pack(PyObject[] values, int first) {
    StructFormat layout = format();
    checkCount("pack", values.length - first);
    byte[] bytes = new byte[layout.size];
    Packer.pack(layout, ByteBuffer.wrap(bytes).order(layout.order), 0, values, first);
    return PyBytes.of(bytes);
  }

  private void checkCount(String function, int given) {
    if (given != format.values) {
      throw error("%s expected %d items for packing (got %d)", function, format.values, given);
    }
  }

  @Method(value = "pack_into(self, /, *args)", textSignature = false)
  void packInto(PyObject[] args) {
    packInto(args, 0);
  }

  /** Packs into a buffer; the arguments from {@code first} on are buffer, offset and values. */
  void packInto(PyObject[] args, int first) {
    StructFormat layout = format();
    if (args.length < first + 2) {
      throw args.length == first
          ? error("pack_into expected buffer argument")
          : error("pack_into expected offset argument");
    }
    checkCount("pack_into", args.length - first - 2);
    try (Buffer buffer = writable(args[first])) {
      int start = place("pack", buffer.length(), args[first + 1]);
      ByteBuffer memory = buffer.memory().duplicate().order(layout.order);
      // Values are converted before anything is written.
      byte[] bytes = new byte[layout.size];
      Packer.pack(layout, ByteBuffer.wrap(bytes).order(layout.order), 0, args, first + 2);
      memory.put(buffer.offset() + start, bytes);
    }
  }

  private static Buffer writable(PyObject target) {
    try {
      return Buffers.get(target, BufferFlags.WRITABLE);
    } catch (PyException e) {
      throw e.is(PyExceptions.TypeError) || e.is(PyExceptions.BufferError)
          ? Errors.typeError(
              "argument must be read-write bytes-like object, not %s", target.type().fullName())
          : e;
    }
  }

  /** The checked start of a structure in a buffer. */
  private int place(String verb, int length, PyObject offset) {
    long start = org.krait.runtime.Arguments.toLong(offset);
    boolean packing = verb.equals("pack");
    if (start < 0) {
      if (start + format.size > 0) {
        throw packing
            ? error("no space to pack %d bytes at offset %d", format.size, start)
            : error("not enough data to unpack %d bytes at offset %d", format.size, start);
      }
      if (start + length < 0) {
        throw error("offset %d out of range for %d-byte buffer", start, length);
      }
      start += length;
    }
    if (length - start < format.size) {
      throw error(
          "%s requires a buffer of at least %s bytes for %sing %d bytes at offset %d"
              + " (actual buffer size is %d)",
          packing ? "pack_into" : "unpack_from", Long.toUnsignedString(format.size + start), verb,
          format.size, start, length);
    }
    return (int) start;
  }

  // ---- unpacking

  @Method("unpack(self, buffer, /)")
  PyObject unpack(PyObject source) {
    StructFormat layout = format();
    if (source.getClass() == PyBytes.class) {
      byte[] bytes = ((PyBytes) source).array();
      checkLength(bytes.length);
      return Unpacker.unpack(layout, ByteBuffer.wrap(bytes).order(layout.order), 0);
    }
    try (Buffer buffer = Buffers.get(source, BufferFlags.SIMPLE)) {
      checkLength(buffer.length());
      return unpackAt(buffer, 0);
    }
  }

  private void checkLength(int length) {
    if (length != format.size) {
      throw error("unpack requires a buffer of %d bytes", format.size);
    }
  }

  PyTuple unpackAt(Buffer buffer, int start) {
    ByteBuffer memory = buffer.memory().duplicate().order(format.order);
    return Unpacker.unpack(format, memory, buffer.offset() + start);
  }

  @Method("unpack_from(self, /, buffer, offset=0)")
  PyObject unpackFrom(PyObject source, PyObject offset) {
    format();
    try (Buffer buffer = Buffers.get(source, BufferFlags.SIMPLE)) {
      return unpackAt(buffer, place("unpack", buffer.length(), offset));
    }
  }

  @Method("iter_unpack(self, buffer, /)")
  PyObject iterUnpack(PyObject source) {
    int size = format().size;
    if (size == 0) {
      throw error("cannot iteratively unpack with a struct of length 0");
    }
    Buffer buffer = Buffers.get(source, BufferFlags.SIMPLE);
    if (buffer.length() % size != 0) {
      buffer.close();
      throw error("iterative unpacking requires a buffer of a multiple of %d bytes", size);
    }
    return new PyUnpackIterator(this, buffer);
  }
}
