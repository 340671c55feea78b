package org.krait.runtime.execution;

import java.util.Arrays;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.NumberItems;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyTupleIterator;
import org.krait.runtime.types.PyZip;

/** What instructions see while their code is warm: kinds of operands as bits, classes and callees by name. */
public final class Profile {
  public static final int LONG = 1;
  public static final int FLOAT = 2;
  public static final int OTHER = 4;

  /** All kinds of one operand. */
  public static final int ANY = LONG | FLOAT | OTHER;

  /** How far the right operand's bits are from the left one's. */
  public static final int RIGHT = 3;

  /** A result that was no {@code long}. */
  public static final int OVERFLOW = 64;

  /** An operand that was an int, but neither a {@code long} nor one of 64 bits without a sign. */
  public static final int WIDE = 128;

  /** A comparison of what is neither number nor text. */
  public static final int COMPOUND = 64;

  /** A key of a subscript that was no tuple. */
  public static final int NO_TUPLE = 64;

  /** An index of a subscript that counts from the end. */
  public static final int FROM_END = 128;

  /** A tuple among what {@code zip} or {@code enumerate} goes through. */
  public static final int TUPLE = 64;

  /** Something else there than lists and tuples. */
  public static final int NO_SEQUENCE = 128;

  /** Exceptions after which an instruction is known to raise some. */
  private static final int ENOUGH = 8;

  /** In {@link PyCode#caches}: more than one was seen. */
  public static final Object MIXED = new Object();

  /**
   * Classes whose instances are made plainly and initialised by functions of one code, as of a class statement that
   * runs often; null: by none.
   */
  public record Initialized(PyCode code) {
    private static Initialized of(Object a, Object b) {
      PyObject one = a instanceof PyType type ? type.initializer() : null;
      return one == null ? null : one == PyNone.NONE ? by(null, b) : by(((PyFunction) one).code(), b);
    }

    private static Initialized by(PyCode code, Object other) {
      Initialized known = new Initialized(code);
      return known.fits(other) ? known : null;
    }

    private boolean fits(Object seen) {
      PyObject own = seen instanceof PyType type ? type.initializer() : null;
      return own == PyNone.NONE ? code == null : own instanceof PyFunction function && function.code() == code;
    }
  }

  /** In {@link PyCode#caches}: what a call has called, when it was more than one thing; nobody changes the array. */
  public record Callees(Object[] seen) {
    /** More are not told apart. */
    private static final int MOST = 12;

    private static Object of(Object known, Object seen) {
      Object[] before = known instanceof Callees several ? several.seen : new Object[] {known};
      for (int i = 0; i < before.length; i++) {
        if (before[i] == seen || before[i] instanceof Initialized classes && classes.fits(seen)) {
          return known;
        }
        Initialized both = Initialized.of(before[i], seen);
        if (both != null) {
          Object[] all = before.clone();
          all[i] = both;
          return all.length == 1 ? both : new Callees(all);
        }
      }
      if (before.length == MOST) {
        return MIXED;
      }
      Object[] all = Arrays.copyOf(before, before.length + 1);
      all[before.length] = seen;
      return new Callees(all);
    }
  }

  private Profile() {}

  /** The bit of a value's kind. */
  public static int kind(PyObject value) {
    Class<?> type = value.getClass();
    return type == PyLong.class ? LONG : type == PyFloat.class ? FLOAT : OTHER;
  }

  static void operands(byte[] profile, int pc, PyObject a, PyObject b) {
    profile[pc] |= (byte) (kind(a) | kind(b) << RIGHT);
  }

