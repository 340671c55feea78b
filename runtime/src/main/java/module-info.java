/** The object model, the builtin types, frames and the interpreter loop. */
module org.krait.runtime {
  requires static org.krait.annotations;
  requires transitive org.krait.bytecode;

  exports org.krait.runtime;
  exports org.krait.runtime.buffer;
  exports org.krait.runtime.codecs;
  exports org.krait.runtime.execution;
  exports org.krait.runtime.formatting;
  exports org.krait.runtime.numbers;
  exports org.krait.runtime.text;
  exports org.krait.runtime.types;
  exports org.krait.runtime.typing;
}
