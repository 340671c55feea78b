package org.krait.audit.caches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.krait.audit.files.FileEntry;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Mod;

/** A source file: its bytes, its tree, its code; each made when first asked for. For one thread. */
public final class ModuleSource {
  /** A level and a file name. */
  private record Key(int level, String filename) {}

  private final FileEntry entry;
  private final Map<Key, CodeObject> compiled = new HashMap<>();
  private byte[] bytes;
  private Mod tree;
  private SyntaxDiagnostic refusal;

  public ModuleSource(FileEntry entry) {
    this.entry = entry;
  }

  public FileEntry entry() {
    return entry;
  }

  public byte[] bytes() throws IOException {
    if (bytes == null) {
      bytes = entry.read();
    }
    return bytes;
  }

  /** The text, decoded well enough to show lines of it. */
  public String text() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /**
   * The tree.
   *
   * @throws SyntaxDiagnostic when the source is not Python
   */
  public Mod tree() throws IOException {
    if (refusal != null) {
      throw refusal;
    }
    if (tree == null) {
      try {
        CompileOptions options = CompileOptions.module(0);
        tree =
            PythonParser.parse(
                bytes(),
                PythonCompiler.parseOptions(entry.name(), options),
                DiagnosticListener.NONE);
      } catch (SyntaxDiagnostic e) {
        refusal = e;
        throw e;
      }
    }
    return tree;
  }

  /**
   * The code at a level.
   *
   * @throws SyntaxDiagnostic when the source is not Python
   */
  CodeObject compile(int level, String filename) throws IOException {
    Mod module = tree();
    return compiled.computeIfAbsent(
        new Key(level, filename),
        key ->
            PythonCompiler.compile(
                module, filename, CompileOptions.module(level), DiagnosticListener.NONE));
  }

  /** Drops what was made, when nobody will ask again. */
  public void forget() {
    bytes = null;
    tree = null;
    compiled.clear();
  }

  /**
   * True when the refusal is a fact about the source, which no compiler of Python 3.12 accepts; false
   * when it says more of our limits: encodings of other packages, depth, memory.
   */
  public static boolean isCertain(SyntaxDiagnostic e) {
    return e.kind().isSyntaxError()
        && !e.getMessage().startsWith("unknown encoding")
        && !e.getMessage().startsWith("encoding problem");
  }
}
