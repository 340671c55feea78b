package org.krait.stdlib.io;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.CodecRegistry;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The codec of a text stream: an {@link Encoding}, or else what the registry has for the name. */
final class TextCodec {
  final String name;
  final String errors;
  final Encoding builtin;
  private final PyTuple registered;

  TextCodec(String name, String errors) {
    this.name = name;
    this.errors = errors;
    Encoding known = Encoding.of(name);
    registered = known == null ? lookup(name) : null;
    builtin = known != null ? known : builtinOf(registered);
  }

  private static PyTuple lookup(String name) {
    PyTuple codec = CodecRegistry.current().lookup(name);
    PyObject isText = Attributes.getOrNull(codec, "_is_text_encoding");
    if (isText != null && !Objects.isTrue(isText)) {
      throw Errors.make(
          PyExceptions.LookupError,
          "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs",
          name);
    }
    return codec;
  }

  /** An alias of a builtin encoding. */
  private static Encoding builtinOf(PyTuple codec) {
    PyObject name = Attributes.getOrNull(codec, "name");
    return name instanceof PyStr text ? Encoding.of(text.toString()) : null;
  }

  StreamDecoder decoder(NewlineRule newline) {
    StreamDecoder decoder =
        builtin != null
            ? new StreamDecoder.Builtin(builtin, errors)
            : new StreamDecoder.Python(make("incrementaldecoder"));
    return newline.isUniversal()
        ? new StreamDecoder.Universal(decoder, newline.translatesReading())
        : decoder;
  }

  StreamEncoder encoder() {
    return builtin != null
        ? new StreamEncoder.Builtin(builtin, errors)
        : new StreamEncoder.Python(make("incrementalencoder"));
  }

  private PyObject make(String kind) {
    PyObject maker = Attributes.get(registered, kind);
    if (maker == PyNone.NONE) {
      throw Errors.make(PyExceptions.LookupError, "%s", name);
    }
    return maker.call(PyStr.of(errors));
  }
}
