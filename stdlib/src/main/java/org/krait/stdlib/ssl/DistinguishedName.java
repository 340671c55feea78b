package org.krait.stdlib.ssl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Names in certificates: sets of attributes, one after the other. */
final class DistinguishedName {
  static final String COMMON_NAME = "2.5.4.3";

  /** An attribute of a set. */
  record Attribute(String identifier, int tag, String text, byte[] raw) {}

  private DistinguishedName() {}

  static List<List<Attribute>> parts(byte[] name) throws Der.Malformed {
    List<List<Attribute>> sets = new ArrayList<>();
    Der input = new Der(name).enter(Der.SEQUENCE);
    while (input.hasNext()) {
      Der set = input.enter(Der.SET);
      List<Attribute> attributes = new ArrayList<>();
      while (set.hasNext()) {
        Der one = set.enter(Der.SEQUENCE);
        String identifier = one.expect(Der.OBJECT).object();
        int tag = one.next();
        attributes.add(new Attribute(identifier, tag, one.text(), one.value()));
      }
      sets.add(attributes);
    }
    return sets;
  }

  /** As {@code getpeercert} has it: a tuple of tuples of pairs. */
  static PyObject tuple(byte[] name) throws Der.Malformed {
    List<PyObject> sets = new ArrayList<>();
    for (List<Attribute> set : parts(name)) {
      List<PyObject> pairs = new ArrayList<>();
      for (Attribute one : set) {
        String text = one.text == null ? new String(one.raw, StandardCharsets.UTF_8) : one.text;
        pairs.add(PyTuple.of(PyStr.of(ObjectNames.longName(one.identifier)), PyStr.of(text)));
      }
      sets.add(PyTuple.of(pairs.toArray(new PyObject[0])));
    }
    return PyTuple.of(sets.toArray(new PyObject[0]));
  }

  /** As RFC 2253 writes it: the last set first. */
  static String text(byte[] name) {
    StringBuilder text = new StringBuilder();
    try {
      for (List<Attribute> set : parts(name).reversed()) {
        text.append(text.isEmpty() ? "" : ",");
        String plus = "";
        for (Attribute one : set.reversed()) {
          text.append(plus).append(ObjectNames.shortName(one.identifier)).append('=');
          escape(text, one);
          plus = "+";
        }
      }
    } catch (Der.Malformed e) {
      return "";
    }
    return text.toString();
  }

  private static void escape(StringBuilder text, Attribute one) {
    if (one.text == null) {
      text.append('#').append(java.util.HexFormat.of().formatHex(Der.value(one.tag, one.raw)));
      return;
    }
    byte[] bytes = one.text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      boolean edge = b == ' ' && (i == 0 || i == bytes.length - 1) || b == '#' && i == 0;
      if (b < 32 || b > 126) {
        text.append('\\').append("%02X".formatted(b));
      } else {
        text.append(edge || ",+\"\\<>;".indexOf(b) >= 0 ? "\\" : "").append((char) b);
      }
    }
  }

  /** Whether two names are the same but for the case of letters, spaces and kinds of strings. */
  static boolean same(byte[] a, byte[] b) {
    return Arrays.equals(a, b) || Arrays.equals(canonical(a), canonical(b));
  }

  /**
   * The form by which OpenSSL compares names and finds them in folders: text in UTF-8, lower case in
   * ASCII, single spaces, the outermost frame left away.
   */
  static byte[] canonical(byte[] name) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    try {
      Der input = new Der(name).enter(Der.SEQUENCE);
      while (input.hasNext()) {
        Der set = input.enter(Der.SET);
        List<byte[]> attributes = new ArrayList<>();
        while (set.hasNext()) {
          Der one = set.enter(Der.SEQUENCE);
          byte[] identifier = one.expect(Der.OBJECT).whole();
          one.next();
          String text = one.text();
          byte[] value =
              text == null
                  ? one.whole()
                  : Der.value(Der.UTF8, plain(text).getBytes(StandardCharsets.UTF_8));
          attributes.add(Der.value(Der.SEQUENCE, identifier, value));
        }
        attributes.sort(Arrays::compareUnsigned);
        form.writeBytes(Der.value(Der.SET, attributes.toArray(new byte[0][])));
      }
    } catch (Der.Malformed e) {
      return name;
    }
    return form.toByteArray();
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c >= '\t' && c <= '\r') {
        space = !plain.isEmpty();
        continue;
      }
      if (space) {
        plain.append(' ');
        space = false;
      }
      plain.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return plain.toString();
  }

  /** Eight hexadecimal digits: the name of files about this subject in a folder that was rehashed. */
  static String hash(byte[] name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(canonical(name));
      return "%02x%02x%02x%02x".formatted(digest[3], digest[2], digest[1], digest[0]);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last common name, or null. */
  static String commonName(byte[] name) {
    String found = null;
    try {
      for (List<Attribute> set : parts(name)) {
        for (Attribute one : set) {
          found = one.identifier.equals(COMMON_NAME) ? one.text : found;
        }
      }
    } catch (Der.Malformed e) {
      return null;
    }
    return found;
  }
}
