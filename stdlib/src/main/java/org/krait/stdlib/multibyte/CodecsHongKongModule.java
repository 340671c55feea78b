package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _codecs_hk}: the encoding of Hong Kong. */
@BuiltinModule("_codecs_hk")
public final class CodecsHongKongModule {
  private CodecsHongKongModule() {}

  @Function("getcodec(encoding, /)")
  static PyObject getCodec(PyObject name) {
    return PyMultibyteCodec.named(name, "big5hkscs");
  }
}
