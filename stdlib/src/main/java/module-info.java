/** The modules that CPython writes in C, in Java, and the packing of the pure Python library. */
module org.krait.stdlib {
  requires static org.krait.annotations;
  requires transitive org.krait.runtime;
  requires org.krait.compiler;
  requires java.management;
  requires jdk.management;
  requires jdk.unsupported;

  exports org.krait.stdlib;
  exports org.krait.stdlib.builtins;
  exports org.krait.stdlib.bz2 to
      org.krait.cli;
  exports org.krait.stdlib.importing;
  exports org.krait.stdlib.io;
  exports org.krait.stdlib.lzma to
      org.krait.cli;
  exports org.krait.stdlib.marshal to
      org.krait.cli;
  exports org.krait.stdlib.os;
  exports org.krait.stdlib.process to
      org.krait.cli;
  exports org.krait.stdlib.readline;
  exports org.krait.stdlib.signal;
  exports org.krait.stdlib.sys;

  uses org.krait.stdlib.readline.LineEditorProvider;
}
