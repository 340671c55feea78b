package org.krait.stdlib.thread;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/** {@code threading.local}: attributes that each thread has for itself. */
@BuiltinType(name = "_local", module = "_thread", instanceDict = true, weakReferences = true)
public final class PyThreadLocal extends PyInstance implements ThreadState.Listener {
  public static final PyType TYPE = PyType.builtin(new PyThreadLocalTable());

  private final PyObject[] args;
  private final PyStr[] names;

  /** The dict of each thread; not kept by the thread itself, as it may refer to this object. */
  private final Map<ThreadState, PyDict> dicts = new ConcurrentHashMap<>();

  private PyThreadLocal(PyType type, PyObject[] args, PyStr[] names) {
    super(type);
    this.args = args;
    this.names = names;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (args.length > 0 && cls.special(Special.INIT) == ObjectType.TYPE.special(Special.INIT)) {
      throw Errors.typeError("Initialization arguments are not supported");
    }
    PyThreadLocal made = new PyThreadLocal(cls, args.clone(), names);
    made.start();
    return made;
  }

  private PyDict start() {
    ThreadState thread = ThreadState.current();
    PyDict dict = new PyDict();
    dicts.put(thread, dict);
    thread.tellOfEnd(this);
    return dict;
  }

  @Override
  public void ended(ThreadState thread) {
    dicts.remove(thread);
  }

  /** The dict of the running thread; a new thread starts with {@code __init__}. */
  private PyDict current() {
    PyDict dict = dicts.get(ThreadState.current());
    if (dict == null) {
      dict = start();
      if (type().special(Special.INIT) != ObjectType.TYPE.special(Special.INIT)) {
        type().slots.init(this, args.clone(), names);
      }
    }
    return dict;
  }

  @Override
  public PyObject ownAttribute(PyStr name) {
    return current().get(name);
  }

  @Override
  public boolean setOwnAttribute(PyStr name, PyObject value) {
    if (value == null) {
      return current().remove(name) != null;
    }
    current().put(name, value);
    return true;
  }

  @Override
  public PyDict ownDict() {
    return current();
  }

  @Override
  public boolean setOwnDict(PyDict dict) {
    return false;
  }

  @Method("__getattribute__(self, name, /)")
  PyObject getAttribute(PyStr name) {
    return Attributes.genericGet(this, name);
  }

  @Getter("__dict__")
  PyObject getDict() {
    return current();
  }
}
