package org.krait.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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

  private final Map<String, String> texts;

  private Documentation(Map<String, String> texts) {
    this.texts = texts;
  }

  private static Documentation read(Interpreter interpreter) {
    Map<String, String> texts = new HashMap<>();
    if (interpreter.options.home != null) {
      Path file = interpreter.options.library().resolveSibling(FILE_NAME);
      try (FileInputStream in = new FileInputStream(file.toString())) {
        fill(texts, in.readAllBytes());
      } catch (IOException e) {
        texts.clear();
      }
    }
    return new Documentation(texts);
  }

  /** From names and texts in turn, each ended by a zero byte. */
  private static void fill(Map<String, String> texts, byte[] data) {
    String name = null;
    int start = 0;
    for (int i = 0; i < data.length; i++) {
      if (data[i] == 0) {
        String text = new String(data, start, i - start, StandardCharsets.UTF_8);
        if (name == null) {
          name = text;
        } else {
          texts.put(name, text);
          name = null;
        }
        start = i + 1;
      }
    }
  }

  private static String text(String name) {
    ThreadState thread = ThreadState.currentOrNull();
    if (thread == null) {
      return null;
    }
    Interpreter interpreter = thread.interpreter;
    String text = interpreter.documents == null ? null : interpreter.documents.documentation(name);
    return text == null
        ? interpreter.service(Documentation.class, Documentation::read).texts.get(name)
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
