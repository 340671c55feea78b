/** Comparisons with CPython 3.12.1: code objects, test suite, fuzzers. */
module org.krait.conformance {
  requires java.management;
  requires org.krait.audit;
  requires org.krait.bytecode;
  requires org.krait.cli;
  requires org.krait.compiler;
  requires org.krait.runtime;
  requires org.krait.stdlib;
  requires org.krait.syntax;
}
