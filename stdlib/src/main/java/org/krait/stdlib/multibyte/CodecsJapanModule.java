package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _codecs_jp}: encodings of Japanese. */
@BuiltinModule("_codecs_jp")
public final class CodecsJapanModule {
  private CodecsJapanModule() {}

  @Function("getcodec(encoding, /)")
  static PyObject getCodec(PyObject name) {
    return PyMultibyteCodec.named(
        name,
        "shift_jis",
        "cp932",
        "euc_jp",
        "shift_jis_2004",
        "euc_jis_2004",
        "shift_jisx0213",
        "euc_jisx0213");
  }
}
