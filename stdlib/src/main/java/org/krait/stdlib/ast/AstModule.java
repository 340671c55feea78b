package org.krait.stdlib.ast;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Value;
import org.krait.compiler.CompileOptions;
import org.krait.runtime.NativeModule;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyModule;
import org.krait.stdlib.builtins.AstBridge;

/** {@code _ast}: the classes of nodes. */
@BuiltinModule("_ast")
public final class AstModule implements NativeModule {
  @Value("PyCF_ONLY_AST")
  static final int ONLY_AST = 0x400;

  @Value("PyCF_TYPE_COMMENTS")
  static final int TYPE_COMMENTS = CompileOptions.TYPE_COMMENTS;

  @Value("PyCF_ALLOW_TOP_LEVEL_AWAIT")
  static final int ALLOW_TOP_LEVEL_AWAIT = CompileOptions.ALLOW_TOP_LEVEL_AWAIT;

  @Override
  public void exec(PyModule module) {
    ThreadState.current()
        .interpreter
        .service(AstBridge.Holder.class, AstBridge.Holder::new)
        .register(new Trees(new NodeClasses(module.dict())));
  }
}
