package org.krait.stdlib.elementtree;

import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/** What the trees of an interpreter share: factories, and the library's helpers. */
final class TreeState {
  /** Makes comments, or null when that was not set. */
  PyObject commentFactory;

  /** Makes processing instructions, or null. */
  PyObject instructionFactory;

  PyObject deepCopy;

  /** The module {@code xml.etree.ElementPath}. */
  PyObject paths;

  private TreeState(Interpreter interpreter) {}

  void load(Interpreter interpreter) {
    deepCopy = Attributes.get(interpreter.importModule("copy"), "deepcopy");
    paths = interpreter.importModule("xml.etree.ElementPath");
  }

  static TreeState of(ThreadState thread) {
    return thread.interpreter.service(TreeState.class, TreeState::new);
  }
}
