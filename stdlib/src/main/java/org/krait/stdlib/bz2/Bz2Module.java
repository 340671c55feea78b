package org.krait.stdlib.bz2;

import org.krait.annotations.BuiltinModule;

/** The module {@code _bz2}. */
@BuiltinModule(
    value = "_bz2",
    types = {PyBz2Compressor.class, PyBz2Decompressor.class})
public final class Bz2Module {
  private Bz2Module() {}
}
