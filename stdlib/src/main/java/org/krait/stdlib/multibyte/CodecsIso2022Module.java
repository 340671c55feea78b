package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _codecs_iso2022}: encodings in seven bits, with escape sequences. */
@BuiltinModule("_codecs_iso2022")
public final class CodecsIso2022Module {
  private CodecsIso2022Module() {}

  @Function("getcodec(encoding, /)")
  static PyObject getCodec(PyObject name) {
    return PyMultibyteCodec.named(
        name,
        "iso2022_kr",
        "iso2022_jp",
        "iso2022_jp_1",
        "iso2022_jp_2",
        "iso2022_jp_2004",
        "iso2022_jp_3",
        "iso2022_jp_ext");
  }
}
