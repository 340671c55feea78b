/** Code objects of CPython 3.12: opcodes, marshal, {@code .pyc}, disassembly, verification. */
module org.krait.bytecode {
  requires static org.krait.annotations;
  requires transitive org.krait.constants;

  exports org.krait.bytecode;
  exports org.krait.bytecode.verify;
}
