package org.krait.compiler.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.LocationTable;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.syntax.DiagnosticListener;

class ResolveLinesTest {
  /** The end of a class with two cells is too long to be copied into each jump to it. */
  private static final String CLASS =
      """
      class C:
          if b:
              raise (c for c in C if super)
          else:
              class D[T]:
                  pass
              with x as a:
                  pass
      """;

  @Test
  void aLocationFoundByHalfKeepsItsColumns() {
    byte[] source = CLASS.getBytes(StandardCharsets.UTF_8);
    CodeObject module =
        PythonCompiler.compile(
            source, "f.py", CompileOptions.module(0), DiagnosticListener.NONE);
    LocationTable table = new LocationTable((CodeObject) module.constants().getFirst());
    List<String> places = new ArrayList<>();
    while (table.next()) {
      places.add(
          "%d:%d-%d:%d"
              .formatted(table.line(), table.column(), table.endLine(), table.endColumn()));
    }
    // The copy behind the handler starts on the whole statement, and goes on with its line alone.
    int lineAlone = places.indexOf("7:-1-7:-1");
    assertEquals("7:8-8:16", places.get(lineAlone - 1));
  }
}
