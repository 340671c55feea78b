package org.krait.stdlib.random;

import org.krait.annotations.BuiltinModule;

/** {@code _random}. */
@BuiltinModule(
    value = "_random",
    types = {PyRandom.class},
    doc = "Module implements the Mersenne Twister random number generator.")
public final class RandomModule {
  private RandomModule() {}
}
