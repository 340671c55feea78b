package org.krait.stdlib.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Documentation;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.syntax.DiagnosticListener;

/**
 * The code that Krait's build has compiled: frozen modules, and what the caches of the library hold.
 *
 * <p>It comes from the {@link CodeArchive}; where that is missing, frozen modules come from the library's
 * source, and its caches are read as any others.
 */
public final class FrozenModules implements Documentation.Early {
  private static final byte[] ONLY_SOURCE = "initialized = True\nprint(\"Hello world!\")\n".getBytes();

  private final Path library;
  private final boolean enabled;
  private final CodeArchive archive;

  /** What a test wants: 1 for on, -1 for off, 0 for what the command line said. */
  int override;

  /** The names of caches for which the archive's code was taken. */
  private final Set<String> given = ConcurrentHashMap.newKeySet();

  private FrozenModules(Interpreter interpreter) {
    Options options = interpreter.options;
    library = options.home == null ? null : options.library();
    enabled = !"off".equals(options.extra.get("frozen_modules"));
    archive = CodeArchive.open();
  }

  /** The frozen modules of an interpreter. */
  public static FrozenModules of(Interpreter interpreter) {
    return interpreter.service(FrozenModules.class, FrozenModules::new);
  }

  /** The entry of a module that is frozen now, or null. */
  FrozenEntry find(String name) {
    if (library == null) {
      return null;
    }
    for (FrozenEntry entry : FrozenEntry.ALL) {
      if (entry.name().equals(name)) {
        return entry.isEssential() || isUsed() ? entry : null;
      }
    }
    return null;
  }

  /** Whether more than the essential modules are frozen. */
  boolean isUsed() {
    return override == 0 ? enabled : override > 0;
  }

  /** The code of a frozen module as the build compiled it; null where there is no archive. */
  PyCode archived(String source) {
    return archive == null ? null : archive.frozen(source);
  }

  /** The code of an entry, a new object each time. */
  PyCode code(FrozenEntry entry) throws IOException {
    PyCode code = archived(entry.source());
    return code == null ? LoadCode.of(compile(library, entry)) : code;
  }

  /**
   * The code of a module of the library, if its cache holds what the build has compiled; else null.
   *
   * @param cache the path of the cache
   * @param stream what it holds
   */
  public PyCode cached(String cache, byte[] stream) {
    if (archive == null || library == null) {
      return null;
    }
    String folder = library.toString();
    if (!cache.startsWith(folder) || cache.length() <= folder.length()) {
      return null;
    }
    String name = cache.substring(folder.length() + 1);
    PyCode code = archive.cached(name, stream);
    if (code != null) {
      given.add(name);
    }
    return code;
  }

  /**
   * Whether modules have been loaded, each as the build has compiled it.
   *
   * @param caches their names, from the library's folder on
   */
  boolean hasGiven(List<String> caches) {
    return given.containsAll(caches);
  }

  @Override
  public String documentation(String name) {
    return archive == null ? null : archive.text(name);
  }

  /** The code of an entry from the library's source. */
  static CodeObject compile(Path library, FrozenEntry entry) throws IOException {
    return PythonCompiler.compile(
        source(library, entry),
        "<frozen " + entry.source() + ">",
        CompileOptions.module(0),
        DiagnosticListener.NONE);
  }

  private static byte[] source(Path library, FrozenEntry entry) throws IOException {
    if (entry.source().equals(FrozenEntry.ONLY)) {
      return ONLY_SOURCE;
    }
    String path = entry.source().replace('.', '/');
    for (String candidate : new String[] {path + ".py", path + "/__init__.py"}) {
      Path file = library.resolve(candidate);
      if (Files.isRegularFile(file)) {
        return Files.readAllBytes(file);
      }
    }
    if (entry.source().startsWith("__phello__.ham")) {
      // Empty files, which some distributions leave out.
      return new byte[0];
    }
    throw new IOException("the library has no module " + entry.source());
  }
}
