package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Finalizers;
import org.krait.runtime.ObjectType;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Shaped;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyTupleInstance;

/**
 * What machine code links to where it has assumed something: each method does one exact thing and throws
 * {@link GuardFailed} when the values are not what it is for, before it has changed anything.
 *
 * <p>None of them runs Python code. All are small, so that HotSpot inlines them and nothing depends on
 * profiles that many callers share. Those on numbers are in {@link GuardedNumbers}, those on containers in
 * {@link GuardedItems}; a name stands in one of the classes only, because the translator finds them by it.
 */
public final class GuardedOperations {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;
  private static final PyStr CLASS = PyStr.interned("__class__");

  private GuardedOperations() {}

  // ---- kinds

  public static long asLong(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return ((PyLong) value).value;
    }
    throw FAILED;
  }

  public static double asDouble(PyObject value) {
    if (value.getClass() == PyFloat.class) {
      return ((PyFloat) value).value;
    }
    throw FAILED;
  }

  /** A float, or an int as one. */
  public static double toDouble(PyObject value) {
    if (value.getClass() == PyFloat.class) {
      return ((PyFloat) value).value;
    }
    if (value.getClass() == PyLong.class) {
      return ((PyLong) value).value;
    }
    throw FAILED;
  }

  public static boolean asTruth(PyObject value) {
    if (value == PyBool.TRUE) {
      return true;
    }
    if (value == PyBool.FALSE) {
      return false;
    }
    throw FAILED;
  }

  public static PyObject box(long value) {
    return PyLong.of(value);
  }

  public static PyObject box(double value) {
    return new PyFloat(value);
  }

  public static PyObject box(boolean value) {
    return value ? PyBool.TRUE : PyBool.FALSE;
  }

  private static int chances;

  /** Leaves the machine code now and then though nothing is wrong, at places that vary; for tests. */
  public static void chance() {
    chances = chances * 1103515245 + 12345;
    if ((chances >>> 16 & 7) == 0) {
      throw GuardFailed.FORCED;
    }
  }

  public static PyObject notNull(PyObject value) {
    if (value == null) {
      throw FAILED;
    }
    return value;
  }

  /** The truth of values whose type says so without Python code. */
  public static boolean isTrue(PyObject value) {
    if (value == PyBool.TRUE) {
      return true;
    }
    if (value == PyBool.FALSE || value == PyNone.NONE) {
      return false;
    }
    return value.getClass() == PyLong.class ? ((PyLong) value).value != 0 : isTrueSlow(value);
  }

  private static boolean isTrueSlow(PyObject value) {
    // By hand: a switch over types asks a bootstrapped method, which costs more than all of this.
    Class<?> type = value.getClass();
    if (type == PyStr.class) {
      return ((PyStr) value).length() != 0;
    }
    if (type == PyList.class) {
      return ((PyList) value).size() != 0;
    }
    if (type == PyTuple.class) {
      return ((PyTuple) value).size() != 0;
    }
    if (type == PyDict.class) {
      return ((PyDict) value).size() != 0;
    }
    if (type == PySet.class) {
      return ((PySet) value).size() != 0;
    }
    return type == PyFloat.class ? ((PyFloat) value).value != 0 : isTrueByType(value);
  }

  private static boolean isTrueByType(PyObject value) {
    PyType type = value.type();
    if (!type.isHeap()) {
      return Objects.isTrue(value);
    }
    return type.special(Special.BOOL) == null && type.special(Special.LEN) == null || GuardedDerived.isTrue(value);
  }

  public static boolean isTrue(long value) {
    return value != 0;
  }

  public static boolean isTrue(double value) {
    return value != 0;
  }

  // ---- attributes

  public static PyObject attribute(PyObject object, Shape shape, int index) {
    if (object instanceof PyInstance instance && instance.shape() == shape) {
      PyObject value = instance.slot(index);
      if (value != null) {
        return value;
      }
    }
    throw FAILED;
  }

  public static void checkShape(PyObject object, Shape shape) {
    if (!(object instanceof PyInstance instance) || instance.shape() != shape) {
      throw FAILED;
    }
  }

  /** Whether the object has the shape; null is nobody's. */
  public static boolean hasShape(PyObject object, Shape shape) {
    return object instanceof PyInstance instance && instance.shape() == shape;
  }

  // The same for instances of classes that derive from builtin types with a form of their own.

  public static PyObject attributeOfValue(PyObject object, Shape shape, int index) {
    if (object instanceof Shaped value && value.shape() == shape) {
      PyObject attribute = value.slot(index);
      if (attribute != null) {
        return attribute;
      }
    }
    throw FAILED;
  }

  public static void checkShapeOfValue(PyObject object, Shape shape) {
    if (!hasShapeOfValue(object, shape)) {
      throw FAILED;
    }
  }

  public static boolean hasShapeOfValue(PyObject object, Shape shape) {
    return object instanceof Shaped value && value.shape() == shape;
  }

  public static void setAttributeOfValue(
      PyObject object, Shape shape, int index, PyObject attribute) {
    if (!(object instanceof Shaped value) || !value.setSlot(shape, index, attribute)) {
      throw FAILED;
    }
  }

  public static void addAttributeOfValue(
      PyObject object, Shape shape, Shape after, int index, PyObject attribute) {
    if (!(object instanceof Shaped value) || !value.addSlot(shape, after, index, attribute)) {
      throw FAILED;
    }
  }

  public static void checkType(PyObject object, PyType type) {
    if (object.type() != type) {
      throw FAILED;
    }
  }

  /** Refuses a right operand whose class derives from the left one's, which would be asked first. */
  public static void checkRight(PyObject right, PyType left) {
    PyType own = right.type();
    if (own != left && own.isHeap() && own.isSubtypeOf(left)) {
      throw FAILED;
    }
  }

  public static boolean hasType(PyObject object, PyType type) {
    return object.type() == type;
  }

  public static PyObject typeOf(PyObject object) {
    return object.type();
  }

  /** {@code isinstance} with a class whose metaclass is {@code type}. */
  public static boolean isInstance(PyObject object, PyType type) {
    PyType own = object.type();
    if (own == type || own.isSubtypeOf(type)) {
      return true;
    }
    if (own.lookup(CLASS) != ObjectType.TYPE.lookup(CLASS)) {
      throw FAILED;
    }
    return false;
  }

  /** {@code isinstance} with a tuple of such classes. */
  public static boolean isInstanceOfAny(PyObject object, PyType[] types) {
    for (PyType type : types) {
      if (isInstance(object, type)) {
        return true;
      }
    }
    return false;
  }

  /** {@code issubclass} with a class whose metaclass is {@code type}. */
  public static boolean isSubclass(PyObject derived, PyType type) {
    if (!(derived instanceof PyType own)) {
      throw FAILED;
    }
    return own == type || own.isSubtypeOf(type);
  }

  /** {@code issubclass} with a tuple of such classes. */
  public static boolean isSubclassOfAny(PyObject derived, PyType[] types) {
    for (PyType type : types) {
      if (isSubclass(derived, type)) {
        return true;
      }
    }
    if (!(derived instanceof PyType)) {
      throw FAILED;
    }
    return false;
  }

  public static void setAttribute(PyObject object, Shape shape, int index, PyObject value) {
    if (!(object instanceof PyInstance instance) || !instance.setSlot(shape, index, value)) {
      throw FAILED;
    }
  }

  public static void addAttribute(
      PyObject object, Shape shape, Shape after, int index, PyObject value) {
    if (!(object instanceof PyInstance instance) || !instance.addSlot(shape, after, index, value)) {
      throw FAILED;
    }
  }

  /** An attribute of a class with a plain metaclass, as long as it is data. */
  public static PyObject classValue(PyType type, PyStr name) {
    PyObject value = type.lookup(name);
    if (value == null || type.type() != PyType.TYPE || !PyType.isPlainData(value)) {
      throw FAILED;
    }
    return value;
  }

  public static void setClassValue(PyObject value, PyType type, PyStr name) {
    if (type.type() != PyType.TYPE) {
      throw FAILED;
    }
    type.setAttribute(name, value);
  }

  /** An attribute that a program gave to a function; the name is none of the type's. */
  public static PyObject functionAttribute(PyObject function, PyStr name) {
    PyObject value = function.getClass() == PyFunction.class ? function.ownAttribute(name) : null;
    if (value == null) {
      throw FAILED;
    }
    return value;
  }

  public static void setFunctionAttribute(PyObject function, PyStr name, PyObject value) {
    if (function.getClass() != PyFunction.class) {
      throw FAILED;
    }
    function.setOwnAttribute(name, value);
  }

  // ---- variables and calls

  public static PyObject cellValue(PyObject cell) {
    PyObject value = ((PyCell) cell).get();
    if (value == null) {
      throw FAILED;
    }
    return value;
  }

  public static PyObject cellObject(PyObject cell) {
    return ((PyCell) cell).getObject();
  }

  public static long cellLong(PyObject cell) {
    return ((PyCell) cell).getLong();
  }

  public static double cellDouble(PyObject cell) {
    return ((PyCell) cell).getDouble();
  }

  public static PyObject newCell(PyObject value) {
    return new PyCell(value);
  }

  public static void setGlobal(PyObject value, PyDict globals, PyStr name) {
    globals.put(name, value);
  }

  public static void setCell(PyObject cell, PyObject value) {
    ((PyCell) cell).set(value);
  }

  public static void setCell(PyObject cell, long value) {
    ((PyCell) cell).set(value);
  }

  public static void setCell(PyObject cell, double value) {
    ((PyCell) cell).set(value);
  }

  public static PyObject freeCell(PyFunction function, int index) {
    return function.closure[index];
  }

  /**
   * A function with this code, whichever closure it is.
   *
   * @param globals its globals; null where they do not matter
   */
  public static PyFunction functionOf(PyObject callee, PyCode code, PyDict globals) {
    if (callee instanceof PyFunction function
        && function.code() == code
        && (globals == null || function.globals == globals)) {
      return function;
    }
    throw FAILED;
  }

  /** Whether it is such a function; null is none. */
  public static boolean isFunctionOf(PyObject callee, PyCode code, PyDict globals) {
    return callee instanceof PyFunction function
        && function.code() == code
        && (globals == null || function.globals == globals);
  }

  /** The default of a positional parameter of a function that is known only by its code. */
  public static PyObject defaultOf(PyObject callee, int parameter) {
    PyFunction function = (PyFunction) callee;
    int at = parameter - (function.code().argCount - function.defaults.length);
    if (at < 0) {
      throw FAILED;
    }
    return function.defaults[at];
  }

  /**
   * What the parameters of a function get from {@code f(*arguments, **keywords)}; raises as a call does. Nobody may
   * change the array.
   *
   * @param keywords a dict, or null
   */
  public static PyObject[] starred(PyObject callee, PyObject arguments, PyObject keywords) {
    if (arguments.getClass() != PyTuple.class || keywords != null && keywords.getClass() != PyDict.class) {
      throw FAILED;
    }
    return BindArguments.starred((PyFunction) callee, ((PyTuple) arguments).items(), (PyDict) keywords);
  }

  public static void checkClass(PyObject value, Class<?> wanted) {
    if (value.getClass() != wanted) {
      throw FAILED;
    }
  }

  /** A generator or coroutine of this code. */
  public static Resumable resumable(PyObject value, PyCode code) {
    if (value instanceof Resumable generator
        && generator.frame.code == code
        && !(value instanceof PyAsyncGenerator)) {
      return generator;
    }
    throw FAILED;
  }

  /** The frame of a generator of this code, to be run on; null when it is done. */
  public static PyFrame resumableFrame(PyObject value, PyCode code, PyDict globals) {
    if (value.getClass() == PyGenerator.class && !Concurrency.active()) {
      PyFrame frame = ((PyGenerator) value).frame;
      if (frame.code == code && frame.extras == null && frame.globals == globals) {
        if (frame.state == PyFrame.SUSPENDED) {
          ((PyGenerator) value).start();
          return frame;
        }
        if (frame.state == PyFrame.DONE) {
          return null;
        }
        Chain.touch(frame);
        if (frame.state == PyFrame.SUSPENDED) {
          return frame;
        }
      }
    }
    throw FAILED;
  }

  /** The same for a generator that is resumed by one of its own code, and so counts as a call. */
  public static PyFrame resumableFrame(PyObject value, PyCode code, PyDict globals, ThreadState thread) {
    PyFrame frame = resumableFrame(value, code, globals);
    if (frame != null) {
      enter(thread);
    }
    return frame;
  }

  /** The same for one that another generator of machine code waits for; null also where it cannot be run on at once. */
  public static PyFrame waitedFrame(PyObject value, PyCode code, PyDict globals) {
    if (value.getClass() == PyGenerator.class && !Concurrency.active()) {
      PyFrame frame = ((PyGenerator) value).frame;
      if (frame.code == code && frame.state == PyFrame.SUSPENDED && frame.extras == null && frame.globals == globals) {
        return frame;
      }
    }
    return null;
  }

  public static PyFrame waitedFrame(PyObject value, PyCode code, PyDict globals, ThreadState thread) {
    PyFrame frame = thread.depth < thread.interpreter.recursionLimit ? waitedFrame(value, code, globals) : null;
    if (frame != null) {
      thread.depth++;
    }
    return frame;
  }

  /** Notes that a generator that has handlers waits: it is to be closed when it is dropped. */
  public static void watchSuspended(ThreadState thread, PyFrame frame) {
    Finalizers.watchLater(thread, (Resumable) frame.generator);
  }

  /** What a generator returned that {@code SEND} found at its end. */
  public static PyObject returned(PyObject generator) {
    Resumable done = (Resumable) generator;
    done.news = null;
    return done.takeResult();
  }

  /** An attribute that Java code alone computes, of one of the types that were seen; see {@link ComputedAttribute#isPlain}. */
  public static PyObject plainAttribute(PyObject object, ComputedAttribute first) {
    for (ComputedAttribute each = first; each != null; each = each.next()) {
      if (each.fits(object)) {
        return each.read(object);
      }
    }
    throw FAILED;
  }

  public static void checkSame(PyObject value, PyObject expected) {
    if (value != expected) {
      throw FAILED;
    }
  }

  /** At jumps back: whether something waits, or what the code was built on has changed. */
  public static void poll(ThreadState thread, CompiledCode unit) {
    if (thread.pending || unit.stale) {
      throw FAILED;
    }
  }

  /** What to throw where the interpreter has to go on. */
  public static Throwable failure() {
    return FAILED;
  }

  /** Counts a call; the limit is the interpreter's affair. */
  public static void enter(ThreadState thread) {
    int depth = thread.depth + 1;
    if (depth > thread.interpreter.recursionLimit) {
      throw FAILED;
    }
    thread.depth = depth;
  }

  public static void leave(ThreadState thread) {
    thread.depth--;
  }

  /** Makes a function's frame and puts it on top, before something that could look at it. */
  public static PyFrame open(ThreadState thread, PyCode code, PyFunction function) {
    PyFrame frame = new PyFrame(thread, code, function, function.globals, function.builtins);
    frame.state = PyFrame.RUNNING;
    frame.back = thread.frame;
    thread.frame = frame;
    return frame;
  }

  /** Takes the frame of a function that returns from the top. */
  public static void close(ThreadState thread, PyFrame frame) {
    thread.frame = frame.back;
    frame.state = PyFrame.DONE;
  }

  /** {@code raise} of an instance, from another or null: what is raised. */
  public static PyBaseException raisedInstance(
      ThreadState thread, PyObject exception, PyObject cause) {
    if (exception instanceof PyBaseException value
        && (cause == null || cause instanceof PyBaseException || cause == PyNone.NONE)) {
      if (cause != null) {
        value.setCause(cause == PyNone.NONE ? null : (PyBaseException) cause);
      }
      value.setContextFrom(thread.handled.innermost());
      return value;
    }
    throw FAILED;
  }

  /** {@code raise} of an exception that was made for it: it is in nobody's context yet. */
  public static PyBaseException raisedNew(ThreadState thread, PyObject exception) {
    PyBaseException value = (PyBaseException) exception;
    value.setContext(thread.handled.innermost());
    return value;
  }

  /** Whether {@code except} of a class takes an exception. */
  public static boolean isOfClass(PyObject exception, PyType type) {
    PyType own = exception.type();
    return own == type || own.isSubtypeOf(type);
  }

  public static boolean isOfClasses(PyObject exception, PyType[] types) {
    for (PyType type : types) {
      if (isOfClass(exception, type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the type's instances are made by the builtin {@code __new__} and nothing else. */
  public static boolean isPlainException(PyType type) {
    return type.type() == PyType.TYPE
        && PyBaseException.isSimple(type)
        && type.special(Special.NEW) == type.builtinAncestor().special(Special.NEW)
        && type.flags().instantiable()
        && !type.isAbstract();
  }

  /** Whether the same goes for {@code __init__}. */
  public static boolean isPlainInit(PyType type) {
    return type.special(Special.INIT) == type.builtinAncestor().special(Special.INIT);
  }

  // Exceptions of types whose instances are of one Java class.

  public static PyObject newException(PyObject[] args, PyType type) {
    return PyBaseException.plain(type, args);
  }

  public static PyObject newKeyError(PyObject[] args, PyType type) {
    return PyBaseException.keyError(type, args);
  }

  public static PyObject newStopIteration(PyObject[] args, PyType type) {
    return PyBaseException.stopIteration(type, args);
  }

  public static PyObject newInstance(PyType type) {
    return new PyInstance(type);
  }

  /** An instance of a class without {@code __del__}, by the class's shape without attributes. */
  public static PyObject newInstance(Shape root) {
    return new PyInstance(root);
  }

  /** The function that initialises instances of a class and nothing else is called, where it is of this code. */
  public static PyFunction initializerOf(PyObject callee, PyCode code, PyDict globals) {
    if (callee instanceof PyType type
        && type.initializer() instanceof PyFunction function
        && function.code() == code
        && (globals == null || function.globals == globals)) {
      return function;
    }
    throw FAILED;
  }

  /** A class whose instances nothing initialises. */
  public static PyObject checkNoInitializer(PyObject callee) {
    if (callee instanceof PyType type && type.initializer() == PyNone.NONE) {
      return callee;
    }
    throw FAILED;
  }

  /** An instance of such a class. */
  public static PyObject newInstanceOf(PyObject callee) {
    PyType type = (PyType) callee;
    return type.finalizes() ? new PyInstance(type) : new PyInstance(type.rootShape());
  }

  /** {@code tuple.__new__(cls, items)} for a class of the program. */
  public static PyObject newTuple(PyObject cls, PyObject items) {
    if (!(cls instanceof PyType type) || !type.isHeap() || type.builtinAncestor() != PyTuple.TYPE) {
      throw FAILED;
    }
    return new PyTupleInstance(type, ((PyTuple) items).items());
  }

  /** {@code object.__new__(cls)} for a class of the program. */
  public static PyObject newObject(PyObject cls) {
    if (!(cls instanceof PyType type) || !type.isHeap() || type.isAbstract()
        || type.layout() != ObjectType.TYPE.layout()) {
      throw FAILED;
    }
    return new PyInstance(type);
  }

  /** Whether a call of the class does what {@code type.__call__} does. */
  public static boolean isCalledPlainly(PyType type) {
    return type.type().special(Special.CALL) == PyType.TYPE.special(Special.CALL);
  }

  /** Whether the type's instances are made by {@code object.__new__} and nothing else. */
  public static boolean isPlainClass(PyType type) {
    return type.isHeap()
        && isCalledPlainly(type)
        && type.layout() == ObjectType.TYPE.layout()
        && !type.isAbstract()
        && type.special(Special.NEW) == ObjectType.TYPE.special(Special.NEW);
  }

  public static PyObject makeFunction(
      PyDict globals, PyObject code, PyObject closure, PyObject annotations, PyObject keywordDefaults,
      PyObject defaults) {
    return MakeFunction.of(globals, code, closure, annotations, keywordDefaults, defaults);
  }

  /** A function of code and cells alone, with what is known to be found in the globals. */
  public static PyObject makePlainFunction(
      PyDict globals, PyObject code, PyObject builtins, PyObject module, PyObject closure) {
    PyFunction function = new PyFunction((PyCode) code, globals, builtins, module);
    if (closure != null) {
      function.closure = MakeFunction.cells((PyCode) code, closure);
    }
    return function;
  }
}
