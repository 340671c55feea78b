package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _codecs_tw}: encodings of traditional Chinese. */
@BuiltinModule("_codecs_tw")
public final class CodecsTaiwanModule {
  private CodecsTaiwanModule() {}

  @Function("getcodec(encoding, /)")
  static PyObject getCodec(PyObject name) {
    return PyMultibyteCodec.named(name, "big5", "cp950");
  }
}
