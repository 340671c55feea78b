/** From hot code objects to JVM classes. */
module org.krait.jit {
  requires transitive org.krait.runtime;

  exports org.krait.jit;
}
