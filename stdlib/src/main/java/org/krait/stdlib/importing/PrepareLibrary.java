package org.krait.stdlib.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.PycFile;
import org.krait.bytecode.PycHeader;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.stdlib.sre.LibraryPatterns;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;

/**
 * A step of the build: compiles the library with our own compiler, so that nothing is compiled at the
 * first start. Writes the files of documentation and patterns, {@code __pycache__} of all packages but tests, and the
 * archive with the same code and that of frozen modules.
 */
public final class PrepareLibrary {
  private PrepareLibrary() {}

  /**
   * Prepares a library, {@code lib/python3.12}.
   *
   * @param cpython the folder with CPython's {@code bin} and shared libraries
   * @param classes the folder of Krait's classes that the archive belongs to
   */
  public static void prepare(Path library, Path cpython, Path classes) throws IOException {
    WriteDocumentation.write(library, cpython);
    WritePatterns.write(library, cpython, classes.resolve(LibraryPatterns.RESOURCE));
    WriteArchive archive = new WriteArchive();
    addFrozen(library, archive);
    List<Path> sources;
    try (Stream<Path> files = Files.walk(library)) {
      sources = files.filter(file -> isWanted(library.relativize(file).toString())).toList();
    }
    sources.parallelStream().forEach(source -> cache(library, source, archive));
    archive.write(classes.resolve(CodeArchive.RESOURCE));
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

  private static void addFrozen(Path library, WriteArchive archive) throws IOException {
    for (FrozenEntry entry : FrozenEntry.ALL) {
      archive.addFrozen(entry.source(), FrozenModules.compile(library, entry));
    }
    WriteDocumentation.atStart(library).forEach(archive::addText);
  }

  private static void cache(Path library, Path source, WriteArchive archive) {
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
      Path cache = folder.resolve(name.substring(0, name.length() - 3) + ".cpython-312.pyc");
      byte[] file = new PycFile(header, code).toByteArray();
      PycFile.replace(cache, file);
      byte[] stream = Arrays.copyOfRange(file, PycHeader.LENGTH, file.length);
      archive.addCache(library.relativize(cache).toString(), code, stream);
    } catch (SyntaxDiagnostic e) {
      // Some files are meant not to compile; whoever imports them hears of it.
    } catch (MarshalException e) {
      throw new UncheckedIOException(new IOException(source.toString(), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
