package org.krait.runtime.types;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyTraceback;

/** {@code BaseExceptionGroup} and {@code ExceptionGroup} (PEP 654). */
@BuiltinType(
    name = "BaseExceptionGroup",
    base = PyBaseException.class,
    instanceDict = true,
    basicSize = 88)
public class PyBaseExceptionGroup extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyBaseExceptionGroupTable());

  private final PyObject message;
  private final PyTuple exceptions;

  private PyBaseExceptionGroup(PyType type, PyObject message, PyTuple exceptions) {
    super(type);
    this.message = message;
    this.exceptions = exceptions;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyTuple given = positional(args, names);
    if (given.size() != 2) {
      throw Errors.typeError(
          "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", given.size());
    }
    return make(cls, given.get(0), given.get(1));
  }

  private static PyObject make(PyType cls, PyObject message, PyObject exceptions) {
    if (!(message instanceof PyStr)) {
      throw Errors.typeError("argument 1 must be str, not %s", message.type().fullName());
    }
    if (exceptions.type().special(org.krait.runtime.Special.GETITEM) == null
        || exceptions instanceof PyDict
        || exceptions instanceof PySet) {
      throw Errors.typeError("second argument (exceptions) must be a sequence");
    }
    PyTuple all = PyTuple.from(exceptions);
    if (all.size() == 0) {
      throw Errors.valueError("second argument (exceptions) must be a non-empty sequence");
    }
    boolean onlyExceptions = true;
    for (int i = 0; i < all.size(); i++) {
      if (!(all.get(i) instanceof PyBaseException e)) {
        throw Errors.valueError("Item %d of second argument (exceptions) is not an exception", i);
      }
      onlyExceptions &= e.type().isSubtypeOf(PyExceptions.Exception);
    }
    PyBaseExceptionGroup made =
        new PyBaseExceptionGroup(chooseType(cls, onlyExceptions), message, all);
    made.setArgs(PyTuple.of(message, exceptions));
    return made;
  }

  private static PyType chooseType(PyType cls, boolean onlyExceptions) {
    if (cls == TYPE) {
      return onlyExceptions ? PyExceptions.ExceptionGroup : cls;
    }
    if (!onlyExceptions && cls.isSubtypeOf(PyExceptions.Exception)) {
      throw cls == PyExceptions.ExceptionGroup
          ? Errors.typeError("Cannot nest BaseExceptions in an ExceptionGroup")
          : Errors.typeError("Cannot nest BaseExceptions in %s", Objects.repr(PyStr.of(cls.name())));
    }
    return cls;
  }

  /** A group of these exceptions. */
  public static PyBaseException of(String message, List<PyBaseException> exceptions) {
    return (PyBaseException)
        TYPE.call(PyStr.of(message), PyList.of(exceptions.toArray(PyObject[]::new)));
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    noKeywords(names);
    setArgs(PyTuple.of(args.clone()));
  }

  public final PyTuple exceptions() {
    return exceptions;
  }

  @Method("__str__(self, /)")
  PyObject str() {
    return PyStr.of(
        String.format(
            "%s (%d sub-exception%s)",
            Objects.str(message), exceptions.size(), exceptions.size() == 1 ? "" : "s"));
  }

  @Method(value = "derive(self, excs, /)", textSignature = false)
  PyObject derive(PyObject inner) {
    return TYPE.call(message, inner);
  }

  @Method(value = "subgroup(self, matcher_value, /)", textSignature = false)
  PyObject subgroup(PyObject matcher) {
    return orNone(split(condition(matcher), false)[0]);
  }

  @Method(value = "split(self, matcher_value, /)", textSignature = false)
  PyObject split(PyObject matcher) {
    PyBaseException[] parts = split(condition(matcher), true);
    return PyTuple.of(orNone(parts[0]), orNone(parts[1]));
  }

  @Method(value = "__class_getitem__(cls, object, /)", textSignature = false)
  static PyObject classGetItem(PyType cls, PyObject object) {
    return PyGenericAlias.of(cls, object);
  }

  private static Predicate<PyBaseException> condition(PyObject matcher) {
    boolean isTuple = matcher instanceof PyTuple;
    if (isTuple) {
      for (PyObject one : (PyTuple) matcher) {
        isTuple &= PyExceptions.isClass(one);
      }
    }
    if (PyExceptions.isClass(matcher) || isTuple) {
      return e -> Attributes.isInstanceOf(e, matcher);
    }
    if (Objects.isCallable(matcher) && !(matcher instanceof PyType)) {
      return e -> Objects.isTrue(matcher.call(e));
    }
    throw Errors.typeError(
        "expected a function, exception type or tuple of exception types");
  }

  /** The part that matches and the rest (null for nothing), with the nesting kept. */
  private PyBaseException[] split(Predicate<PyBaseException> condition, boolean wantRest) {
    if (condition.test(this)) {
      return new PyBaseException[] {this, null};
    }
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" in exceptiongroup_split_recursive");
    try {
      List<PyBaseException> matching = new ArrayList<>();
      List<PyBaseException> others = new ArrayList<>();
      for (PyObject item : exceptions) {
        PyBaseException[] parts =
            item instanceof PyBaseExceptionGroup group
                ? group.split(condition, wantRest)
                : condition.test((PyBaseException) item)
                    ? new PyBaseException[] {(PyBaseException) item, null}
                    : new PyBaseException[] {null, (PyBaseException) item};
        if (parts[0] != null) {
          matching.add(parts[0]);
        }
        if (parts[1] != null) {
          others.add(parts[1]);
        }
      }
      return new PyBaseException[] {part(matching), wantRest ? part(others) : null};
    } finally {
      thread.leaveRecursion();
    }
  }

  /** A group like this one with these exceptions, made by {@code derive}. */
  private PyBaseException part(List<PyBaseException> inner) {
    if (inner.isEmpty()) {
      return null;
    }
    PyObject made =
        Attributes.get(this, "derive").call(PyList.of(inner.toArray(PyObject[]::new)));
    if (!(made instanceof PyBaseExceptionGroup group)) {
      throw Errors.typeError("derive must return an instance of BaseExceptionGroup");
    }
    group.setTraceback(traceback() instanceof PyTraceback tb ? tb : null);
    group.setContext(context());
    if (cause() != null || suppressesContext()) {
      group.setCause(cause());
    }
    PyObject notes = Attributes.getOrNull(this, "__notes__");
    if (notes instanceof PyList) {
      Attributes.set(group, PyStr.interned("__notes__"), PyList.from(notes));
    }
    return group;
  }

  /** The part of this group whose leaves are in any of the given groups. */
  public final PyBaseException projection(List<PyBaseException> kept) {
    Map<PyObject, Boolean> leaves = new IdentityHashMap<>();
    for (PyBaseException e : kept) {
      collect(e, leaves);
    }
    return split(e -> !(e instanceof PyBaseExceptionGroup) && leaves.containsKey(e), false)[0];
  }

  private static void collect(PyBaseException e, Map<PyObject, Boolean> leaves) {
    if (e instanceof PyBaseExceptionGroup group) {
      for (PyObject inner : group.exceptions) {
        collect((PyBaseException) inner, leaves);
      }
    } else {
      leaves.put(e, true);
    }
  }

  @Getter(value = "message", member = true)
  PyObject getMessage() {
    return message;
  }

  @Getter(value = "exceptions", member = true)
  PyObject getExceptions() {
    return exceptions;
  }
}
