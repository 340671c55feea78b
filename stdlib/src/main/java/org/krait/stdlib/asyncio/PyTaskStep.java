package org.krait.stdlib.asyncio;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** What the loop calls for a task to take its next step. */
@BuiltinType(
    name = "TaskStepMethWrapper",
    module = "_asyncio",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    basicSize = 32)
final class PyTaskStep extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyTaskStepTable());

  private final PyTask task;

  /** To be raised in the coroutine; null for nothing. */
  private final PyBaseException raised;

  PyTaskStep(PyTask task, PyBaseException raised) {
    this.task = task;
    this.raised = raised;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject call() {
    StepTask.run(ThreadState.current(), task, raised);
    return PyNone.NONE;
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    if (names != null && names.length > 0) {
      throw Errors.typeError("function takes no keyword arguments");
    }
    if (args.length > 0) {
      throw Errors.typeError("function takes no positional arguments");
    }
    return call();
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return call(args, names);
  }

  @Getter("__self__")
  PyObject self() {
    return task;
  }
}
