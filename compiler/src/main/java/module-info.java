/** From a syntax tree to code objects, exactly those of CPython 3.12.1. */
module org.krait.compiler {
  requires transitive org.krait.syntax;
  requires transitive org.krait.bytecode;

  exports org.krait.compiler;
  exports org.krait.compiler.assemble;
  exports org.krait.compiler.codegen;
  exports org.krait.compiler.diagnostics;
  exports org.krait.compiler.flow;
  exports org.krait.compiler.fold;
  exports org.krait.compiler.ir;
  exports org.krait.compiler.scopes;
}
