/**
 * Whether what would run is what the source says. It sees compiler and bytecode, never the runtime:
 * nothing that it examines can run.
 */
module org.krait.audit {
  requires transitive org.krait.bytecode;
  requires org.krait.compiler;
  requires org.krait.syntax;
  requires org.krait.constants;

  exports org.krait.audit;
  exports org.krait.audit.command;
  exports org.krait.audit.files;
}
