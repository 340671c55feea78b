package org.krait.runtime.types;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.Subscripts;

/** The type variables in the arguments of generic aliases and unions, and what is put in their place. */
final class AliasParameters {
  private AliasParameters() {}

  /** {@code __parameters__}: each type variable once, in order. */
  static PyTuple of(PyTuple args) {
    List<PyObject> found = new ArrayList<>();
    for (PyObject arg : args) {
      if (arg instanceof PyType) {
        continue;
      }
      if (Attributes.getOrNull(arg, "__typing_subst__") != null) {
        addOnce(found, arg);
      } else if (Attributes.getOrNull(arg, "__parameters__") instanceof PyTuple inner) {
        inner.forEach(parameter -> addOnce(found, parameter));
      }
    }
    return PyTuple.of(found.toArray(PyObject[]::new));
  }

  private static void addOnce(List<PyObject> found, PyObject parameter) {
    if (!found.contains(parameter)) {
      found.add(parameter);
    }
  }

  private static int indexOf(PyTuple parameters, PyObject parameter) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) == parameter) {
        return i;
      }
    }
    return -1;
  }

  /** The arguments of {@code self[item]}: those of {@code self} with its parameters replaced. */
  static PyTuple substitute(PyObject self, PyTuple args, PyTuple parameters, PyObject item) {
    if (parameters.size() == 0) {
      throw Errors.typeError("%s is not a generic class", Objects.repr(self));
    }
    PyTuple values = prepared(self, parameters, unpacked(item));
    if (values.size() != parameters.size()) {
      throw Errors.typeError(
          "Too %s arguments for %s; actual %d, expected %d",
          values.size() > parameters.size() ? "many" : "few",
          Objects.repr(self), values.size(), parameters.size());
    }
    List<PyObject> result = new ArrayList<>();
    for (PyObject arg : args) {
      replace(arg, parameters, values, result);
    }
    return PyTuple.of(result.toArray(PyObject[]::new));
  }

  /** What stands between the brackets, with {@code *tuple[…]} opened. */
  private static PyTuple unpacked(PyObject item) {
    PyTuple items = item instanceof PyTuple tuple ? tuple : PyTuple.of(item);
    List<PyObject> all = new ArrayList<>();
    for (PyObject one : items) {
      PyObject inner =
          one instanceof PyType ? null : Attributes.getOrNull(one, "__typing_unpacked_tuple_args__");
      boolean opens =
          inner instanceof PyTuple tuple
              && !(tuple.size() > 0 && tuple.get(tuple.size() - 1) == PyEllipsis.ELLIPSIS);
      if (opens) {
        ((PyTuple) inner).forEach(all::add);
      } else {
        all.add(one);
      }
    }
    return PyTuple.of(all.toArray(PyObject[]::new));
  }

  private static PyTuple prepared(PyObject self, PyTuple parameters, PyTuple items) {
    PyObject values = items;
    for (PyObject parameter : parameters) {
      PyObject prepare = Attributes.getOrNull(parameter, "__typing_prepare_subst__");
      if (prepare != null && prepare != PyNone.NONE) {
        values = prepare.call(self, values instanceof PyTuple ? values : PyTuple.of(values));
      }
    }
    return values instanceof PyTuple tuple ? tuple : PyTuple.of(values);
  }

  private static void replace(
      PyObject arg, PyTuple parameters, PyTuple values, List<PyObject> result) {
    if (arg instanceof PyType) {
      result.add(arg);
      return;
    }
    PyObject isUnpacked = Attributes.getOrNull(arg, "__typing_is_unpacked_typevartuple__");
    PyObject subst = Attributes.getOrNull(arg, "__typing_subst__");
    PyObject replaced =
        subst == null
            ? replaceInside(arg, parameters, values)
            : subst.call(values.get(indexOf(parameters, arg)));
    if (isUnpacked != null && Objects.isTrue(isUnpacked) && replaced instanceof PyTuple many) {
      many.forEach(result::add);
    } else {
      result.add(replaced);
    }
  }

  private static PyObject replaceInside(PyObject arg, PyTuple parameters, PyTuple values) {
    if (!(Attributes.getOrNull(arg, "__parameters__") instanceof PyTuple inner)
        || inner.size() == 0) {
      return arg;
    }
    List<PyObject> all = new ArrayList<>();
    for (PyObject parameter : inner) {
      int place = indexOf(parameters, parameter);
      PyObject value = place < 0 ? parameter : values.get(place);
      boolean many = place >= 0 && parameter.type().special(Special.ITER) != null;
      if (many && value instanceof PyTuple tuple) {
        tuple.forEach(all::add);
      } else {
        all.add(value);
      }
    }
    return Subscripts.get(arg, PyTuple.of(all.toArray(PyObject[]::new)));
  }

  // ---- text

  /** How an argument is shown between brackets or bars. */
  static String shown(PyObject arg) {
    if (arg == PyEllipsis.ELLIPSIS) {
      return "...";
    }
    if (arg instanceof PyList list) {
      return shownAll(PyTuple.of(list.toArray()), "[", "]");
    }
    boolean isAlias =
        !(arg instanceof PyType)
            && Attributes.getOrNull(arg, "__origin__") != null
            && Attributes.getOrNull(arg, "__args__") != null;
    if (isAlias) {
      return Objects.repr(arg).toString();
    }
    PyObject name = Attributes.getOrNull(arg, "__qualname__");
    PyObject module = name == null ? null : Attributes.getOrNull(arg, "__module__");
    if (module == null || module == PyNone.NONE) {
      return Objects.repr(arg).toString();
    }
    return module.toString().equals("builtins") ? name.toString() : module + "." + name;
  }

  static String shownAll(PyTuple args, String open, String close) {
    StringBuilder text = new StringBuilder(open);
    String separator = "";
    for (PyObject arg : args) {
      text.append(separator).append(shown(arg));
      separator = ", ";
    }
    return text.append(close).toString();
  }

  /** Whether an exception only says that something cannot be set. */
  static boolean isRefusal(PyException e) {
    return e.is(PyExceptions.AttributeError) || e.is(PyExceptions.TypeError);
  }
}