  /**
   * An operation; two longs whose result is none overflowed; of instances the type is remembered, of texts, bytes,
   * tuples, lists and sets on the left the class, and that one is a complex number.
   */
  static void operation(PyCode code, int pc, PyObject a, PyObject b, PyObject result) {
    operands(code.profile, pc, a, b);
    if (result.getClass() == PyBigInt.class) {
      code.profile[pc] |= (byte) OVERFLOW;
    }
    if (isWide(a) || isWide(b)) {
      code.profile[pc] |= (byte) WIDE;
    }
    Class<?> type = a.getClass();
    if (type == PyStr.class || type == PyBytes.class || type == PyTuple.class || type == PyList.class
        || type == PyByteArray.class || type == PySet.class || type == PyFrozenSet.class) {
      remember(code, pc, type);
    } else if (type == PyComplex.class || b.getClass() == PyComplex.class) {
      remember(code, pc, PyComplex.class);
    } else {
      instance(code, pc, kind(a) == OTHER ? a : b);
    }
  }

  private static boolean isWide(PyObject value) {
    return value.getClass() == PyBigInt.class && !((PyBigInt) value).isWord();
  }

  /** A comparison; of an instance on the left the type is remembered, of two containers of a class that. */
  static void comparison(PyCode code, int pc, PyObject a, PyObject b) {
    operands(code.profile, pc, a, b);
    if (kind(a) == OTHER && !(GuardedNumbers.isScalar(a) && GuardedNumbers.isScalar(b))) {
      code.profile[pc] |= (byte) COMPOUND;
    }
    if (a.getClass() == b.getClass() && isCompared(a.getClass())) {
      remember(code, pc, a.getClass());
    } else {
      instance(code, pc, a);
    }
  }

  /** Whether two containers of this class may compare without Python code. */
  private static boolean isCompared(Class<?> type) {
    return type == PyTuple.class || type == PyList.class || type == PySet.class || type == PyFrozenSet.class;
  }

  /** Remembers the type of an instance of a program's class that an instruction works on. */
  static void instance(PyCode code, int pc, PyObject value) {
    if (value.getClass() == PyInstance.class) {
      remember(code, pc, value.type());
    }
  }

  /** Remembers what {@code async for} asks: the type of an instance, the code of an async generator. */
  static void asyncIterator(PyCode code, int pc, PyObject value) {
    if (value.getClass() == PyAsyncGenerator.class) {
      remember(code, pc, ((PyAsyncGenerator) value).frame.code);
    } else {
      instance(code, pc, value);
    }
  }

  /** A subscript: the class of the container, the kind of the key, and of numbers in a row theirs. */
  static void subscript(PyCode code, int pc, PyObject container, PyObject key) {
    int items =
        container instanceof NumberItems numbers
            ? numbers.numberKind()
            : container.getClass() == PyList.class ? form((PyList) container) : OTHER;
    int tuple = key.getClass() == PyTuple.class ? 0 : NO_TUPLE;
    int end = key.getClass() == PyLong.class && ((PyLong) key).value < 0 ? FROM_END : 0;
    code.profile[pc] |= (byte) (items | kind(key) << RIGHT | tuple | end);
    type(code, pc, container);
  }

  /** The form of a list's items as a kind; none while it is empty. */
  private static int form(PyList list) {
    Class<?> form = list.form();
    return form == long.class ? LONG : form == double.class ? FLOAT : form == null ? 0 : OTHER;
  }

  /** The form of the list that an instruction has to do with. */
  static void form(PyCode code, int pc, PyList list) {
    if (code.profile != null) {
      code.profile[pc] |= (byte) form(list);
    }
  }

  /** A sequence that is unpacked. */
  static void sequence(PyCode code, int pc, PyObject value) {
    if (value.getClass() == PyList.class) {
      form(code, pc, (PyList) value);
    }
    type(code, pc, value);
  }

  static void operand(byte[] profile, int pc, PyObject a) {
    profile[pc] |= (byte) kind(a);
  }

  /** Remembers the class of what an instruction works on: of instances the type. */
  static void type(PyCode code, int pc, PyObject value) {
    Class<?> known = value.getClass();
    remember(code, pc, known == PyInstance.class ? value.type() : known);
  }

  /** The form of the list that is iterated; nothing at its end. */
  private static int iterated(PyObject iterator) {
    return iterator instanceof PyListIterator items ? items.list() == null ? 0 : form(items.list()) : OTHER;
  }

