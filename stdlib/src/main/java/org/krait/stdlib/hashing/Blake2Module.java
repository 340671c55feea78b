package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinModule;

/** The module {@code _blake2}. */
@BuiltinModule(value = "_blake2", types = {PyBlake2b.class, PyBlake2s.class})
public final class Blake2Module {
  private Blake2Module() {}
}
