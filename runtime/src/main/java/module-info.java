/** The object model, the builtin types, frames and the interpreter loop. */
module org.krait.runtime {
  requires static org.krait.annotations;
  requires transitive org.krait.bytecode;

}
