package org.krait.runtime.codecs;

import java.util.Locale;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Text to bytes and back, by the name of an encoding. */
public final class Codecs {
  private static final int ENCODER = 0;
  private static final int DECODER = 1;

  private Codecs() {}

  /** Bytes as text; {@code errors} null for {@code strict}. */
  public static PyStr decode(byte[] bytes, String encoding, String errors) {
    PyStr text = builtinDecode(bytes, encoding, errors);
    return text != null ? text : decodeText(PyBytes.of(bytes), encoding, errors);
  }

  /** Text as bytes; {@code errors} null for {@code strict}. */
  public static byte[] encode(PyStr text, String encoding, String errors) {
    byte[] bytes = builtinEncode(text, encoding, errors);
    return bytes != null ? bytes : Buffers.bytes(encodeText(text, encoding, errors));
  }

  /** Decoding without the registry, or null for other encodings. */
  private static PyStr builtinDecode(byte[] bytes, String encoding, String errors) {
    return switch (key(encoding)) {
      case "utf8" -> Utf8.decode(bytes, errors);
      case "ascii" -> SingleByte.decodeAscii(bytes, errors);
      case "latin1" -> SingleByte.decodeLatin1(bytes);
      case "utf16" -> Utf16.decode(bytes, errors, 0);
      case "utf32" -> Utf32.decode(bytes, errors, 0);
      default -> null;
    };
  }

  private static byte[] builtinEncode(PyStr text, String encoding, String errors) {
    return switch (key(encoding)) {
      case "utf8" -> Utf8.encode(text, errors);
      case "ascii" -> SingleByte.encodeAscii(text, errors);
      case "latin1" -> SingleByte.encodeLatin1(text, errors);
      case "utf16" -> Utf16.encode(text, errors, 0);
      case "utf32" -> Utf32.encode(text, errors, 0);
      default -> null;
    };
  }

  /** One name for all spellings of the encodings that need no registry. */
  private static String key(String encoding) {
    return switch (encoding) {
      case "utf-8", "utf8", "UTF-8", "utf_8" -> "utf8";
      case "ascii", "us-ascii" -> "ascii";
      case "latin-1", "latin1", "iso-8859-1" -> "latin1";
      case "utf-16" -> "utf16";
      default ->
          switch (encoding.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8" -> "utf8";
            case "utf-16", "utf16" -> "utf16";
            case "utf-32", "utf32" -> "utf32";
            case "ascii", "us-ascii" -> "ascii";
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1" -> "latin1";
            default -> "";
          };
    };
  }

  /** {@code bytes.decode}: a bytes-like object as text. */
  public static PyStr decodeText(PyObject bytes, String encoding, String errors) {
    checkNames(encoding, errors);
    byte[] data = Buffers.bytes(bytes);
    PyStr text = data.length == 0 ? PyStr.EMPTY : builtinDecode(data, encoding, errors);
    if (text != null) {
      return text;
    }
    PyTuple codec = textCodec(encoding, "codecs.decode()");
    PyObject result = convert(codec, DECODER, bytes, errors, encoding);
    if (result instanceof PyStr decoded) {
      return decoded;
    }
    throw Errors.typeError(
        "'%s' decoder returned '%s' instead of 'str'; "
            + "use codecs.decode() to decode to arbitrary types",
        encoding, result.type().fullName());
  }

  /** {@code str.encode}: text as bytes. */
  public static PyObject encodeText(PyStr text, String encoding, String errors) {
    checkNames(encoding, errors);
    byte[] bytes = builtinEncode(text, encoding, errors);
    if (bytes != null) {
      return PyBytes.of(bytes);
    }
    PyTuple codec = textCodec(encoding, "codecs.encode()");
    PyObject result = convert(codec, ENCODER, text, errors, encoding);
    if (result instanceof PyByteArray array) {
      return PyBytes.of(array.copy());
    }
    if (result instanceof PyBytes) {
      return result;
    }
    throw Errors.typeError(
        "'%s' encoder returned '%s' instead of 'bytes'; "
            + "use codecs.encode() to encode to arbitrary types",
        encoding, result.type().fullName());
  }

  /** Names go through C: they have no null characters, and can be written in UTF-8. */
  static void checkName(String name) {
    int length = name == null ? 0 : name.length();
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c == 0) {
        throw Errors.valueError("embedded null character");
      }
      if (Character.isSurrogate(c)) {
        Utf8.encode(PyStr.ofUnits(name), "strict");
        return;
      }
    }
  }

  /** In development mode names are looked up though the text at hand may not need them. */
  private static void checkNames(String encoding, String errors) {
    boolean isUnusual = !encoding.equals("utf-8") && !encoding.equals("utf8") && !encoding.equals("ascii");
    if (!isUnusual && errors == null) {
      return;
    }
    checkName(encoding);
    checkName(errors);
    Interpreter interpreter = ThreadState.current().interpreter;
    if (!interpreter.options.devMode || interpreter.finalizing) {
      return;
    }
    if (isUnusual) {
      CodecRegistry.current().lookup(encoding);
    }
    if (errors != null) {
      CodecRegistry.current().errorHandler(errors);
    }
  }

  /** In development mode the handler of errors is looked up before there is one. */
  public static void checkHandler(String errors) {
    Interpreter interpreter = ThreadState.current().interpreter;
    if (interpreter.options.devMode && !interpreter.finalizing) {
      CodecRegistry.current().errorHandler(errors);
    }
  }

  private static PyTuple textCodec(String encoding, String alternative) {
    PyTuple codec = CodecRegistry.current().lookup(encoding);
    if (codec.getClass() != PyTuple.class) {
      PyObject isText = Attributes.getOrNull(codec, "_is_text_encoding");
      if (isText != null && !Objects.isTrue(isText)) {
        throw Errors.make(
            PyExceptions.LookupError,
            "'%s' is not a text encoding; use %s to handle arbitrary codecs",
            encoding, alternative);
      }
    }
    return codec;
  }

  /** {@code codecs.encode(object, encoding, errors)}. */
  public static PyObject encodeAny(PyObject object, String encoding, String errors) {
    return convert(CodecRegistry.current().lookup(encoding), ENCODER, object, errors, encoding);
  }

  /** {@code codecs.decode(object, encoding, errors)}. */
  public static PyObject decodeAny(PyObject object, String encoding, String errors) {
    return convert(CodecRegistry.current().lookup(encoding), DECODER, object, errors, encoding);
  }

  private static PyObject convert(
      PyTuple codec, int which, PyObject object, String errors, String encoding) {
    PyObject result;
    try {
      PyObject function = codec.get(which);
      result = errors == null ? function.call(object) : function.call(object, PyStr.of(errors));
    } catch (PyException e) {
      throw withNote(e, which == ENCODER ? "encoding" : "decoding", encoding);
    }
    if (result instanceof PyTuple pair && pair.size() == 2) {
      return pair.get(0);
    }
    throw Errors.typeError(
        "%s must return a tuple (object, integer)", which == ENCODER ? "encoder" : "decoder");
  }

  /** Says in a note which codec failed, as the traceback of a call in Java would not. */
  private static PyException withNote(PyException e, String operation, String encoding) {
    PyStr note =
        PyStr.of(String.format("%s with '%s' codec failed", operation, encoding));
    Attributes.get(e.value(), "add_note").call(note);
    return e;
  }
}
