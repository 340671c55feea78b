package org.krait.stdlib.builtins;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeModule;
import org.krait.runtime.ObjectType;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyAnextAwaitable;
import org.krait.runtime.types.*;

/** The module {@code builtins}. */
@BuiltinModule(
    value = "builtins",
    parts = {ClassBuilding.class, Evaluation.class, Aggregation.class})
public final class BuiltinsModule implements NativeModule {
  private static final PyType[] TYPES = {
    ObjectType.TYPE, PyType.TYPE, PyInt.TYPE, PyBool.TYPE, PyFloat.TYPE, PyComplex.TYPE, PyStr.TYPE,
    PyBytes.TYPE, PyByteArray.TYPE, PyMemoryView.TYPE, PyList.TYPE, PyTuple.TYPE, PyDict.TYPE,
    PySet.TYPE, PyFrozenSet.TYPE, PyRange.TYPE, PySlice.TYPE, PyEnumerate.TYPE, PyZip.TYPE,
    PyMap.TYPE, PyFilter.TYPE, PyReversed.TYPE, PySuper.TYPE, PyProperty.TYPE, PyStaticMethod.TYPE,
    PyClassMethod.TYPE
  };

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    for (PyType type : TYPES) {
      dict.put(PyStr.interned(type.name()), type);
    }
    PyExceptions.addTo(dict);
    dict.put(PyStr.interned("None"), PyNone.NONE);
    dict.put(PyStr.interned("True"), PyBool.TRUE);
    dict.put(PyStr.interned("False"), PyBool.FALSE);
    dict.put(PyStr.interned("Ellipsis"), PyEllipsis.ELLIPSIS);
    dict.put(PyStr.interned("NotImplemented"), PyNotImplemented.NOT_IMPLEMENTED);
    dict.put(PyStr.interned("__debug__"), PyBool.TRUE);
  }

  @Function("abs(x, /)")
  static PyObject abs(PyObject x) {
    return x.type().slots.abs(x);
  }

  @Function("ascii(obj, /)")
  static PyObject ascii(PyObject object) {
    return Objects.ascii(object);
  }

  @Function("repr(obj, /)")
  static PyObject repr(PyObject object) {
    return Objects.repr(object);
  }

  @Function("bin(number, /)")
  static PyObject bin(PyObject number) {
    return inBase(number, 2, "0b");
  }

  @Function("oct(number, /)")
  static PyObject oct(PyObject number) {
    return inBase(number, 8, "0o");
  }

  @Function("hex(number, /)")
  static PyObject hex(PyObject number) {
    return inBase(number, 16, "0x");
  }

  private static PyObject inBase(PyObject number, int base, String prefix) {
    PyInt value = Arguments.index(number);
    if (value instanceof PyLong small && small.value >= 0) {
      return PyStr.ofBits(small.value, Integer.numberOfTrailingZeros(base), prefix);
    }
    String digits = IntText.of(value, base);
    return PyStr.ofUnits(
        digits.charAt(0) == '-' ? "-" + prefix + digits.substring(1) : prefix.concat(digits));
  }

  @Function("callable(obj, /)")
  static boolean callable(PyObject object) {
    return Objects.isCallable(object);
  }

  @Function("chr(i, /)")
  static PyObject chr(PyObject i) {
    PyInt value = Arguments.index(i);
    if (!value.fitsLong() || value.longValue() != (int) value.longValue()) {
      throw Errors.overflowError("Python int too large to convert to C int");
    }
    if (value.longValue() < 0 || value.longValue() > Character.MAX_CODE_POINT) {
      throw Errors.valueError("chr() arg not in range(0x110000)");
    }
    return PyStr.of((int) value.longValue());
  }

  @Function("ord(c, /)")
  static int ord(PyObject c) {
    int length;
    if (c instanceof PyStr text) {
      length = text.length();
      if (length == 1) {
        return text.codePointAt(0);
      }
    } else if (c instanceof PyBytes || c instanceof PyByteArray) {
      byte[] bytes = org.krait.runtime.buffer.Buffers.bytes(c);
      length = bytes.length;
      if (length == 1) {
        return bytes[0] & 0xff;
      }
    } else {
      throw Errors.typeError(
          "ord() expected string of length 1, but %s found", c.type().fullName());
    }
    throw Errors.typeError(
        "ord() expected a character, but string of length %d found", length);
  }

  @Function("getattr(object, name, default=NULL, /)")
  static PyObject getattr(PyObject object, PyObject name, PyObject otherwise) {
    PyStr attribute = attributeName(name);
    if (otherwise == null) {
      return Attributes.get(object, attribute);
    }
    PyObject value = Attributes.getOrNull(object, attribute);
    return value == null ? otherwise : value;
  }

  @Function("hasattr(obj, name, /)")
  static boolean hasattr(PyObject object, PyObject name) {
    return Attributes.getOrNull(object, attributeName(name)) != null;
  }

  @Function("setattr(obj, name, value, /)")
  static void setattr(PyObject object, PyObject name, PyObject value) {
    Attributes.set(object, attributeName(name), value);
  }

  @Function("delattr(obj, name, /)")
  static void delattr(PyObject object, PyObject name) {
    Attributes.delete(object, attributeName(name));
  }

  private static PyStr attributeName(PyObject name) {
    if (name instanceof PyStr text) {
      return text;
    }
    throw Errors.typeError("attribute name must be string, not '%s'", name.type().fullName());
  }

  @Function("hash(obj, /)")
  static long hash(PyObject object) {
    return Objects.hash(object);
  }

  @Function("id(obj, /)")
  static long id(ThreadState thread, PyObject object) {
    long id = Objects.id(object);
    if (AuditHooks.isHeard(thread)) {
      AuditHooks.raise(thread, "builtins.id", PyLong.of(id));
    }
    return id;
  }

  @Function("isinstance(obj, class_or_tuple, /)")
  static boolean isinstance(PyObject object, PyObject classInfo) {
    return Attributes.isInstanceOf(object, classInfo);
  }

  @Function("issubclass(cls, class_or_tuple, /)")
  static boolean issubclass(PyObject cls, PyObject classInfo) {
    return Attributes.isSubclassOf(cls, classInfo);
  }

  @Function("len(obj, /)")
  static long len(PyObject object) {
    return object.type().slots.len(object);
  }

  @Function("divmod(x, y, /)")
  static PyObject divmod(PyObject x, PyObject y) {
    return Operators.divmod(x, y);
  }

  @Function("pow(base, exp, mod=None)")
  static PyObject pow(PyObject base, PyObject exponent, PyObject modulus) {
    return Operators.pow(base, exponent, modulus);
  }

  @Function("round(number, ndigits=None)")
  static PyObject round(PyObject number, PyObject digits) {
    PyObject method = SpecialCalls.lookup(number, Special.ROUND);
    if (method == null) {
      throw Errors.typeError(
          "type %s doesn't define __round__ method", number.type().fullName());
    }
    return digits == PyNone.NONE ? method.call() : method.call(digits);
  }

  @Function("format(value, format_spec='', /)")
  static PyObject format(PyObject value, PyObject spec) {
    if (!(spec instanceof PyStr text)) {
      throw Errors.typeError("format() argument 2 must be str, not %s", spec.type().fullName());
    }
    return Objects.format(value, text);
  }

  @Function("iter(object, sentinel=NULL, /)")
  static PyObject iter(PyObject object, PyObject sentinel) {
    if (sentinel == null) {
      return Iteration.iterator(object);
    }
    if (!Objects.isCallable(object)) {
      throw Errors.typeError("iter(object, sentinel): object must be callable");
    }
    return new PyCallableIterator(object, sentinel);
  }

  @Function("next(iterator, default=NULL, /)")
  static PyObject next(PyObject iterator, PyObject otherwise) {
    if (iterator.type().special(Special.NEXT) == null) {
      throw Errors.typeError("'%s' object is not an iterator", iterator.type().fullName());
    }
    if (otherwise == null) {
      return SpecialCalls.nextOrThrow(iterator);
    }
    try {
      PyObject item = Iteration.next(iterator);
      return item == null ? otherwise : item;
    } catch (PyException e) {
      if (e.is(PyExceptions.StopIteration)) {
        return otherwise;
      }
      throw e;
    }
  }

  @Function("aiter(async_iterable, /)")
  static PyObject aiter(PyObject iterable) {
    PyType type = iterable.type();
    if (type.special(Special.AITER) == null) {
      throw Errors.typeError("'%s' object is not an async iterable", type.fullName());
    }
    PyObject iterator = type.slots.aiter(iterable);
    if (iterator.type().special(Special.ANEXT) == null) {
      throw Errors.typeError(
          "aiter() returned not an async iterator of type '%s'", iterator.type().fullName());
    }
    return iterator;
  }

  @Function(value = "anext(aiterator, default=NULL, /)")
  static PyObject anext(PyObject iterator, PyObject otherwise) {
    PyType type = iterator.type();
    if (type.special(Special.ANEXT) == null) {
      throw Errors.typeError("'%s' object is not an async iterator", type.fullName());
    }
    PyObject awaitable = type.slots.anext(iterator);
    return otherwise == null ? awaitable : new PyAnextAwaitable(awaitable, otherwise);
  }

  @Function("dir(object=NULL, /)")
  static PyObject dir(ThreadState thread, PyObject object) {
    PyObject names;
    if (object == null) {
      PyObject locals = Evaluation.currentLocals(thread);
      names =
          locals.getClass() == PyDict.class
              ? ((PyDict) locals).keyList()
              : Attributes.get(locals, "keys").call();
    } else {
      PyObject method = SpecialCalls.lookup(object, Special.DIR);
      if (method == null) {
        throw Errors.typeError("object does not provide __dir__");
      }
      names = method.call();
    }
    return PyList.sorted(names);
  }

  @Function("vars(object=NULL, /)")
  static PyObject vars(ThreadState thread, PyObject object) {
    if (object == null) {
      return Evaluation.currentLocals(thread);
    }
    PyObject dict = Attributes.getOrNull(object, "__dict__");
    if (dict == null) {
      throw Errors.typeError("vars() argument must have __dict__ attribute");
    }
    return dict;
  }

  @Function(value = "breakpoint(*args, **kws)", textSignature = false)
  static PyObject breakpoint(ThreadState thread, PyObject[] args, PyStr[] names) {
    PyObject hook = thread.interpreter.sysDict().get(PyStr.interned("breakpointhook"));
    if (hook == null) {
      throw Errors.runtimeError("lost sys.breakpointhook");
    }
    AuditHooks.audit("builtins.breakpoint", hook);
    return hook.call(args, names);
  }

  @Function("__import__(name, globals=NULL, locals=NULL, fromlist=NULL, level=0)")
  static PyObject importModule(
      ThreadState thread,
      PyObject name,
      PyObject globals,
      PyObject locals,
      PyObject fromList,
      int level) {
    return ImportName.importModule(thread.interpreter, name, globals, fromList, level);
  }
}
