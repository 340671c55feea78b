package org.krait.stdlib.importing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Documentation;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.syntax.DiagnosticListener;

/**
 * The code of frozen modules, marshalled.
 *
 * <p>It comes from a file that the build makes beside the library ({@link PrepareLibrary}), read once;
 * where that is missing, from the library's source.
 */
final class FrozenModules implements Documentation.Early {
  /** The file, in the folder that holds the library's. */
  static final String FILE_NAME = "krait312.frozen";

  /** The first word of the file: the format's number. */
  static final int MAGIC = 0x4b460002;

  /** What begins the names of entries that are documentation which every start asks for. */
  static final String DOCUMENTATION = "doc ";

  private static final byte[] ONLY_SOURCE = "initialized = True\nprint(\"Hello world!\")\n".getBytes();

  /** Marshalled code: a part of a larger array. */
  record Slice(byte[] data, int offset, int length) {}

  private final Path library;
  private final boolean enabled;
  private Map<String, Slice> slices;

  /** What a test wants: 1 for on, -1 for off, 0 for what the command line said. */
  int override;

  private FrozenModules(Interpreter interpreter) {
    Options options = interpreter.options;
    library = options.home == null ? null : options.library();
    enabled = !"off".equals(options.extra.get("frozen_modules"));
  }

  /** The frozen modules of an interpreter. */
  static FrozenModules of(Interpreter interpreter) {
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

  /** The marshalled code of an entry. */
  synchronized Slice code(FrozenEntry entry) throws IOException {
    if (slices == null) {
      slices = read(library.resolveSibling(FILE_NAME).toString());
    }
    Slice slice = slices.get(entry.source());
    if (slice == null) {
      byte[] code = compile(library, entry);
      slice = new Slice(code, 0, code.length);
      slices.put(entry.source(), slice);
    }
    return slice;
  }

  @Override
  public synchronized String documentation(String name) {
    Slice slice = slices == null ? null : slices.get(DOCUMENTATION + name);
    return slice == null
        ? null
        : new String(slice.data, slice.offset, slice.length, StandardCharsets.UTF_8);
  }

  private static Map<String, Slice> read(String file) {
    Map<String, Slice> found = new HashMap<>();
    byte[] data;
    try (FileInputStream in = new FileInputStream(file)) {
      data = in.readAllBytes();
    } catch (IOException e) {
      return found;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
      if (in.readInt() != MAGIC) {
        return found;
      }
      for (int left = in.readInt(); left > 0; left--) {
        found.put(in.readUTF(), new Slice(data, in.readInt(), in.readInt()));
      }
      return found;
    } catch (IOException e) {
      return new HashMap<>();
    }
  }

  /** The code of an entry from the library's source. */
  static byte[] compile(Path library, FrozenEntry entry) throws IOException {
    CodeObject code =
        PythonCompiler.compile(
            source(library, entry),
            "<frozen " + entry.source() + ">",
            CompileOptions.module(0),
            DiagnosticListener.NONE);
    try {
      return Marshal.write(code);
    } catch (MarshalException e) {
      throw new IOException(e);
    }
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
