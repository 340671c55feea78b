package org.krait.stdlib.sre;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.runtime.Assumption;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.NativeCode;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.os.TableFile;

/**
 * {@code re._compiler.compile} for the regular expressions of the library, which the build has compiled: modules that
 * many programs import, such as {@code tokenize} and {@code textwrap}, compile a dozen, in Python that is cold.
 *
 * <p>It is used while the modules are as the library makes them; whatever is not in the table, the Python compiles.
 *
 * <p>The table ({@code patterns.py} writes it), in numbers of four bytes, the least significant first: how many there
 * are; for each its hash and place, in the order of the hashes; the patterns. A pattern: its kind (0: str, 1: bytes,
 * which stand there as Latin-1 characters), the flags that were asked for, those of the result, and how many groups,
 * bytes of text, names and numbers of code it has; the text in UTF-8, the code, and for each name the number of the
 * group, how many bytes it has, and these.
 */
public final class LibraryPatterns extends NativeCode {
  private static final String FILE_NAME = "library.patterns";

  /** The file below a folder of classes. */
  public static final String RESOURCE = "org/krait/stdlib/sre/" + FILE_NAME;

  /** Who compiles so many of its own is not helped; its Python is to become machine code. */
  private static final int MOST_MISSES = 100;

  private static final int HEAD = 28;

  private final PyType[] types;
  private final long[] versions;
  private ByteBuffer table;
  private int misses;

  private LibraryPatterns(PyDict parser, PyFunction function) {
    super(function);
    types = new PyType[] {type(parser, "State"), type(parser, "SubPattern"), type(parser, "Tokenizer")};
    versions = new long[types.length];
    for (int i = 0; i < types.length; i++) {
      versions[i] = types[i].version();
    }
  }

  /**
   * Takes the place of the function.
   *
   * @param compiler the namespace of {@code re._compiler}, of which it is known to be the library's own
   */
  public static void attach(PyDict compiler) {
    PyDict parser = module(compiler, "_parser");
    List<Assumption> unchanged = new ArrayList<>();
    for (PyDict each :
        new PyDict[] {
          compiler,
          parser,
          module(compiler, "_sre"),
          (PyDict) value(compiler, "_EXTRA_CASES"),
          (PyDict) value(parser, "ESCAPES"),
          (PyDict) value(parser, "CATEGORIES"),
          (PyDict) value(parser, "FLAGS")
        }) {
      unchanged.add(each.unchanged());
    }
    new LibraryPatterns(parser, (PyFunction) value(compiler, "compile"))
        .install(unchanged.toArray(Assumption[]::new));
  }

  private static PyObject value(PyDict module, String name) {
    return module.get(PyStr.interned(name));
  }

  private static PyDict module(PyDict from, String name) {
    return ((PyModule) value(from, name)).dict();
  }

  private static PyType type(PyDict module, String name) {
    return (PyType) value(module, name);
  }

  @Override
  protected PyObject attempt(ThreadState thread, PyObject... args) {
    if (args[1].getClass() != PyLong.class || !isUsual()) {
      return null;
    }
    PyObject found = null;
    if (args[0].getClass() == PyStr.class) {
      found = find(args[0], args[0].toString(), 0, ((PyLong) args[1]).longValue());
    } else if (args[0].getClass() == PyBytes.class) {
      String text = new String(((PyBytes) args[0]).array(), StandardCharsets.ISO_8859_1);
      found = find(args[0], text, 1, ((PyLong) args[1]).longValue());
    }
    if (found == null && ++misses == MOST_MISSES) {
      broken();
    }
    return found;
  }

  private boolean isUsual() {
    for (int i = 0; i < types.length; i++) {
      if (types[i].version() != versions[i]) {
        return false;
      }
    }
    return true;
  }

  private synchronized ByteBuffer table() {
    if (table == null) {
      byte[] content = new byte[Integer.BYTES];
      try (InputStream file = TableFile.open(LibraryPatterns.class, FILE_NAME)) {
        if (file != null) {
          content = file.readAllBytes();
        }
      } catch (IOException e) {
        // As if the build had made none.
      }
      table = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
    return table;
  }

  /** A new pattern, or null where it is not in the table. */
  private PyPattern find(PyObject pattern, String text, int kind, long flags) {
    ByteBuffer numbers = table();
    int hash = (text.hashCode() * 31 + (int) flags) * 31 + kind;
    int low = 0;
    int high = numbers.getInt(0);
    while (low < high) {
      int middle = low + high >>> 1;
      if (numbers.getInt(4 + 8 * middle) < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < numbers.getInt(0) && numbers.getInt(4 + 8 * i) == hash; i++) {
      int at = numbers.getInt(8 + 8 * i);
      if (numbers.getInt(at) == kind
          && numbers.getInt(at + 4) == flags
          && text(at + HEAD, numbers.getInt(at + 16)).equals(text)) {
        return make(pattern, at);
      }
    }
    return null;
  }

  private String text(int at, int length) {
    return new String(table.array(), at, length, StandardCharsets.UTF_8);
  }

  private PyPattern make(PyObject pattern, int at) {
    int groups = table.getInt(at + 12);
    int place = at + HEAD + table.getInt(at + 16);
    int[] code = new int[table.getInt(at + 24)];
    for (int i = 0; i < code.length; i++) {
      code[i] = table.getInt(place);
      place += 4;
    }
    PyDict byName = new PyDict();
    PyObject[] byNumber = new PyObject[groups + 1];
    Arrays.fill(byNumber, PyNone.NONE);
    for (int i = table.getInt(at + 20); i > 0; i--) {
      int group = table.getInt(place);
      int length = table.getInt(place + 4);
      PyStr name = PyStr.of(text(place + 8, length));
      byName.put(name, PyInt.of(group));
      byNumber[group] = name;
      place += 8 + length;
    }
    return new PyPattern(pattern, table.getInt(at + 8), code, groups, byName, PyTuple.of(byNumber));
  }
}
