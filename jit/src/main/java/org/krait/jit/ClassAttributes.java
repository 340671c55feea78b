package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.Assumption;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.execution.AttributeCache;
import org.krait.runtime.types.PyClassMethod;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStaticMethod;
import org.krait.runtime.types.PyStr;

/** What classes have: values, static methods and class methods, as constants. */
final class ClassAttributes {
  private final Translation t;

  ClassAttributes(Translation t) {
    this.t = t;
  }

  /** An attribute that is known: its value, or a function and the class that it gets. */
  private record Known(PyObject value, PyType self) {}

  /** What an attribute of a type is and will be, found through the type or an instance; or null. */
  private Known known(PyType type, PyStr name, boolean isInstance) {
    // Asked for first: what is found afterwards is what it speaks of, whatever other threads change meanwhile.
    Assumption unchanged = type.unchanged(name);
    PyObject found = type.lookup(name);
    if (found == null) {
      return null;
    }
    Known known = null;
    if (found.type() == PyStaticMethod.TYPE) {
      known = new Known(((PyStaticMethod) found).function(), null);
    } else if (found.type() == PyClassMethod.TYPE && ((PyClassMethod) found).function() instanceof PyFunction function) {
      known = new Known(function, type);
    } else if (!isInstance && AttributeCache.isFunction(found) || isPlain(found)) {
      known = new Known(found, null);
    }
    return known != null && t.assume(unchanged) ? known : null;
  }

  /** Whether a value is what it is, wherever it is found, and will be; the assumptions first, as above. */
  private boolean isPlain(PyObject value) {
    PyType kind = value.type();
    return (!kind.isHeap() || assume(kind, Special.GET) && assume(kind, Special.SET) && assume(kind, Special.DELETE))
        && kind.special(Special.GET) == null
        && kind.special(Special.SET) == null
        && kind.special(Special.DELETE) == null;
  }

  private boolean assume(PyType type, int special) {
    return t.assume(type.unchanged(Special.name(special)));
  }

  private boolean assumePlainClass(PyType type, PyStr name) {
    PyType meta = type.type();
    return (meta == PyType.TYPE
            || t.assume(meta.unchanged(name))
                && assume(meta, Special.GETATTRIBUTE)
                // Broken when the class gets another class.
                && t.assume(type.unchanged(name)))
        && type.type() == meta
        && AttributeCache.isPlainClass(type, name);
  }

  /** An attribute of a class that is a constant itself; false when it is not known. */
  boolean ofConstant(PyType type, PyStr name, boolean forCall) {
    if (!assumePlainClass(type, name)) {
      return false;
    }
    Known known = known(type, name, false);
    if (known == null || known.self != null && !forCall) {
      return false;
    }
    t.pop();
    push(known, forCall);
    return true;
  }

