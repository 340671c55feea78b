package org.krait.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What builtin modules, types and functions say of themselves.
 *
 * <p>The words are CPython's own, as the library is: the build has CPython write them to a file beside
 * the library, which is read when somebody first asks. Where there is no such file, the annotations of
 * our classes serve.
 */
public final class Documentation {
  /** The file, in the folder that holds the library's. */
  public static final String FILE_NAME = "krait312.docs";

  /** What has some of the texts at hand without reading the file. */
  public interface Early {
    /** The text of a name, or null. */
    String documentation(String name);
  }

  /** Entries in the order of their names, as bytes: a name, a byte of one, a text, a zero byte. */
  private final byte[] entries;

  private Documentation(byte[] entries) {
    this.entries = entries;
  }

  private static Documentation read(Interpreter interpreter) {
    byte[] entries = {};
    if (interpreter.options.home != null) {
      Path file = interpreter.options.library().resolveSibling(FILE_NAME);
      try (FileInputStream in = new FileInputStream(file.toString())) {
        entries = in.readAllBytes();
      } catch (IOException e) {
        // As if there were none.
      }
    }
    return new Documentation(entries);
  }

  /** The text of a name, or null; found by halves, since a program asks for a few of some thousands. */
  private String find(String name) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = entries.length;
    while (low < high) {
      int start = (low + high) >>> 1;
      while (start > low && entries[start - 1] != 0) {
        start--;
      }
      int middle = next(start, (byte) 1);
      int order = Arrays.compareUnsigned(key, 0, key.length, entries, start, middle);
      int end = next(middle, (byte) 0);
      if (order == 0) {
        return new String(entries, middle + 1, end - middle - 1, StandardCharsets.UTF_8);
      }
      if (order < 0) {
        high = start;
      } else {
        low = end + 1;
      }
    }
    return null;
  }

  /** Where a byte comes next, or the end, as in a file that somebody else has made. */
  private int next(int from, byte wanted) {
    int at = from;
    while (at < entries.length && entries[at] != wanted) {
      at++;
    }
    return at;
  }

  private static String text(String name) {
    ThreadState thread = ThreadState.currentOrNull();
    if (thread == null) {
      return null;
    }
    Interpreter interpreter = thread.interpreter;
    String text = interpreter.documents == null ? null : interpreter.documents.documentation(name);
    return text == null
        ? interpreter.service(Documentation.class, Documentation::read).find(name)
        : text;
  }

  private static String orElse(String text, String own) {
    return text == null ? own : text.isEmpty() ? null : text;
  }

  /** Of a module, or null. */
  static String ofModule(String name, String own) {
    return orElse(text("module " + name), own);
  }

  /** Of a type, or null. */
  public static String of(TypeTable type) {
    return orElse(text(type.module() + "." + type.typeName()), type.doc());
  }

  /** Of a function of a module, of a method or of {@code __new__}; or null. */
  public static String ofFunction(BuiltinTable table, int id) {
    String name = table.name(id);
    String text = text(owner(table) + "." + name);
    if (text == null && table.kind(id) == BuiltinTable.Kind.NEW) {
      text = text("slot " + name);
    }
    return orElse(text, table.doc(id));
  }

  private static String owner(BuiltinTable table) {
    return table instanceof TypeTable type ? type.module() + "." + type.typeName() : table.module();
  }

  /** Of an attribute that is computed, or null. */
  public static String ofAttribute(TypeTable type, int id) {
    String own = type.attributeDoc(id);
    return orElse(text(owner(type) + "." + type.attributeName(id)), own);
  }

  /** Of the slot wrapper of a special method, or null. */
  public static String ofSlot(PyType owner, String name) {
    String text = owner.isHeap() ? null : text(owner(owner.table) + "." + name);
    return orElse(text == null ? text("slot " + name) : text, null);
  }
}
