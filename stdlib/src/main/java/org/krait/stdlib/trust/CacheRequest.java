package org.krait.stdlib.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.runtime.Attributes;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.execution.CodeOrigin;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.importing.FrozenModules;
import org.krait.stdlib.os.Paths;

/**
 * A loader that wants to run a cache, as its frame shows it when it has the stream read.
 *
 * <p>The library is CPython's own, unchanged, and reads caches in three functions; they are known by
 * their names and variables. A function that only looks like one of them is checked too.
 */
public final class CacheRequest {
  private static final String SUFFIX = ".pyc";
  private static final String FOLDER = "__pycache__";

  /** The module that was wanted and the cache, as the loader calls it. */
  public final CodeOrigin origin;

  /** How much the name of the cache says is left out of its code: 0, 1 or 2. */
  final int level;

  private final PyObject sourcePath;
  private final PyObject loader;
  private final PyFrame zipFrame;

  /** A compiler of the loader's own, or null. */
  final PyObject ownCompiler;

  private CacheRequest(
      PyObject name,
      PyStr path,
      int level,
      PyObject sourcePath,
      PyObject loader,
      PyFrame zipFrame) {
    this.origin = new CodeOrigin(name == null ? PyNone.NONE : name, path);
    this.level = level;
    this.sourcePath = sourcePath;
    this.loader = loader;
    this.zipFrame = zipFrame;
    this.ownCompiler = loader == null ? null : ownCompiler(loader);
  }

  /** The loader that runs in a thread, or null when it is another program that reads a stream. */
  public static CacheRequest of(ThreadState thread) {
    PyFrame frame = thread.frame;
    if (frame == null) {
      return null;
    }
    int level = thread.interpreter.optimize;
    return switch (frame.code.name().toString()) {
      case "_compile_bytecode" -> ofImportlib(frame, level);
      case "_unmarshal_code" -> ofZipimport(frame, level);
      case "read_code" -> ofPkgutil(frame, thread);
      default -> null;
    };
  }

  /** A cache that was given on the command line. */
  public static CacheRequest ofFile(PyObject name, String path, ThreadState thread) {
    int level = levelOf(path, thread.interpreter.optimize);
    return new CacheRequest(name, PyStr.of(path), level, sourceOf(path), null, null);
  }

  /**
   * What Krait's build made of the same module of the library, if the cache holds just that; else null.
   * Under {@code -X verify-pyc=source} the cache is compared with the source as any other.
   */
  public PyCode ours(ThreadState thread, byte[] stream) {
    return thread.interpreter.options.verifySource
        ? null
        : FrozenModules.of(thread.interpreter).cached(origin.cache().toString(), stream);
  }

  private static CacheRequest ofImportlib(PyFrame frame, int level) {
    if (!(variable(frame, "bytecode_path") instanceof PyStr path)
        || variable(frame, "source_path") == null) {
      return null;
    }
    PyFrame caller = frame.back;
    PyObject loader =
        caller != null && caller.code.name().toString().equals("get_code")
            ? variable(caller, "self")
            : null;
    PyObject source = variable(frame, "source_path");
    return new CacheRequest(
        variable(frame, "name"), path, level, source == PyNone.NONE ? null : source, loader, null);
  }

  private static CacheRequest ofZipimport(PyFrame frame, int level) {
    PyObject full = variable(frame, "fullpath");
    if (!(variable(frame, "pathname") instanceof PyStr path)
        || full == null
        || variable(frame, "self") == null) {
      return null;
    }
    return new CacheRequest(variable(frame, "fullname"), path, level, full, null, frame);
  }

  private static CacheRequest ofPkgutil(PyFrame frame, ThreadState thread) {
    PyObject stream = variable(frame, "stream");
    if (stream == null) {
      return null;
    }
    try {
      PyObject path = Attributes.get(stream, "name");
      return path instanceof PyStr ? ofFile(PyNone.NONE, path.toString(), thread) : null;
    } catch (PyException e) {
      return null;
    }
  }

  private static PyObject variable(PyFrame frame, String name) {
    int slot = frame.code.slotOf(PyStr.interned(name));
    return slot < 0 ? null : frame.slots[slot];
  }

  /** {@code source_to_code} of a loader that has not inherited importlib's. */
  private static PyObject ownCompiler(PyObject loader) {
    PyObject usual;
    try {
      usual = Attributes.get(loader.type(), "source_to_code");
    } catch (PyException e) {
      return null;
    }
    boolean isImportlibs =
        usual instanceof PyFunction function
            && function.code().filename().toString().contains("importlib._bootstrap_external");
    return isImportlibs ? null : Attributes.get(loader, "source_to_code");
  }

  /** The file that a cache of this name belongs to, or null. */
  private static PyObject sourceOf(String path) {
    Path cache = Paths.orNull(path);
    String name = cache == null || cache.getFileName() == null ? "" : cache.getFileName().toString();
    if (!name.endsWith(SUFFIX)) {
      return null;
    }
    String stem = name.substring(0, name.length() - SUFFIX.length());
    Path folder = cache.getParent();
    if (folder != null && folder.endsWith(FOLDER)) {
      int tag = stem.indexOf(".cpython-");
      return tag < 0 ? null : existing(folder.resolveSibling(stem.substring(0, tag) + ".py"));
    }
    return existing(cache.resolveSibling(stem + ".py"));
  }

  private static PyObject existing(Path source) {
    return Files.isRegularFile(source) ? PyStr.of(source.toString()) : null;
  }

  private static int levelOf(String path, int otherwise) {
    for (int level = 1; level <= 2; level++) {
      if (path.endsWith(".opt-" + level + SUFFIX)) {
        return level;
      }
    }
    return path.contains(FOLDER) ? 0 : otherwise;
  }

  /** The source's path for a person, or null when there is no source. */
  String sourceName() {
    if (sourcePath == null) {
      return null;
    }
    String text = sourcePath.toString();
    return zipFrame != null ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * The bytes of the source; null when there is none.
   *
   * @throws PyException what the loader raises when it cannot read
   */
  byte[] source() throws IOException {
    if (sourcePath == null) {
      return null;
    }
    if (zipFrame != null) {
      PyObject read = zipFrame.globals().get(PyStr.interned("_get_pyc_source"));
      PyObject bytes = read.call(variable(zipFrame, "self"), sourcePath);
      return bytes == PyNone.NONE ? null : Buffers.bytes(bytes);
    }
    if (loader != null) {
      return Buffers.bytes(Attributes.get(loader, "get_data").call(sourcePath));
    }
    return Files.readAllBytes(Path.of(sourcePath.toString()));
  }

  /** What a compiler of the loader's own makes of the source. */
  PyObject compileWithLoader(PyObject source) {
    return ownCompiler.call(source, sourcePath);
  }

  /** The file of the record, or null where none is kept: what lies in archives, or has its own compiler. */
  Path record() {
    String path = origin.cache().toString();
    boolean isFile = zipFrame == null && loader != null && ownCompiler == null;
    return isFile && path.endsWith(SUFFIX)
        ? Paths.orNull(path.substring(0, path.length() - SUFFIX.length()) + CacheRecord.SUFFIX)
        : null;
  }
}
