package org.krait.stdlib.process;

import java.lang.ref.WeakReference;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/**
 * Where {@code gc.collect()} was called last, and whether the call now is the statement behind it.
 *
 * <p>Programs write it two or three times in a row, because what one collection ends may let go of more. When the
 * first one found nothing whose end matters, nothing can have been dropped since: between the two statements the
 * program has only looked up the module and its function.
 */
final class LastCollection {
  private static final PyStr COLLECT = PyStr.interned("collect");
  private static final PyStr GC = PyStr.interned("gc");

  private WeakReference<PyFrame> frame = new WeakReference<>(null);
  private int pc;
  private long asides;

  /**
   * Notes a call; whether all that a collection would find has been found.
   *
   * @param gc the module as this interpreter has it
   */
  boolean isRepeatedBy(ThreadState thread, PyModule gc) {
    PyFrame caller = thread.frame;
    long now = thread.interpreter.asides();
    boolean isRepeated =
        caller != null
            && frame.refersTo(caller)
            && asides == now
            && isAlone(thread)
            && isBehind(caller, pc, caller.pc, gc);
    frame = new WeakReference<>(caller);
    pc = caller == null ? -1 : caller.pc;
    asides = now;
    return isRepeated;
  }

  /** The collection did not come to its end. */
  void forget() {
    frame = new WeakReference<>(null);
  }

  /** Whether no other thread drops anything meanwhile and no tool runs between two instructions. */
  private static boolean isAlone(ThreadState thread) {
    return thread == thread.interpreter.mainThread()
        && thread.interpreter.threads().size() == 1
        && thread.traceFunction == null
        && thread.profileFunction == null
        && thread.interpreter.monitoring == null;
  }

  /** Whether a call drops its result and is followed by {@code gc.collect()}. */
  private static boolean isBehind(PyFrame frame, int from, int to, PyModule gc) {
    CodeObject object = frame.code.object();
    byte[] code = object.code();
    int drop = behind(from, code);
    int load = drop + 1;
    int attribute = behind(load, code);
    return op(code, from) == Opcodes.CALL
        && op(code, drop) == Opcodes.POP_TOP
        && loadsModule(frame, load, gc, object)
        && op(code, attribute) == Opcodes.LOAD_ATTR
        && frame.code.names[arg(code, attribute) >> 1].equals(COLLECT)
        && gc.dict().get(COLLECT) != null
        && behind(attribute, code) == to
        && op(code, to) == Opcodes.CALL
        && arg(code, to) == 0;
  }

  /** Whether the instruction can only load the module: to look up what is in it runs no program. */
  private static boolean loadsModule(PyFrame frame, int at, PyModule gc, CodeObject object) {
    if (gc.type() != PyModule.TYPE) {
      return false;
    }
    byte[] code = object.code();
    return switch (op(code, at)) {
      case Opcodes.LOAD_FAST -> isImported(frame, arg(code, at), gc, object);
      case Opcodes.LOAD_GLOBAL -> frame.globals.get(frame.code.names[arg(code, at) >> 1]) == gc;
      default -> false;
    };
  }

  /** Whether a variable has only what {@code import gc} gives; machine code may keep its value for itself. */
  private static boolean isImported(PyFrame frame, int variable, PyModule gc, CodeObject object) {
    // With more names an IMPORT_NAME can have a prefix.
    if (variable < frame.code.parameterCount || object.names().size() > 256
        || frame.thread.interpreter.modules().get(GC) != gc) {
      return false;
    }
    byte[] code = object.code();
    for (int at = 0, before = -1; 2 * at < code.length; before = at, at = behind(at, code)) {
      if (op(code, at) == Opcodes.STORE_FAST && arg(code, at) == variable
          && (op(code, before) != Opcodes.IMPORT_NAME || !frame.code.names[arg(code, before)].equals(GC))) {
        return false;
      }
    }
    return true;
  }

  private static int behind(int at, byte[] code) {
    return at + 1 + OpcodeTable.caches(op(code, at));
  }

  /** The opcode at a code unit; outside, one that nothing asks for. */
  private static int op(byte[] code, int at) {
    return at >= 0 && 2 * at < code.length ? code[2 * at] & 0xff : Opcodes.CACHE;
  }

  private static int arg(byte[] code, int at) {
    return code[2 * at + 1] & 0xff;
  }
}
