package org.krait.runtime.execution;

import org.krait.runtime.ObjectType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.TypeTable;
import org.krait.runtime.types.PyGetSetDescriptor;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyStructMember;

/**
 * An attribute that a builtin type computes, remembered at the place of its access: {@code f.f_lineno}, {@code
 * record.__dict__}, {@code cls.__name__}. HotSpot takes the parts of a record that is a constant for constants
 * too, so that machine code gets straight to the Java method.
 *
 * @param table what computes it
 * @param next what was found for another type, or null
 */
public record ComputedAttribute(PyType type, long version, TypeTable table, int id, ComputedAttribute next)
    implements AttributeCache.Alternative {
  /** What is to be remembered of an object's attribute; null where it is none, or more than the type decides. */
  static ComputedAttribute of(PyObject object, PyStr name) {
    PyType type = object.type();
    PyType usual = object instanceof PyType ? PyType.TYPE : ObjectType.TYPE;
    if (type.special(Special.GETATTRIBUTE) != usual.special(Special.GETATTRIBUTE)
        || type.special(Special.GETATTR) != null) {
      return null;
    }
    long version = type.version();
    PyObject found = type.lookup(name);
    if (found instanceof PyGetSetDescriptor computed && type.isSubtypeOf(computed.owner())) {
      return new ComputedAttribute(type, version, computed.table(), computed.id(), null);
    }
    if (found instanceof PyStructMember member && type.isSubtypeOf(member.owner())) {
      return new ComputedAttribute(type, version, member.table(), member.id(), null);
    }
    return null;
  }

  private static final PyStr NAME = PyStr.interned("__name__");
  private static final PyStr QUALNAME = PyStr.interned("__qualname__");
  private static final PyStr CLASS = PyStr.interned("__class__");

  /** Whether nothing but Java code runs and nothing is raised: the name of a class, the class of an instance. */
  public boolean isPlain(PyStr name) {
    for (ComputedAttribute each = this; each != null; each = each.next) {
      boolean plain =
          name.equals(CLASS) ? each.isOf(ObjectType.TYPE, CLASS)
              : each.type == PyType.TYPE && (name.equals(NAME) || name.equals(QUALNAME)) && each.isOf(PyType.TYPE, name);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private boolean isOf(PyType owner, PyStr name) {
    return owner.lookup(name) instanceof PyGetSetDescriptor own && own.table() == table && own.id() == id;
  }

  public boolean fits(PyObject object) {
    return object.type() == type && type.version() == version;
  }

  public PyObject read(PyObject object) {
    return table.get(id, object);
  }

  /** Before those that still hold; null when there are too many. */
  ComputedAttribute before(ComputedAttribute known) {
    ComputedAttribute kept = null;
    int count = 1;
    for (ComputedAttribute old = known; old != null; old = old.next) {
      if (old.type != type) {
        kept = new ComputedAttribute(old.type, old.version, old.table, old.id, kept);
        count++;
      }
    }
    return count > AttributeCache.MOST ? null : new ComputedAttribute(type, version, table, id, kept);
  }
}
