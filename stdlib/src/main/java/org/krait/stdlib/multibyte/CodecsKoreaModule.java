package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _codecs_kr}: encodings of Korean. */
@BuiltinModule("_codecs_kr")
public final class CodecsKoreaModule {
  private CodecsKoreaModule() {}

  @Function("getcodec(encoding, /)")
  static PyObject getCodec(PyObject name) {
    return PyMultibyteCodec.named(name, "euc_kr", "cp949", "johab");
  }
}
