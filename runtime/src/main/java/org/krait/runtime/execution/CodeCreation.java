package org.krait.runtime.execution;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** How programs make code objects: {@code types.CodeType(…)} and {@code code.replace(…)}. */
final class CodeCreation {
  private CodeCreation() {}

  @Method(
      "__new__(cls, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags,"
          + " codestring, constants, names, varnames, filename, name, qualname, firstlineno,"
          + " linetable, exceptiontable, freevars=NULL, cellvars=NULL, /)")
  static PyCode make(
      PyType cls,
      int argCount,
      int posOnlyCount,
      int kwOnlyCount,
      int localCount,
      int stackSize,
      int flags,
      PyBytes code,
      PyTuple constants,
      PyTuple names,
      PyTuple variables,
      PyStr filename,
      PyStr name,
      PyStr qualname,
      int firstLine,
      PyBytes lineTable,
      PyBytes exceptionTable,
      PyTuple freeVariables,
      PyTuple cellVariables) {
    CodeDraft draft = new CodeDraft();
    draft.argCount = natural("argcount", argCount);
    draft.posOnlyCount = natural("posonlyargcount", posOnlyCount);
    draft.kwOnlyCount = natural("kwonlyargcount", kwOnlyCount);
    draft.localCount = natural("nlocals", localCount);
    draft.stackSize = stackSize;
    draft.flags = flags;
    draft.code = code;
    draft.constants = constants;
    draft.names = names;
    draft.variables = variables;
    draft.filename = filename;
    draft.name = name;
    draft.qualname = qualname;
    draft.firstLine = firstLine;
    draft.lineTable = lineTable;
    draft.exceptionTable = exceptionTable;
    draft.freeVariables = freeVariables == null ? PyTuple.of() : freeVariables;
    draft.cellVariables = cellVariables == null ? PyTuple.of() : cellVariables;
    checkNames(draft);
    return draft.build();
  }

  private static int natural(String field, int value) {
    if (value < 0) {
      throw Errors.valueError("code: %s must not be negative", field);
    }
    return value;
  }

  /** Names the culprit, as only the constructor does. */
  private static void checkNames(CodeDraft draft) {
    PyTuple[] tuples = {draft.names, draft.variables, draft.freeVariables, draft.cellVariables};
    for (PyTuple tuple : tuples) {
      for (var item : tuple.items()) {
        if (!(item instanceof PyStr)) {
          throw Errors.typeError(
              "name tuples must contain only strings, not '%s'", item.type().fullName());
        }
      }
    }
  }

  @Method(
      value = "replace(self, /, **changes)",
      doc = "Return a copy of the code object with new values for the specified fields.")
  static PyCode replace(PyCode self, PyDict changes) {
    CodeDraft draft = CodeDraft.of(self);
    for (PyDict.Entry change : changes.entryList()) {
      draft.set(change.key().toString(), change.value());
    }
    if (!draft.namesAreText()) {
      throw Errors.systemError("non-string found in code slot");
    }
    return draft.build();
  }
}
