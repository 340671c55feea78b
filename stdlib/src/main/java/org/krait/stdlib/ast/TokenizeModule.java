package org.krait.stdlib.ast;

import org.krait.annotations.BuiltinModule;

/** {@code _tokenize}. */
@BuiltinModule(
    value = "_tokenize",
    types = {PyTokenizerIter.class})
public final class TokenizeModule {
  private TokenizeModule() {}
}
