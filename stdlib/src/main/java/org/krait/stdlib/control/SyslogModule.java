package org.krait.stdlib.control;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.ConstantTable;
import org.krait.stdlib.os.Doors;

/** The module {@code syslog}. */
@BuiltinModule("syslog")
public final class SyslogModule implements NativeModule {
  private static final int USER = 8;
  private static final int INFO = 6;

  private static final CFunction OPENLOG = new CFunction("openlog");
  private static final CFunction CLOSELOG = new CFunction("closelog");
  private static final CFunction SETLOGMASK = new CFunction("setlogmask");
  private static final CFunction SYSLOG = new CFunction("syslog");

  /** What the process has of it, which is the main interpreter's. */
  private static final class Log {
    /** The C library keeps a pointer to the name of the program. */
    MemorySegment name;

    boolean isOpen;
  }

  private static Log log(ThreadState thread) {
    return thread.interpreter.siblings.main().service(Log.class, _ -> new Log());
  }

  private static boolean isMain(ThreadState thread) {
    return thread.interpreter.number == 0;
  }

  @Override
  public void exec(PyModule module) {
    ConstantTable.enter(module.dict(), "syslog");
  }

  private static byte[] utf8(PyStr text) {
    return Utf8.encode(text, null);
  }

  @Function("openlog(ident=NULL, logoption=0, facility=8)")
  static void openlog(ThreadState thread, PyStr ident, int options, int facility) {
    if (!isMain(thread)) {
      throw Errors.runtimeError("subinterpreter can't use syslog.openlog()");
    }
    PyStr given = ident == null ? scriptName(thread) : ident;
    PyObject shown = given == null ? PyNone.NONE : given;
    Doors.audit("syslog.openlog", shown, PyLong.of(options), PyLong.of(facility));
    Log log = log(thread);
    synchronized (log) {
      log.name = given == null ? null : Native.string(Arena.ofAuto(), utf8(given));
      OPENLOG.call(log.name == null ? 0 : log.name.address(), options, facility);
      log.isOpen = true;
    }
  }

  /** The last part of {@code sys.argv[0]}. */
  private static PyStr scriptName(ThreadState thread) {
    PyObject argv = thread.interpreter.sysDict().get(PyStr.interned("argv"));
    if (!(argv instanceof PyList list) || list.size() == 0 || !(list.get(0) instanceof PyStr first)) {
      return null;
    }
    String text = first.toString();
    String last = text.substring(text.lastIndexOf('/') + 1);
    return last.isEmpty() ? null : PyStr.ofUnits(last);
  }

  @Function(value = "syslog(*args)", textSignature = false)
  static void syslog(ThreadState thread, PyObject[] args) {
    if (args.length < 1 || args.length > 2) {
      throw Errors.typeError("syslog.syslog requires 1 to 2 arguments");
    }
    int priority = args.length == 2 ? Arguments.toInt(args[0]) : INFO;
    PyStr message = Arguments.instance(args[args.length - 1], PyStr.class, "syslog() argument " + args.length, "str");
    Doors.audit("syslog.syslog", PyLong.of(priority), message);
    if (!log(thread).isOpen) {
      if (!isMain(thread)) {
        throw Errors.runtimeError(
            "subinterpreter can't use syslog.syslog() until the syslog is opened by the main interpreter");
      }
      openlog(thread, null, 0, USER);
    }
    try (Arena arena = Arena.ofConfined()) {
      SYSLOG.call(
          priority,
          Native.string(arena, "%s").address(),
          Native.string(arena, utf8(message)).address());
    }
  }

  @Function("closelog()")
  static void closelog(ThreadState thread) {
    if (!isMain(thread)) {
      throw Errors.runtimeError("sunbinterpreter can't use syslog.closelog()");
    }
    Doors.audit("syslog.closelog");
    Log log = log(thread);
    synchronized (log) {
      if (log.isOpen) {
        CLOSELOG.call();
        log.name = null;
        log.isOpen = false;
      }
    }
  }

  @Function("setlogmask(maskpri, /)")
  static int setlogmask(int mask) {
    Doors.audit("syslog.setlogmask", PyLong.of(mask));
    return SETLOGMASK.callInt(mask);
  }

  @Function("LOG_MASK(pri, /)")
  static int mask(long priority) {
    return 1 << (int) priority;
  }

  @Function("LOG_UPTO(pri, /)")
  static int upTo(long priority) {
    return (1 << (int) priority + 1) - 1;
  }
}