  /** An attribute of a class that keeps changing; false when it does not. */
  boolean changing(PyType type, PyStr name) {
    PyObject value = type.lookup(name);
    if (!isCounter(type, name) || value == null || !isPlain(value) || type.unchanged(name).isValid()) {
      return false;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    t.pop();
    t.settle();
    t.loadObject(type, Names.TYPE);
    t.loadObject(name, Names.STR);
    t.out.guarded("classValue", Translation.OBJECT, Names.TYPE, Names.STR);
    t.pushed(Kind.REFERENCE, null);
    return true;
  }

  /** Sets such an attribute. */
  boolean change(PyType type, PyStr name) {
    if (!isCounter(type, name) || type.unchanged(name).isValid()) {
      return false;
    }
    Value value = t.operands(2)[0];
    t.load(value, Kind.REFERENCE);
    t.loadObject(type, Names.TYPE);
    t.loadObject(name, Names.STR);
    t.out.guarded("setClassValue", Translation.VOID, Translation.OBJECT, Names.TYPE, Names.STR);
    t.safepoints.end();
    t.state.unchecked = true;
    return true;
  }

  /** Whether an attribute is set and found without anybody being asked, and means nothing to the machine. */
  private static boolean isCounter(PyType type, PyStr name) {
    return type.isHeap()
        && type.type() == PyType.TYPE
        && PyType.TYPE.lookup(name) == null
        && !name.toString().startsWith("__");
  }

  private void push(Known known, boolean forCall) {
    if (known.self != null) {
      t.push(new Value.Constant(known.value));
      t.push(new Value.Constant(known.self));
    } else {
      if (forCall) {
        t.push(Value.NULL);
      }
      t.push(new Value.Constant(known.value));
    }
  }

  /** An attribute that was found in classes; false when that may change. */
  boolean of(AttributeCache.ClassValue first, PyStr name, boolean forCall) {
    List<Known> all = new ArrayList<>();
    for (AttributeCache.ClassValue each = first; each != null; each = each.next()) {
      Known known = assume(each, name);
      boolean sameForm = known != null && (all.isEmpty() || (known.self == null) == (all.getFirst().self == null));
      if (!sameForm || known.self != null && !forCall) {
        return false;
      }
      all.add(known);
    }
    t.settle();
    Value object = t.pop();
    if (first.next() == null) {
      check(object, first);
      push(all.getFirst(), forCall);
    } else {
      oneOf(object, first, all, forCall);
    }
    return true;
  }

  private Known assume(AttributeCache.ClassValue each, PyStr name) {
    boolean holds =
        each.shape() == null
            ? assumePlainClass(each.type(), name)
            : each.shape().type == each.type()
                && each.shape().slotOf(name) < 0
                && !each.shape().isDict
                && assume(each.type(), Special.GETATTRIBUTE)
                && each.type().special(Special.GETATTRIBUTE) == ObjectType.TYPE.special(Special.GETATTRIBUTE);
    return holds ? known(each.type(), name, each.shape() != null) : null;
  }

  private void check(Value object, AttributeCache.ClassValue one) {
    t.load(object, Kind.REFERENCE);
    if (one.shape() == null) {
      t.loadObject(one.type(), Translation.OBJECT);
      t.out.guarded("checkSame", Translation.VOID, Translation.OBJECT, Translation.OBJECT);
    } else {
      t.loadObject(one.shape(), Names.SHAPE);
      t.out.guarded(
          AttributeAccess.form("checkShape", one.shape()), Translation.VOID, Translation.OBJECT, Names.SHAPE);
    }
  }

  private void branchUnless(Value object, AttributeCache.ClassValue one, Label other) {
    t.load(object, Kind.REFERENCE);
    if (one.shape() == null) {
      t.loadObject(one.type(), Translation.OBJECT);
      t.out.branch(Opcode.IF_ACMPNE, other);
    } else {
      t.loadObject(one.shape(), Names.SHAPE);
      t.out.guarded(
          AttributeAccess.form("hasShape", one.shape()), Translation.TRUTH, Translation.OBJECT, Names.SHAPE);
      t.out.branch(Opcode.IFEQ, other);
    }
  }

  private void oneOf(Value object, AttributeCache.ClassValue first, List<Known> all, boolean forCall) {
    int value = t.variables.temporary(Kind.REFERENCE);
    boolean bound = all.getFirst().self != null;
    int self = bound ? t.variables.temporary(Kind.REFERENCE) : -1;
    Label end = t.out.label();
    AttributeCache.ClassValue each = first;
    for (Known known : all) {
      Label other = t.out.label();
      if (each.next() == null) {
        check(object, each);
      } else {
        branchUnless(object, each, other);
      }
      t.loadObject(known.value, Translation.OBJECT);
      t.out.store(Kind.REFERENCE, value);
      if (bound) {
        t.loadObject(known.self, Translation.OBJECT);
        t.out.store(Kind.REFERENCE, self);
      }
      if (each.next() != null) {
        t.out.jump(end);
        t.out.bind(other);
      }
      each = each.next();
    }
    t.out.bind(end);
    if (forCall && all.stream().allMatch(known -> known.value instanceof PyFunction)) {
      t.candidates.put(value, all.stream().map(known -> (PyFunction) known.value).distinct().toList());
    }
    if (forCall && !bound) {
      t.push(Value.NULL);
    }
    t.push(new Value.Variable(Kind.REFERENCE, value, null));
    if (bound) {
      t.push(new Value.Variable(Kind.REFERENCE, self, null));
    }
  }
}
