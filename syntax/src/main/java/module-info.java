/** From source bytes to a syntax tree: decoding, lexer, parser, diagnostics. */
module org.krait.syntax {
  requires static org.krait.annotations;
  requires transitive org.krait.constants;

  exports org.krait.syntax;
  exports org.krait.syntax.ast;
}
