package org.krait.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.krait.compiler.assemble.Assemble;
import org.krait.compiler.assemble.TracePhases;
import org.krait.compiler.ir.SequenceText;
import org.krait.compiler.scopes.ScopesText;
import org.krait.compiler.scopes.SymbolTable;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.PythonParser;
import org.krait.syntax.ast.Mod;

/**
 * Scopes, instructions and flow graphs of small programs, as {@code NAME.scopes}, {@code
 * NAME.codegen} and {@code NAME.cfg} beside {@code NAME.py} have them. {@code -Dkrait.golden.update=true} rewrites those below {@code
 * src/test}; read the difference before you keep it.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/krait/compiler/golden");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names", "comprehensions", "blocks", "patterns", "generics", "coroutines", "calls"
      })
  void scopesAndInstructions(String name) throws IOException {
    byte[] source = Files.readAllBytes(FOLDER.resolve(name + ".py"));
    String filename = name + ".py";
    CompileOptions options = CompileOptions.module(0);
    Mod tree =
        PythonParser.parse(
            source, PythonCompiler.parseOptions(filename, options), DiagnosticListener.NONE);
    check(name + ".scopes", ScopesText.of(PythonCompiler.scopes(tree, options)));
    Mod folded = PythonCompiler.fold(tree, options);
    SymbolTable scopes = PythonCompiler.scopes(folded, options);
    List<String> units = new ArrayList<>();
    PythonCompiler.generate(
        folded,
        scopes,
        filename,
        options,
        (message, location) -> true,
        (unit, code) -> {
          units.add(SequenceText.of(unit, code));
          return Assemble.codeObject(unit, code);
        });
    check(name + ".codegen", String.join("\n", units.reversed()));
  }

  @Test
  void flowGraphs() throws IOException {
    byte[] source = Files.readAllBytes(FOLDER.resolve("flow.py"));
    CompileOptions options = CompileOptions.module(0);
    Mod tree =
        PythonParser.parse(
            source, PythonCompiler.parseOptions("flow.py", options), DiagnosticListener.NONE);
    Mod folded = PythonCompiler.fold(tree, options);
    SymbolTable scopes = PythonCompiler.scopes(folded, options);
    TracePhases trace = new TracePhases();
    PythonCompiler.generate(
        folded,
        scopes,
        "flow.py",
        options,
        (message, location) -> true,
        (unit, code) ->
            unit.name.equals("<module>")
                ? Assemble.codeObject(unit, code)
                : Assemble.codeObject(unit, code, trace));
    check("flow.cfg", trace.text());
  }

  private static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("krait.golden.update")) {
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file, StandardCharsets.UTF_8), actual, name);
  }
}
