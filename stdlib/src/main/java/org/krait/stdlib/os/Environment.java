package org.krait.stdlib.os;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;

/**
 * The environment of the process as programs have changed it: what children get.
 *
 * <p>Java's own is fixed at its start; nothing in this process but Krait reads this one.
 */
public final class Environment {
  private final Map<String, byte[]> values = new LinkedHashMap<>();

  private Environment(Interpreter interpreter) {
    interpreter.options.environment.forEach(
        (name, value) -> values.put(latin(encoded(name)), encoded(value)));
  }

  private static byte[] encoded(String text) {
    byte[] plain = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean isAscii = true;
    for (byte unit : plain) {
      // What is no Latin-1 has become a question mark.
      isAscii &= unit >= 0 && unit != '?';
    }
    if (isAscii) {
      return plain;
    }
    return Utf8.encode(PyStr.ofUnits(text), "surrogateescape");
  }

  /** Bytes as text that compares as they do. */
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Environment current() {
    return ThreadState.current().interpreter.service(Environment.class, Environment::new);
  }

  /** The value of a variable, or null. */
  public static String get(String name) {
    Environment environment = current();
    synchronized (environment) {
      byte[] value = environment.values.get(name);
      return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
  }

  /** {@code name=value} for each variable. */
  static List<byte[]> lines() {
    Environment environment = current();
    List<byte[]> lines = new ArrayList<>();
    synchronized (environment) {
      environment.values.forEach((name, value) -> lines.add(line(name.getBytes(StandardCharsets.ISO_8859_1), value)));
    }
    return lines;
  }

  /**
   * The lines for a child. When it is Krait, whose launcher is a script, those that a shell would not
   * pass on, because their names are none of its variables, go in one of ours.
   */
  static List<byte[]> forChild(List<byte[]> lines, byte[] program) {
    StringBuilder hidden = new StringBuilder();
    for (byte[] line : lines) {
      if (!isPassedOn(line)) {
        hidden.append(HexFormat.of().formatHex(line)).append("00");
      }
    }
    String own = ThreadState.current().interpreter.options.executable;
    if (hidden.isEmpty() || own == null || !Arrays.equals(encoded(own), program)) {
      return lines;
    }
    List<byte[]> all = new ArrayList<>(lines);
    all.add((Options.HIDDEN_VARIABLES + "=" + hidden).getBytes(StandardCharsets.US_ASCII));
    return all;
  }

  private static boolean isPassedOn(byte[] line) {
    for (int i = 0; i < line.length && line[i] != '='; i++) {
      byte c = line[i];
      boolean isLetter = c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      if (!isLetter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  static byte[] line(byte[] name, byte[] value) {
    byte[] line = Arrays.copyOf(name, name.length + 1 + value.length);
    line[name.length] = '=';
    System.arraycopy(value, 0, line, name.length + 1, value.length);
    return line;
  }

  /** The dict that {@code os} makes {@code os.environ} of. */
  static PyObject dict() {
    PyDict dict = new PyDict();
    current()
        .values
        .forEach(
            (name, value) ->
                dict.put(
                    PyBytes.of(name.getBytes(StandardCharsets.ISO_8859_1)), PyBytes.of(value)));
    return dict;
  }

  /** An argument that is a name or a value: text or bytes. */
  static byte[] bytes(PyObject value) {
    PyObject plain = org.krait.runtime.Objects.fsPath(value);
    byte[] bytes =
        plain instanceof PyStr text
            ? Utf8.encode(text, "surrogateescape")
            : ((PyBytes) plain).array();
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError("embedded null byte");
      }
    }
    return bytes;
  }

  @Function("putenv(name, value, /)")
  static void putenv(PyObject name, PyObject value) {
    byte[] key = bytes(name);
    byte[] content = bytes(value);
    if (latin(key).indexOf('=') >= 0) {
      throw Errors.valueError("illegal environment variable name");
    }
    if (key.length == 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    Doors.audit("os.putenv", PyBytes.of(key), PyBytes.of(content));
    Environment environment = current();
    synchronized (environment) {
      environment.values.put(latin(key), content);
    }
  }

  @Function("unsetenv(name, /)")
  static void unsetenv(PyObject name) {
    byte[] key = bytes(name);
    if (key.length == 0 || latin(key).indexOf('=') >= 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    Doors.audit("os.unsetenv", PyBytes.of(key));
    Environment environment = current();
    synchronized (environment) {
      environment.values.remove(latin(key));
    }
  }
}
