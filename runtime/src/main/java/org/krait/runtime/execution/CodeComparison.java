package org.krait.runtime.execution;

import java.util.Arrays;
import java.util.List;
import org.krait.annotations.Method;
import org.krait.bytecode.CodeObject;
import org.krait.constants.Constant;
import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNotImplemented;

/** Equality of code objects: they do the same and stand on the same line, in whatever file. */
final class CodeComparison {
  private CodeComparison() {}

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyCode self, PyObject other, int op) {
    if (!(other instanceof PyCode code) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(same(self.complete(), code.complete()) == (op == Comparison.EQ));
  }

  @Method("__hash__(self, /)")
  static long hash(PyCode self) {
    CodeObject o = self.object();
    int hash = 31 * o.name().hashCode() + o.firstLineNumber();
    hash = 31 * hash + Arrays.hashCode(o.code());
    hash = 31 * hash + Arrays.hashCode(o.lineTable());
    hash = 31 * hash + o.flags() + o.argCount() + 7 * o.posOnlyArgCount();
    return 31L * hash + Arrays.hashCode(self.variables());
  }

  private static boolean same(CodeObject a, CodeObject b) {
    return a == b
        || a.argCount() == b.argCount()
            && a.posOnlyArgCount() == b.posOnlyArgCount()
            && a.kwOnlyArgCount() == b.kwOnlyArgCount()
            && a.flags() == b.flags()
            && a.firstLineNumber() == b.firstLineNumber()
            && a.name().equals(b.name())
            && Arrays.equals(a.code(), b.code())
            && a.names().equals(b.names())
            && a.localsPlusNames().equals(b.localsPlusNames())
            && Arrays.equals(a.lineTable(), b.lineTable())
            && Arrays.equals(a.exceptionTable(), b.exceptionTable())
            && sameConstants(a.constants(), b.constants());
  }

  private static boolean sameConstants(List<Constant> a, List<Constant> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      boolean same =
          a.get(i) instanceof CodeObject x && b.get(i) instanceof CodeObject y
              ? same(x, y)
              : a.get(i).equals(b.get(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
