package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.Getter;
import org.krait.bytecode.CodeFlags;
import org.krait.runtime.Errors;
import org.krait.runtime.ObjectSizes;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyTuple;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;

/** What Python sees of a code object. */
final class CodeMethods {
  private CodeMethods() {}

  @Method("__repr__(self, /)")
  static String repr(PyCode self) {
    return String.format(
        "<code object %s at 0x%x, file \"%s\", line %d>",
        self.name(), Objects.id(self), self.filename(), self.object().firstLineNumber());
  }

  @Getter(value = "co_argcount", member = true)
  static int argCount(PyCode self) {
    return self.argCount;
  }

  @Getter(value = "co_posonlyargcount", member = true)
  static int posOnlyArgCount(PyCode self) {
    return self.posOnlyCount;
  }

  @Getter(value = "co_kwonlyargcount", member = true)
  static int kwOnlyArgCount(PyCode self) {
    return self.kwOnlyCount;
  }

  @Getter(value = "co_stacksize", member = true)
  static int stackSize(PyCode self) {
    return self.object().stackSize();
  }

  @Getter(value = "co_flags", member = true)
  static int flags(PyCode self) {
    return self.flags;
  }

  @Getter("co_nlocals")
  static int localCount(PyCode self) {
    return names(self, CodeFlags.FAST_LOCAL).size();
  }

  @Getter(value = "co_names", member = true)
  static PyObject names(PyCode self) {
    return PyTuple.of(self.load().names.clone());
  }

  @Getter(value = "co_consts", member = true)
  static PyObject constants(PyCode self) {
    return PyTuple.of(self.load().constants.clone());
  }

  @Getter(value = "co_filename", member = true)
  static PyObject filename(PyCode self) {
    return self.filename();
  }

  @Getter(value = "co_name", member = true)
  static PyObject name(PyCode self) {
    return self.name();
  }

  @Getter(value = "co_qualname", member = true)
  static PyObject qualname(PyCode self) {
    return self.qualname();
  }

  @Getter(value = "co_firstlineno", member = true)
  static int firstLine(PyCode self) {
    return self.object().firstLineNumber();
  }

  @Getter("co_code")
  static PyObject code(PyCode self) {
    return PyBytes.of(self.object().code().clone());
  }

  @Getter("_co_code_adaptive")
  static PyObject adaptiveCode(PyCode self) {
    return code(self);
  }

  @Getter(value = "co_linetable", member = true)
  static PyObject lineTable(PyCode self) {
    return PyBytes.of(self.object().lineTable().clone());
  }

  @Getter(value = "co_exceptiontable", member = true)
  static PyObject exceptionTable(PyCode self) {
    return PyBytes.of(self.object().exceptionTable().clone());
  }

  @Getter("co_varnames")
  static PyTuple variableNames(PyCode self) {
    return PyTuple.of(names(self, CodeFlags.FAST_LOCAL).toArray(PyObject[]::new));
  }

  @Getter("co_cellvars")
  static PyTuple cellNames(PyCode self) {
    return PyTuple.of(names(self, CodeFlags.FAST_CELL).toArray(PyObject[]::new));
  }

  @Getter("co_freevars")
  static PyTuple freeNames(PyCode self) {
    return PyTuple.of(names(self, CodeFlags.FAST_FREE).toArray(PyObject[]::new));
  }

  @Method(
      value = "_varname_from_oparg(self, /, oparg)",
      doc =
          "(internal-only) Return the local variable name for the given oparg.\n\n"
              + "WARNING: this method is for internal use only and may change or go away.")
  static PyObject variableName(PyCode self, int oparg) {
    if (oparg < 0 || oparg >= self.localsCount) {
      throw Errors.indexError("tuple index out of range");
    }
    return self.variable(oparg);
  }

  @Method("__sizeof__(self, /)")
  static long sizeOf(PyCode self) {
    return ObjectSizes.ofCode(self);
  }

  private static List<PyObject> names(PyCode self, int kind) {
    List<PyObject> names = new ArrayList<>();
    for (int i = 0; i < self.localsCount; i++) {
      if ((self.variableKind(i) & kind) != 0) {
        names.add(self.variable(i));
      }
    }
    return names;
  }
}
