package org.krait.stdlib.ssl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.os.TableFile;

/** OpenSSL's names and numbers of objects, from the table {@code objects.txt}. */
final class ObjectNames {
  private static final Map<String, Entry> BY_IDENTIFIER = new HashMap<>();
  private static final Map<String, Entry> BY_SHORT = new HashMap<>();
  private static final Map<String, Entry> BY_LONG = new HashMap<>();
  private static final Map<Integer, Entry> BY_NUMBER = new HashMap<>();

  /**
   * A known object.
   *
   * @param identifier null where OpenSSL has a name without one
   */
  record Entry(int number, String identifier, String shortName, String longName) {
    PyObject tuple() {
      return PyTuple.of(
          PyLong.of(number),
          PyStr.of(shortName),
          PyStr.of(longName),
          identifier == null ? PyNone.NONE : PyStr.of(identifier));
    }
  }

  static {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                TableFile.open(ObjectNames.class, "objects.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          enter(line.split("\t"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNames() {}

  private static void enter(String[] fields) {
    String identifier = fields[1].equals("-") ? null : fields[1];
    Entry entry = new Entry(Integer.parseInt(fields[0]), identifier, fields[2], fields[3]);
    BY_NUMBER.put(entry.number, entry);
    if (identifier != null) {
      BY_IDENTIFIER.putIfAbsent(identifier, entry);
    }
    BY_SHORT.putIfAbsent(entry.shortName, entry);
    BY_LONG.putIfAbsent(entry.longName, entry);
  }

  static Entry ofNumber(int number) {
    return BY_NUMBER.get(number);
  }

  static Entry ofIdentifier(String identifier) {
    return BY_IDENTIFIER.get(identifier);
  }

  /** By the short name, else by the long one. */
  static Entry ofName(String name) {
    Entry entry = BY_SHORT.get(name);
    return entry == null ? BY_LONG.get(name) : entry;
  }

  /** The long name of an identifier, or the identifier itself. */
  static String longName(String identifier) {
    Entry entry = BY_IDENTIFIER.get(identifier);
    return entry == null ? identifier : entry.longName;
  }

  /** The short name of an identifier, or the identifier itself. */
  static String shortName(String identifier) {
    Entry entry = BY_IDENTIFIER.get(identifier);
    return entry == null ? identifier : entry.shortName;
  }
}
