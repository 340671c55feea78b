package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.Subscripts;

/** {@code mappingproxy}: a look at a mapping that does not let change it. */
@BuiltinType(
    name = "mappingproxy",
    parts = {GenericClassMethods.class},
    subclassable = false,
    pattern = BuiltinType.Pattern.MAPPING,
    basicSize = 24)
public final class PyMappingProxy extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyMappingProxyTable());
  private static final PyStr DOC = PyStr.interned("__doc__");

  private final PyObject mapping;

  /** Whether the dict of a builtin type may have a {@link PyTypeDoc}, which nobody may see. */
  private boolean hasTypeDoc;

  public PyMappingProxy(PyObject mapping) {
    this.mapping = mapping;
  }

  /** The dict of a type. */
  public static PyMappingProxy ofType(PyDict dict) {
    PyMappingProxy proxy = new PyMappingProxy(dict);
    proxy.hasTypeDoc = dict.get(DOC) instanceof PyTypeDoc;
    return proxy;
  }

  @Method(value = "__new__(cls, mapping)", textSignature = false)
  static PyObject make(PyType cls, PyObject mapping) {
    boolean fits =
        mapping.type().special(Special.GETITEM) != null
            && !(mapping instanceof PyList)
            && !(mapping instanceof PyTuple);
    if (!fits) {
      throw Errors.typeError(
          "mappingproxy() argument must be a mapping, not %s", mapping.type().fullName());
    }
    return new PyMappingProxy(mapping);
  }

  /** The mapping behind it. */
  public PyObject mapping() {
    if (hasTypeDoc) {
      PyDict dict = (PyDict) mapping;
      if (dict.get(DOC) instanceof PyTypeDoc doc) {
        dict.put(DOC, doc.text());
      }
      hasTypeDoc = false;
    }
    return mapping;
  }

  /** The same for who wants the value of one key; the texts of types are in a file that few programs need. */
  private PyObject mappingFor(PyObject key) {
    return hasTypeDoc && key instanceof PyStr name && name.getClass() == PyStr.class && !name.equals(DOC)
        ? mapping
        : mapping();
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "mappingproxy(" + Objects.repr(mapping()) + ")";
  }

  @Method("__str__(self, /)")
  PyObject str() {
    return Objects.str(mapping());
  }

  @Method("__hash__(self, /)")
  long hash() {
    return Objects.hash(mapping());
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    return Comparison.compare(mapping(), other, op);
  }

  @Method("__len__(self, /)")
  int len() {
    return Objects.length(mapping);
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    return Subscripts.get(mappingFor(key), key);
  }

  @Method("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    return Iteration.contains(mapping, key);
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return Iteration.iterator(mapping);
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  PyObject reversed() {
    PyObject method = SpecialCalls.lookup(mapping, Special.REVERSED);
    if (method == null) {
      throw Errors.noAttribute(mapping, PyStr.interned("__reversed__"));
    }
    return method.call();
  }

  private static PyObject inner(PyObject value) {
    return value instanceof PyMappingProxy proxy ? proxy.mapping() : value;
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    return Operators.or_(inner(self), inner(value));
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return or(value, self);
  }

  @Method("__ior__(self, value, /)")
  PyObject ior(PyObject value) {
    throw Errors.typeError("'|=' is not supported by %s; use '|' instead", type().fullName());
  }

  @Method(value = "get(self, key, default=None, /)", textSignature = false)
  PyObject get(PyObject key, PyObject otherwise) {
    return Attributes.get(mappingFor(key), "get").call(key, otherwise);
  }

  @Method(value = "keys(self, /)", textSignature = false)
  PyObject keys() {
    return Attributes.get(mapping(), "keys").call();
  }

  @Method(value = "values(self, /)", textSignature = false)
  PyObject values() {
    return Attributes.get(mapping(), "values").call();
  }

  @Method(value = "items(self, /)", textSignature = false)
  PyObject items() {
    return Attributes.get(mapping(), "items").call();
  }

  @Method(value = "copy(self, /)", textSignature = false)
  PyObject copy() {
    return Attributes.get(mapping(), "copy").call();
  }
}
