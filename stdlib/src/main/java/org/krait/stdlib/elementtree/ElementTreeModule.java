package org.krait.stdlib.elementtree;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The module {@code _elementtree}. */
@BuiltinModule(
    value = "_elementtree",
    types = {PyElement.class, PyTreeBuilder.class, PyTreeParser.class})
public final class ElementTreeModule implements NativeModule {
  /** {@code xml.etree.ElementTree.ParseError}. */
  static final PyType PARSE_ERROR =
      PyType.builtin(
          new SimpleTypeTable("xml.etree.ElementTree", "ParseError", PyExceptions.SyntaxError));

  private TreeState state;

  @Override
  public void exec(PyModule module) {
    state = TreeState.of(ThreadState.current());
    state.load(ThreadState.current().interpreter);
    module.dict().put(PyStr.interned("ParseError"), PARSE_ERROR);
  }

  @Function(value = "SubElement(*args, **kwargs)", textSignature = false)
  static PyObject subElement(PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (given < 2 || given > 3) {
      throw Errors.typeError(
          "SubElement() takes at %s arguments (%d given)", given < 2 ? "least 2" : "most 3", given);
    }
    PyElement parent = PyElement.argument(args[0], "SubElement() argument 1");
    PyElement child = new PyElement(PyElement.TYPE);
    child.tag = args[1];
    child.attrib = ElementCreation.attributes("SubElement", 3, args, 2, given, names);
    parent.add(child);
    return child;
  }

  @Function("_set_factories(comment_factory, pi_factory, /)")
  PyObject setFactories(PyObject comment, PyObject instruction) {
    checkFactory(comment, "Comment");
    checkFactory(instruction, "PI");
    PyObject before = PyTuple.of(orNone(state.commentFactory), orNone(state.instructionFactory));
    state.commentFactory = comment == PyNone.NONE ? null : comment;
    state.instructionFactory = instruction == PyNone.NONE ? null : instruction;
    return before;
  }

  private static void checkFactory(PyObject factory, String what) {
    if (factory != PyNone.NONE && !Objects.isCallable(factory)) {
      throw Errors.typeError(
          "%s factory must be callable, not %s", what, factory.type().fullName());
    }
  }

  static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }
}
