package org.krait.stdlib.importing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.PycFile;
import org.krait.bytecode.PycHeader;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;

/**
 * A step of the build: compiles the library with our own compiler, so that nothing is compiled at the
 * first start. Writes the file of frozen modules, that of documentation, and {@code __pycache__} of all
 * packages but tests.
 */
public final class PrepareLibrary {
  private PrepareLibrary() {}

  /**
   * Prepares a library, {@code lib/python3.12}.
   *
   * @param cpython the folder with CPython's {@code bin} and shared libraries
   */
  public static void prepare(Path library, Path cpython) throws IOException {
    WriteDocumentation.write(library, cpython);
    writeFrozen(library);
    List<Path> sources;
    try (Stream<Path> files = Files.walk(library)) {
      sources = files.filter(file -> isWanted(library.relativize(file).toString())).toList();
    }
    sources.parallelStream().forEach(PrepareLibrary::cache);
  }

  private static boolean isWanted(String name) {
    return name.endsWith(".py")
        && !name.startsWith("test/")
        && !name.contains("/test/")
        && !name.contains("/tests/")
        && !name.startsWith("lib2to3/")
        && !name.startsWith("idlelib/")
        && !name.startsWith("site-packages/");
  }

  private static void writeFrozen(Path library) throws IOException {
    Map<String, byte[]> codes = new LinkedHashMap<>();
    for (FrozenEntry entry : FrozenEntry.ALL) {
      if (!codes.containsKey(entry.source())) {
        codes.put(entry.source(), FrozenModules.compile(library, entry));
      }
    }
    WriteDocumentation.atStart(library)
        .forEach((name, text) -> codes.put(FrozenModules.DOCUMENTATION + name, text));
    // Twice, for the offsets count the index too, whose size does not depend on them.
    byte[] index = index(codes, 0);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(index(codes, index.length));
    for (byte[] code : codes.values()) {
      all.write(code);
    }
    PycFile.replace(library.resolveSibling(FrozenModules.FILE_NAME), all.toByteArray());
  }

  private static byte[] index(Map<String, byte[]> codes, int start) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FrozenModules.MAGIC);
    out.writeInt(codes.size());
    int offset = start;
    for (Map.Entry<String, byte[]> each : codes.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeInt(offset);
      out.writeInt(each.getValue().length);
      offset += each.getValue().length;
    }
    return bytes.toByteArray();
  }

  private static void cache(Path source) {
    try {
      BasicFileAttributes facts = Files.readAttributes(source, BasicFileAttributes.class);
      PycHeader header =
          PycHeader.timestamped(facts.lastModifiedTime().toMillis() / 1000, facts.size());
      CodeObject code =
          PythonCompiler.compile(
              Files.readAllBytes(source),
              source.toString(),
              CompileOptions.module(0),
              DiagnosticListener.NONE);
      String name = source.getFileName().toString();
      Path folder = Files.createDirectories(source.resolveSibling("__pycache__"));
      new PycFile(header, code)
          .write(folder.resolve(name.substring(0, name.length() - 3) + ".cpython-312.pyc"));
    } catch (SyntaxDiagnostic e) {
      // Some files are meant not to compile; whoever imports them hears of it.
    } catch (MarshalException e) {
      throw new UncheckedIOException(new IOException(source.toString(), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
