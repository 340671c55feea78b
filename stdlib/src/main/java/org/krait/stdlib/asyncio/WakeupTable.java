package org.krait.stdlib.asyncio;

import org.krait.runtime.BuiltinTable;
import org.krait.runtime.PyObject;
import org.krait.runtime.Signature;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The one function of tasks that stands in no type: what a future calls to wake its task up. */
final class WakeupTable extends BuiltinTable {
  private static final String NAME = "task_wakeup";

  @Override
  public int count() {
    return 1;
  }

  @Override
  public String name(int id) {
    return NAME;
  }

  @Override
  protected String kinds() {
    return "\0";
  }

  @Override
  protected Signature makeSignature(int id) {
    return new Signature(NAME, qualifiedName(id), null, 1, 1, 1, 0, 0, "future");
  }

  @Override
  public String module() {
    return null;
  }

  @Override
  public String qualifiedName(int id) {
    return "Task." + NAME;
  }

  @Override
  public PyObject call1(int id, PyObject self, PyObject future) {
    StepTask.wakeUp(ThreadState.current(), (PyTask) self, future);
    return PyNone.NONE;
  }

  @Override
  public PyObject callN(int id, PyObject self, PyObject[] args, PyStr[] names) {
    return call1(id, self, signature(id).bind(args, names)[0]);
  }
}
