package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _codecs_cn}: encodings of simplified Chinese. */
@BuiltinModule("_codecs_cn")
public final class CodecsChinaModule {
  private CodecsChinaModule() {}

  @Function("getcodec(encoding, /)")
  static PyObject getCodec(PyObject name) {
    return PyMultibyteCodec.named(name, "gb2312", "gbk", "gb18030", "hz");
  }
}
