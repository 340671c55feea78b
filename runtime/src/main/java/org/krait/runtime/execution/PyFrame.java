package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;

/**
 * A frame: code, the instruction it is at, variables and operand stack.
 *
 * <p>Variables and stack share one array: locals, cells and free variables in the order of {@code
 * co_localsplusnames}, then the stack. A cell's place holds a {@link PyCell}; an unbound local is
 * null.
 */
@BuiltinType(
    name = "frame",
    subclassable = false,
    disallowNew = true,
    parts = {FrameMethods.class},
    basicSize = 120,
    itemSize = 8)
public final class PyFrame extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyFrameTable());

  /** What a frame is doing; the numbers are compared. */
  public static final int CREATED = 0;

  public static final int SUSPENDED = 1;
  public static final int RUNNING = 2;
  public static final int DONE = 3;

  /** Suspended, and kept by a {@link Chain}, which has to be asked before the frame is run in another way. */
  public static final int CHAINED = 4;

  public final PyCode code;
  public final PyFunction function;
  public final PyDict globals;

  /** Where names that are not global are looked up; nearly always a dict. */
  public final PyObject builtins;

  /** Locals, cells, free variables, operand stack. */
  public final PyObject[] slots;

  /** The thread that runs the frame; generators may move between threads. */
  public ThreadState thread;

  /** The index, in code units, of the instruction that runs or ran last; -1 before the first. */
  public int pc = -1;

  /** While suspended: the first free place of the stack. */
  public int sp;

  public int state = CREATED;

  /** Whether whoever called has let go of the arguments. */
  boolean ownsArguments;

  /** The mapping that names are looked up in first, in module and class bodies; else null. */
  public PyObject locals;

  /** The frame that called this one, while running. */
  public PyFrame back;

  /** The generator or coroutine that this frame belongs to, or null. */
  public PyObject generator;

  /** What the iterator returned that {@code SEND} found at its end. */
  PyObject returned;

  /** Numbers that machine code keeps as they are while the frame is suspended; see {@link #held}. */
  public long[] numbers;

  /**
   * Where machine code left what {@link #slots} lack when it suspended the frame; else null. While the frame
   * runs it says nothing.
   */
  public Exit held;

  /** {@code f_trace} and its switches, and what {@code f_locals} gave out; null until asked for. */
  public FrameExtras extras;

  public PyFrame(
      ThreadState thread, PyCode code, PyFunction function, PyDict globals, PyObject builtins) {
    if (code.pending) {
      code.prepare(thread);
    }
    this.thread = thread;
    this.code = code;
    this.function = function;
    this.globals = globals;
    this.builtins = builtins;
    this.slots = new PyObject[code.frameSize];
    this.sp = code.localsCount;
  }

  /** A frame whose variables machine code has put in place already. */
  PyFrame(ThreadState thread, PyCode code, PyFunction function, PyObject[] slots) {
    this.thread = thread;
    this.code = code;
    this.function = function;
    this.globals = function.globals;
    this.builtins = function.builtins;
    this.slots = slots;
    this.sp = code.localsCount;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Room for numbers of a suspended frame. */
  public long[] numbers(int count) {
    long[] room = numbers;
    if (room == null || room.length < count) {
      room = new long[count];
      numbers = room;
    }
    return room;
  }

  /** Says where machine code suspends it. */
  public void suspend(int at, int top) {
    pc = at;
    sp = top;
  }

  /** The same, where some places of the code keep numbers. */
  public void suspend(int at, int top, Exit left) {
    pc = at;
    sp = top;
    if (held != left) {
      held = left;
    }
  }

  /** Brings all that machine code kept for itself into {@link #slots}; to be called before they are read. */
  public void settle() {
    Exit left = held;
    if (left != null) {
      held = null;
      left.fill(slots, slots, numbers);
    }
  }

  /** The globals of the running code. */
  public PyDict globals() {
    return globals;
  }

  /** The source line of the current instruction, or 0 when it has none. */
  public int line() {
    return code.lineAt(Math.max(pc, 0));
  }
}
