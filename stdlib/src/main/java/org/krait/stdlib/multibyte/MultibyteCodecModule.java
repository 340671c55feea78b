package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinModule;

/** The module {@code _multibytecodec}. */
@BuiltinModule(
    value = "_multibytecodec",
    types = {
      PyIncrementalEncoder.class,
      PyIncrementalDecoder.class,
      PyStreamReader.class,
      PyStreamWriter.class
    })
public final class MultibyteCodecModule {
  private MultibyteCodecModule() {}
}
