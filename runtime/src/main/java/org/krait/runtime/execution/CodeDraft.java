package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.runtime.Arguments;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The fields of a code object that a program makes, by the names that Python has for them. */
final class CodeDraft {
  int argCount;
  int posOnlyCount;
  int kwOnlyCount;
  int localCount;
  int stackSize;
  int flags;
  PyBytes code;
  PyTuple constants;
  PyTuple names;
  PyTuple variables;
  PyStr filename;
  PyStr name;
  PyStr qualname;
  int firstLine;
  PyBytes lineTable;
  PyBytes exceptionTable;
  PyTuple freeVariables;
  PyTuple cellVariables;

  /** The fields of an existing one. */
  static CodeDraft of(PyCode from) {
    CodeDraft draft = new CodeDraft();
    draft.argCount = from.argCount;
    draft.posOnlyCount = from.posOnlyCount;
    draft.kwOnlyCount = from.kwOnlyCount;
    draft.localCount = CodeMethods.localCount(from);
    draft.stackSize = from.object().stackSize();
    draft.flags = from.flags;
    draft.code = PyBytes.of(from.object().code());
    draft.constants = PyTuple.of(from.load().constants);
    draft.names = PyTuple.of(from.names.clone());
    draft.variables = CodeMethods.variableNames(from);
    draft.filename = from.filename();
    draft.name = from.name();
    draft.qualname = from.qualname();
    draft.firstLine = from.object().firstLineNumber();
    draft.lineTable = PyBytes.of(from.object().lineTable());
    draft.exceptionTable = PyBytes.of(from.object().exceptionTable());
    draft.freeVariables = CodeMethods.freeNames(from);
    draft.cellVariables = CodeMethods.cellNames(from);
    return draft;
  }

  /** Sets a field for {@code replace()}. */
  void set(String field, PyObject value) {
    switch (field) {
      case "co_argcount" -> argCount = natural(field, value);
      case "co_posonlyargcount" -> posOnlyCount = natural(field, value);
      case "co_kwonlyargcount" -> kwOnlyCount = natural(field, value);
      case "co_nlocals" -> localCount = natural(field, value);
      case "co_stacksize" -> stackSize = natural(field, value);
      case "co_flags" -> flags = natural(field, value);
      case "co_firstlineno" -> firstLine = natural(field, value);
      case "co_code" -> code = bytes(field, value);
      case "co_consts" -> constants = tuple(field, value);
      case "co_names" -> names = tuple(field, value);
      case "co_varnames" -> variables = tuple(field, value);
      case "co_freevars" -> freeVariables = tuple(field, value);
      case "co_cellvars" -> cellVariables = tuple(field, value);
      case "co_filename" -> filename = text(field, value);
      case "co_name" -> name = text(field, value);
      case "co_qualname" -> qualname = text(field, value);
      case "co_linetable" -> lineTable = bytes(field, value);
      case "co_exceptiontable" -> exceptionTable = bytes(field, value);
      default ->
          throw Errors.typeError("'%s' is an invalid keyword argument for replace()", field);
    }
  }

  private static String which(String field) {
    return "replace() argument '" + field + "'";
  }

  private static int natural(String field, PyObject value) {
    int number = Arguments.toInt(value);
    if (number < 0) {
      throw Errors.valueError("%s must be a positive integer", field);
    }
    return number;
  }

  private static PyBytes bytes(String field, PyObject value) {
    return Arguments.instance(value, PyBytes.class, which(field), "bytes");
  }

  private static PyTuple tuple(String field, PyObject value) {
    return Arguments.instance(value, PyTuple.class, which(field), "tuple");
  }

  private static PyStr text(String field, PyObject value) {
    return Arguments.instance(value, PyStr.class, which(field), "str");
  }

  /** True when all names are strings. */
  boolean namesAreText() {
    return areText(names) && areText(variables) && areText(freeVariables) && areText(cellVariables);
  }

  private static boolean areText(PyTuple tuple) {
    for (PyObject item : tuple.items()) {
      if (!(item instanceof PyStr)) {
        return false;
      }
    }
    return true;
  }

  /** The code object, once the fields fit together. */
  PyCode build() {
    ThreadState thread = ThreadState.current();
    if (AuditHooks.isHeard(thread)) {
      AuditHooks.raise(
          thread, "code.__new__", code, filename, name, PyLong.of(argCount),
          PyLong.of(posOnlyCount), PyLong.of(kwOnlyCount), PyLong.of(localCount),
          PyLong.of(stackSize), PyLong.of(flags));
    }
    check();
    List<String> variableNames = new ArrayList<>();
    List<Byte> kinds = new ArrayList<>();
    List<String> cells = strings(cellVariables);
    for (String local : strings(variables)) {
      variableNames.add(local);
      int cell = cells.contains(local) ? CodeFlags.FAST_CELL : 0;
      kinds.add((byte) (CodeFlags.FAST_LOCAL | cell));
    }
    for (String cell : cells) {
      if (!variableNames.contains(cell)) {
        variableNames.add(cell);
        kinds.add((byte) CodeFlags.FAST_CELL);
      }
    }
    for (String free : strings(freeVariables)) {
      variableNames.add(free);
      kinds.add((byte) CodeFlags.FAST_FREE);
    }
    return LoadCode.made(object(variableNames, kinds), constants.items().clone());
  }

  private CodeObject object(List<String> variableNames, List<Byte> kinds) {
    byte[] kindBytes = new byte[kinds.size()];
    for (int i = 0; i < kindBytes.length; i++) {
      kindBytes[i] = kinds.get(i);
    }
    return new CodeObject(
        argCount,
        posOnlyCount,
        kwOnlyCount,
        stackSize,
        flags,
        code.array(),
        PlainConstants.ofAll(constants.items()),
        strings(names),
        variableNames,
        kindBytes,
        filename.toString(),
        name.toString(),
        qualname.toString(),
        firstLine,
        lineTable.array(),
        exceptionTable.array());
  }

  private void check() {
    if (argCount < posOnlyCount || stackSize < 0 || flags < 0) {
      throw Errors.systemError("Objects/codeobject.c:354: bad argument to internal function");
    }
    long parameters = (long) argCount + kwOnlyCount;
    parameters += (flags & CodeFlags.VARARGS) != 0 ? 1 : 0;
    parameters += (flags & CodeFlags.VARKEYWORDS) != 0 ? 1 : 0;
    if (parameters > variables.items().length) {
      throw Errors.valueError("code: co_varnames is too small");
    }
    if (localCount != variables.items().length) {
      throw Errors.valueError("code: co_nlocals != len(co_varnames)");
    }
    if (code.array().length % 2 != 0) {
      throw Errors.valueError("code: co_code is malformed");
    }
  }

  private static List<String> strings(PyTuple tuple) {
    List<String> strings = new ArrayList<>();
    for (PyObject item : tuple.items()) {
      strings.add(item.toString());
    }
    return strings;
  }
}
