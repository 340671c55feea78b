package org.krait.stdlib.functools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.ObjectType;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What {@code functools.lru_cache} makes of a function: calls it once for each kind of arguments. */
@BuiltinType(
    name = "_lru_cache_wrapper",
    module = "functools",
    instanceDict = true,
    weakReferences = true)
public final class PyLruCache extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyLruCacheTable());

  /** Stands between positional arguments and keywords in a key. */
  private static final PyObject MARK = new PyInstance(ObjectType.TYPE);

  private final PyObject function;
  private final boolean typed;
  private final PyObject infoType;

  /** How many results are kept; negative for all. */
  private final long maxSize;

  /** Results by key, the least recently used first. */
  private final PyDict results = new PyDict();

  private long hits;
  private long misses;

  private PyLruCache(
      PyType cls, PyObject function, long maxSize, boolean typed, PyObject infoType) {
    super(cls);
    this.function = function;
    this.maxSize = maxSize;
    this.typed = typed;
    this.infoType = infoType;
  }

  @Method("__new__(cls, user_function, maxsize, typed, cache_info_type)")
  static PyObject make(
      PyType cls, PyObject function, PyObject maxSize, boolean typed, PyObject infoType) {
    if (!Objects.isCallable(function)) {
      throw Errors.typeError("the first argument must be callable");
    }
    long limit = -1;
    if (maxSize != PyNone.NONE) {
      if (!Subscripts.isIndex(maxSize)) {
        throw Errors.typeError("maxsize should be integer or None");
      }
      limit = Math.max(0, Arguments.toLong(maxSize));
    }
    return new PyLruCache(cls, function, limit, typed, infoType);
  }

  @Getter("__dict__")
  PyObject getDict() {
    return ownDict();
  }

  /** A class derived from this one may have a {@code __call__} of its own. */
  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    return type() == TYPE ? invoke(args, names) : type().slots.call(this, args, names);
  }

  @Override
  public PyObject call(PyObject a) {
    if (type() != TYPE || typed || maxSize == 0) {
      return super.call(a);
    }
    Class<?> kind = a.getClass();
    PyObject key = kind == PyLong.class || kind == PyStr.class ? a : PyTuple.of(a);
    long hash = Objects.hash(key);
    PyObject known = lookup(key, hash);
    return known != null ? known : store(key, hash, function.call(a));
  }

  @Override
  public PyObject call(PyObject a, PyObject b) {
    if (type() != TYPE || typed || maxSize == 0) {
      return super.call(a, b);
    }
    PyObject key = PyTuple.of(a, b);
    long hash = Objects.hash(key);
    PyObject known = lookup(key, hash);
    return known != null ? known : store(key, hash, function.call(a, b));
  }

  @Override
  public PyObject call(PyObject a, PyObject b, PyObject c) {
    if (type() != TYPE || typed || maxSize == 0) {
      return super.call(a, b, c);
    }
    PyObject key = PyTuple.of(a, b, c);
    long hash = Objects.hash(key);
    PyObject known = lookup(key, hash);
    return known != null ? known : store(key, hash, function.call(a, b, c));
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject invoke(PyObject[] args, PyStr[] names) {
    if (maxSize == 0) {
      misses++;
      return function.call(args, names);
    }
    PyObject key = key(args, names);
    long hash = Objects.hash(key);
    PyObject known = lookup(key, hash);
    if (known != null) {
      return known;
    }
    return store(key, hash, function.call(args, names));
  }

  private PyObject lookup(PyObject key, long hash) {
    PyObject known = results.get(key, hash);
    if (Concurrency.active()) {
      synchronized (results) {
        count(known);
      }
    } else {
      count(known);
    }
    if (known != null && maxSize > 0) {
      results.move(key, hash, true);
    }
    return known;
  }

  private void count(PyObject known) {
    if (known == null) {
      misses++;
    } else {
      hits++;
    }
  }

  /** Keeps a result; whoever has computed the same meanwhile, in this call or in another thread, was first. */
  private PyObject store(PyObject key, long hash, PyObject result) {
    if (maxSize < 0) {
      results.put(key, hash, result);
      return result;
    }
    if (results.get(key, hash) == null) {
      results.put(key, hash, result);
      if (results.size() > maxSize) {
        results.removeFirst();
      }
    }
    return result;
  }

  /** The arguments as one value that can be hashed; a lone int or str stands for itself. */
  private PyObject key(PyObject[] args, PyStr[] names) {
    if (names == null && !typed && args.length == 1) {
      Class<?> kind = args[0].getClass();
      if (kind == PyLong.class || kind == PyStr.class) {
        return args[0];
      }
    }
    int keywords = names == null ? 0 : names.length;
    int positional = args.length - keywords;
    int marks = keywords == 0 ? 0 : 1;
    PyObject[] parts = new PyObject[positional + marks + 2 * keywords + (typed ? args.length : 0)];
    System.arraycopy(args, 0, parts, 0, positional);
    int at = positional;
    if (marks > 0) {
      parts[at++] = MARK;
    }
    for (int i = 0; i < keywords; i++) {
      parts[at++] = names[i];
      parts[at++] = args[positional + i];
    }
    if (typed) {
      for (PyObject arg : args) {
        parts[at++] = arg.type();
      }
    }
    return PyTuple.of(parts);
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    return instance == null || instance == PyNone.NONE ? this : new PyBoundMethod(this, instance);
  }

  @Method("cache_info(self, /)")
  PyObject cacheInfo() {
    PyObject limit = maxSize < 0 ? PyNone.NONE : PyLong.of(maxSize);
    return infoType.call(
        new PyObject[] {PyLong.of(hits), PyLong.of(misses), limit, PyLong.of(results.size())}, null);
  }

  @Method("cache_clear(self, /)")
  void cacheClear() {
    synchronized (results) {
      hits = 0;
      misses = 0;
    }
    results.clear();
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return Attributes.get(this, "__qualname__");
  }

  @Method("__copy__(self, /)")
  PyObject copy() {
    return this;
  }

  @Method("__deepcopy__(self, memo, /)")
  PyObject deepCopy(PyObject memo) {
    return this;
  }
}
