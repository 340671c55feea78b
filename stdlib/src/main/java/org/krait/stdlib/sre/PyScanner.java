package org.krait.stdlib.sre;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;

/** {@code SRE_Scanner}: matches one after another, as the program asks for them. */
@BuiltinType(name = "SRE_Scanner", module = "_sre", subclassable = false, disallowNew = true)
public final class PyScanner extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyScannerTable());

  private final PyPattern pattern;
  private final Search search;
  private boolean finished;

  PyScanner(PyPattern pattern, Search search) {
    this.pattern = pattern;
    this.search = search;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("match(self, /)")
  PyObject match() {
    return answer(!finished && search.nextHere());
  }

  @Method("search(self, /)")
  PyObject search() {
    return answer(!finished && search.next());
  }

  private PyObject answer(boolean found) {
    finished |= !found;
    return found ? new PyMatch(search) : PyNone.NONE;
  }

  @Getter(value = "pattern", member = true)
  PyObject getPattern() {
    return pattern;
  }
}
