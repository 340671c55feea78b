package org.krait.stdlib.sre;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyTuple;

/** {@code _sre}. */
@BuiltinModule("_sre")
final class SreModule {
  @Value("MAGIC")
  static final int MAGIC = Op.MAGIC;

  @Value("CODESIZE")
  static final int CODESIZE = 4;

  @Value("MAXREPEAT")
  static final long MAXREPEAT = 0xffffffffL;

  @Value("MAXGROUPS")
  static final long MAXGROUPS = Integer.MAX_VALUE / 2;

  private SreModule() {}

  @Function("compile(pattern, flags, code, groups, groupindex, indexgroup)")
  static PyObject compile(
      PyObject pattern, int flags, PyList code, long groups, PyDict groupindex, PyTuple indexgroup) {
    int[] numbers = new int[code.size()];
    for (int i = 0; i < numbers.length; i++) {
      PyInt number = Arguments.index(code.get(i));
      if (number.signum() < 0 || number.bigValue().bitLength() > 32) {
        throw Errors.overflowError("regular expression code size limit exceeded");
      }
      numbers[i] = (int) number.longValue();
    }
    if (groups < 0 || groups > MAXGROUPS) {
      throw invalidCode();
    }
    try {
      return new PyPattern(pattern, flags, numbers, (int) groups, groupindex, indexgroup);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw invalidCode();
    }
  }

  private static PyException invalidCode() {
    return Errors.runtimeError("invalid SRE code");
  }

  @Function("template(pattern, template, /)")
  static PyObject template(PyObject pattern, PyList template) {
    int count = template.size();
    PyObject[] literals = new PyObject[count / 2 + 1];
    int[] groups = new int[count / 2];
    if ((count & 1) == 0) {
      throw Errors.typeError("invalid template");
    }
    for (int i = 0; i < count; i++) {
      if ((i & 1) == 0) {
        literals[i / 2] = template.get(i);
      } else {
        groups[i / 2] = Arguments.toInt(template.get(i));
      }
    }
    return new PyTemplate(literals, groups);
  }

  @Function("getcodesize()")
  static int getcodesize() {
    return CODESIZE;
  }

  @Function("ascii_iscased(character, /)")
  static boolean asciiIscased(int character) {
    return Characters.asciiLower(character) != Characters.asciiUpper(character);
  }

  @Function("unicode_iscased(character, /)")
  static boolean unicodeIscased(int character) {
    return Characters.unicodeLower(character) != character
        || Characters.unicodeUpper(character) != character;
  }

  @Function("ascii_tolower(character, /)")
  static int asciiTolower(int character) {
    return Characters.asciiLower(character);
  }

  @Function("unicode_tolower(character, /)")
  static int unicodeTolower(int character) {
    return Characters.unicodeLower(character);
  }
}
