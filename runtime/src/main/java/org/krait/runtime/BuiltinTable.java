package org.krait.runtime;

import org.krait.runtime.types.PyStr;

/**
 * The functions of a builtin type or module: what they are called, what they take, and calls by
 * number. The build generates a table for each type and module from the annotations of its class.
 *
 * <p>Functions are numbered from 0. The receiver of a call is the instance for a method, the class for
 * a class method or {@code __new__}, the module for a function and nothing for a static method. It is
 * an instance of the type: whoever calls has checked that.
 */
public abstract class BuiltinTable {
  /** What a function becomes in the type or module that has it. */
  public enum Kind {
    METHOD,
    CLASS_METHOD,
    STATIC_METHOD,
    NEW,
    FUNCTION
  }

  private static final Kind[] KINDS = Kind.values();

  private final Signature[] signatures = new Signature[count()];
  private PyStr moduleName;

  /** How many functions there are. */
  public abstract int count();

  /** The Python name of a function. */
  public abstract String name(int id);

  /** The kinds of all functions, each as a character whose value is the ordinal. */
  protected abstract String kinds();

  /** Makes the signature of a function. */
  protected abstract Signature makeSignature(int id);

  /** The name of the module that the functions say they are from, or null. */
  public abstract String module();

  /** {@link #module} as an object, always the same one: pickles show whether it is. */
  public final PyStr moduleName() {
    if (moduleName == null) {
      moduleName = PyStr.of(module());
    }
    return moduleName;
  }

  /** The documentation of a function, or null. */
  public String doc(int id) {
    return null;
  }

  public final Kind kind(int id) {
    return KINDS[kinds().charAt(id)];
  }

  /** The signature of a function. */
  public final Signature signature(int id) {
    Signature signature = signatures[id];
    return signature != null ? signature : (signatures[id] = makeSignature(id));
  }

  /** {@code type.name} or {@code module.name}. */
  public abstract String qualifiedName(int id);

  public PyObject call0(int id, PyObject self) {
    return callN(id, self, PyObject.NO_ARGS, null);
  }

  public PyObject call1(int id, PyObject self, PyObject a) {
    return callN(id, self, new PyObject[] {a}, null);
  }

  public PyObject call2(int id, PyObject self, PyObject a, PyObject b) {
    return callN(id, self, new PyObject[] {a, b}, null);
  }

  public PyObject call3(int id, PyObject self, PyObject a, PyObject b, PyObject c) {
    return callN(id, self, new PyObject[] {a, b, c}, null);
  }

  /**
   * A call of any form.
   *
   * @param args arguments behind the receiver, then those of the keywords; left as it is
   * @param names the keywords, or null
   */
  public abstract PyObject callN(int id, PyObject self, PyObject[] args, PyStr[] names);
}
