package org.krait.stdlib.sre;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.ByteBuilder;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code SRE_Template}: a replacement, read: literal text and groups in turn. */
@BuiltinType(name = "SRE_Template", module = "_sre", subclassable = false, disallowNew = true)
public final class PyTemplate extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyTemplateTable());

  /** One more than there are groups. */
  final PyObject[] literals;

  final int[] groups;

  PyTemplate(PyObject[] literals, int[] groups) {
    this.literals = literals;
    this.groups = groups;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The replacement when it has no groups, else null. */
  PyObject literal() {
    return groups.length == 0 ? literals[0] : null;
  }

  /** The replacement for a match. */
  PyObject expand(PyMatch match) {
    return match.isBytes() ? expandBytes(match) : expandText(match);
  }

  private PyObject expandText(PyMatch match) {
    PyStrBuilder text = new PyStrBuilder().append((PyStr) literals[0]);
    for (int i = 0; i < groups.length; i++) {
      if (match.slice(groups[i], PyNone.NONE) instanceof PyStr part) {
        text.append(part);
      }
      text.append((PyStr) literals[i + 1]);
    }
    return text.toPyStr();
  }

  private PyObject expandBytes(PyMatch match) {
    ByteBuilder bytes = new ByteBuilder(64).append(Buffers.bytes(literals[0]));
    for (int i = 0; i < groups.length; i++) {
      PyObject part = match.slice(groups[i], PyNone.NONE);
      if (part != PyNone.NONE) {
        bytes.append(Buffers.bytes(part));
      }
      bytes.append(Buffers.bytes(literals[i + 1]));
    }
    return PyBytes.of(bytes.toByteArray());
  }
}