  /** What {@link #TUPLE} and {@link #NO_SEQUENCE} say of one iterator. */
  private static int sequence(PyObject iterator) {
    return iterator instanceof PyListIterator ? 0 : iterator instanceof PyTupleIterator ? TUPLE : NO_SEQUENCE;
  }

  /** Remembers the class of what is iterated, and the form of a list; of generators, coroutines and requests to async generators the code. */
  static void iterator(PyCode code, int pc, PyObject value) {
    if (value.getClass() == PyListIterator.class) {
      code.profile[pc] |= (byte) iterated(value);
    } else if (value.getClass() == PyEnumerate.class) {
      PyEnumerate numbered = (PyEnumerate) value;
      code.profile[pc] |= (byte) (iterated(numbered.ofList()) | sequence(numbered.iterator()));
      if (numbered.generator() != null) {
        remember(code, pc, numbered.generator().frame.code.resumeLink().enumerated);
        return;
      }
    } else if (value.getClass() == PyZip.class) {
      PyGenerator generator = zipped(code, pc, (PyZip) value);
      if (generator != null) {
        remember(code, pc, generator.frame.code.resumeLink().zipped);
        return;
      }
    }
    if (value instanceof PyGenerator || value instanceof PyCoroutine) {
      remember(code, pc, ((Resumable) value).frame.code);
    } else if (value instanceof PyAsyncGenSend request) {
      remember(code, pc, request.generator.frame.code);
    } else {
      type(code, pc, value);
    }
  }

  /** Notes the forms of the lists of a pair, of more than two together; the first generator among the iterators, or null. */
  private static PyGenerator zipped(PyCode code, int pc, PyZip zip) {
    PyGenerator first = null;
    for (int i = 0; i < zip.width(); i++) {
      int form = iterated(zip.ofList(i));
      code.profile[pc] |= (byte) (zip.width() == 2 && i == 1 ? form << RIGHT : form);
      code.profile[pc] |= (byte) sequence(zip.iterator(i));
      first = first == null ? zip.generator(i) : first;
    }
    return first;
  }

  /**
   * Remembers whom an instruction calls: for functions the code, because closures come and go; for
   * bound methods of programs the function; for instances the shape.
   */
  static void callee(PyCode code, int pc, PyObject callee) {
    Object seen = callee;
    if (callee instanceof PyFunction f) {
      seen = f.code();
      if (f.code().heat.globals == null) {
        f.code().heat.globals = f.globals;
      }
    } else if (callee instanceof PyBoundMethod method && method.function instanceof PyFunction f) {
      seen = f;
    } else if (callee.getClass() == PyInstance.class) {
      seen = ((PyInstance) callee).shape();
    }
    Object known = code.caches[pc];
    if (known != seen && known != MIXED) {
      code.caches[pc] = known == null ? seen : Callees.of(known, seen);
    }
  }

  /** Remembers the code of the generator that a builtin function or method is given first. */
  static void resumed(PyCode code, int pc, PyGenerator generator) {
    remember(code, pc, generator.frame.code.resumeLink());
  }

  /**
   * An exception was raised and caught: where it is a guard's failure that shows one, machine code is not to
   * leave a dozen times before it has the general form there.
   */
  static void raised(PyCode code, int pc) {
    switch (code.original(pc) & 0xff) {
      case Opcodes.BINARY_SUBSCR, Opcodes.BINARY_OP, Opcodes.UNPACK_SEQUENCE, Opcodes.DELETE_SUBSCR -> {
        code.heat.countFailures(code.instructions.length);
        if (code.heat.wrong[pc] < ENOUGH) {
          code.heat.wrong[pc]++;
        }
      }
      default -> {}
    }
  }

  private static void remember(PyCode code, int pc, Object seen) {
    Object known = code.caches[pc];
    if (known != seen) {
      code.caches[pc] = known == null ? seen : MIXED;
    }
  }

  static void arguments(PyCode code, PyFrame frame) {
    byte[] seen = code.heat.arguments;
    for (int i = 0; i < seen.length; i++) {
      PyObject value = frame.slots[i];
      if (value != null) {
        seen[i] |= (byte) kind(value);
      }
    }
  }
}
