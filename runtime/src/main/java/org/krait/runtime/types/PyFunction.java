package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.Assumption;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.BindArguments;
import org.krait.runtime.execution.CompiledCode;
import org.krait.runtime.execution.Execute;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;

/** A function that a program defined. */
@BuiltinType(
    name = "function",
    subclassable = false,
    instanceDict = true,
    weakReferences = true,
    parts = {FunctionMethods.class},
    basicSize = 144)
public final class PyFunction extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyFunctionTable());
  public static final PyCell[] NO_CELLS = {};

  private PyCode code;
  public final PyDict globals;
  public final PyObject builtins;

  /** The cells of the free variables, in the order of {@code co_freevars}. */
  public PyCell[] closure = NO_CELLS;

  /** Defaults of the last positional parameters. */
  public PyObject[] defaults = NO_ARGS;

  /** Defaults of keyword-only parameters by name, or null. */
  public PyDict keywordDefaults;

  // Null while they are the code's.
  private PyStr name;
  private PyStr qualname;
  private PyObject doc;

  PyObject module;
  PyObject annotations;
  PyObject typeParams = PyTuple.EMPTY;
  /** Whether {@code __defaults__} is {@code ()} and not {@code None}. */
  boolean hasEmptyDefaults;

  private PyDict dict;

  private Assumption unchanged;

  public PyFunction(PyCode code, PyDict globals) {
    this(code, globals, Interpreter.builtinsOf(globals), globals.get(FunctionMethods.NAME));
  }

  /**
   * The same for who knows what is found in the globals.
   *
   * @param module what {@code __name__} is there, or null
   */
  public PyFunction(PyCode code, PyDict globals, PyObject builtins, PyObject module) {
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.module = module;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public PyCode code() {
    return code;
  }

  /** {@code f.__code__ = code}; the number of free variables has been checked. */
  public void setCode(PyCode next) {
    name = name();
    qualname = qualname();
    doc = doc();
    code = next;
    changed();
  }

  /** That code and defaults stay what they are now; what is linked to a function builds on it. */
  public synchronized Assumption unchanged() {
    if (unchanged == null) {
      unchanged = new Assumption();
    }
    return unchanged;
  }

  void changed() {
    Assumption broken;
    synchronized (this) {
      broken = unchanged;
      unchanged = null;
    }
    if (broken != null) {
      broken.invalidate();
    }
  }

  public PyStr name() {
    return name == null ? code.name() : name;
  }

  /** The name, or null while it is the code's. */
  public PyStr ownName() {
    return name;
  }

  /** The qualified name, or null while it is the code's. */
  public PyStr ownQualname() {
    return qualname;
  }

  void setName(PyStr value) {
    name = value;
  }

  public PyStr qualname() {
    return qualname == null ? code.qualname() : qualname;
  }

  void setQualname(PyStr value) {
    qualname = value;
  }

  /** {@code __doc__}. */
  PyObject doc() {
    return doc == null ? code.documentation() : doc;
  }

  void setDoc(PyObject value) {
    doc = value;
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    ThreadState thread = ThreadState.current();
    return BindArguments.call(thread, this, args, names);
  }

  @Override
  public PyObject call() {
    if (!code.simple || code.argCount != 0) {
      return call(NO_ARGS, null);
    }
    CompiledCode compiled = code.compiled;
    ThreadState thread = ThreadState.current();
    return compiled != null && compiled.accepts(thread, this)
        ? compiled.call(thread, this)
        : Execute.call(newFrame(thread));
  }

  @Override
  public PyObject call(PyObject a) {
    if (!code.simple || code.argCount != 1) {
      return call(new PyObject[] {a}, null);
    }
    CompiledCode compiled = code.compiled;
    ThreadState thread = ThreadState.current();
    if (compiled != null && compiled.accepts(thread, this)) {
      return compiled.call(thread, this, a);
    }
    PyFrame frame = newFrame(thread);
    frame.slots[0] = a;
    return Execute.call(frame);
  }

  @Override
  public PyObject call(PyObject a, PyObject b) {
    if (!code.simple || code.argCount != 2) {
      return call(new PyObject[] {a, b}, null);
    }
    CompiledCode compiled = code.compiled;
    ThreadState thread = ThreadState.current();
    if (compiled != null && compiled.accepts(thread, this)) {
      return compiled.call(thread, this, a, b);
    }
    PyFrame frame = newFrame(thread);
    frame.slots[0] = a;
    frame.slots[1] = b;
    return Execute.call(frame);
  }

  @Override
  public PyObject call(PyObject a, PyObject b, PyObject c) {
    if (!code.simple || code.argCount != 3) {
      return call(new PyObject[] {a, b, c}, null);
    }
    CompiledCode compiled = code.compiled;
    ThreadState thread = ThreadState.current();
    if (compiled != null && compiled.accepts(thread, this)) {
      return compiled.call(thread, this, a, b, c);
    }
    PyFrame frame = newFrame(thread);
    frame.slots[0] = a;
    frame.slots[1] = b;
    frame.slots[2] = c;
    return Execute.call(frame);
  }

  private PyFrame newFrame(ThreadState thread) {
    return new PyFrame(thread, code, this, globals, builtins);
  }

  @Override
  public PyObject ownAttribute(PyStr attribute) {
    return dict == null ? null : dict.get(attribute);
  }

  @Override
  public boolean setOwnAttribute(PyStr attribute, PyObject value) {
    if (value == null) {
      return dict != null && dict.remove(attribute) != null;
    }
    ownDict().put(attribute, value);
    return true;
  }

  @Override
  public PyDict ownDict() {
    if (dict == null) {
      dict = new PyDict();
    }
    return dict;
  }

  @Override
  public boolean setOwnDict(PyDict value) {
    dict = value;
    return true;
  }

  /** What {@code SET_FUNCTION_ATTRIBUTE} and its kin set from the stack. */
  public void setAnnotations(PyObject value) {
    annotations = value;
  }

  public void setTypeParams(PyObject value) {
    typeParams = value;
  }
}
