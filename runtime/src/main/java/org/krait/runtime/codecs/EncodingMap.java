package org.krait.runtime.codecs;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;

/** {@code EncodingMap}: a decoding table the other way round, as {@code codecs.charmap_build} makes it. */
@BuiltinType(name = "EncodingMap", subclassable = false, disallowNew = true)
public final class EncodingMap extends PyObject {
  public static final PyType TYPE = PyType.builtin(new EncodingMapTable());

  /** For each page of 256 characters the byte plus one of each, or null. */
  private final short[][] pages = new short[0x1100][];

  /** A map of the table's characters to their places, of equal ones the last. */
  public EncodingMap(PyStr table) {
    for (int b = 0; b < Math.min(256, table.length()); b++) {
      int c = table.codePointAt(b);
      if (c != 0xfffe) {
        short[] page = pages[c >> 8];
        if (page == null) {
          page = pages[c >> 8] = new short[256];
        }
        page[c & 0xff] = (short) (b + 1);
      }
    }
  }

  /** The byte of a character, or -1. */
  int get(int c) {
    short[] page = pages[c >> 8];
    return page == null ? -1 : page[c & 0xff] - 1;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("size(self, /)")
  int size() {
    int bytes = 32;
    for (short[] page : pages) {
      bytes += page == null ? 0 : 256;
    }
    return bytes;
  }
}
