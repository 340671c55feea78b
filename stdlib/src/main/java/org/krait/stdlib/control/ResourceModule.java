package org.krait.stdlib.control;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.ConstantTable;
import org.krait.stdlib.os.Doors;
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.os.ResourceUsage;

/** The module {@code resource}. */
@BuiltinModule("resource")
public final class ResourceModule implements NativeModule {
  private static final int LIMITS = 16;
  private static final int PAGE_SIZE = 30;

  private static final CFunction GETRLIMIT = new CFunction("getrlimit");
  private static final CFunction SETRLIMIT = new CFunction("setrlimit");
  private static final CFunction PRLIMIT = new CFunction("prlimit");
  private static final CFunction GETRUSAGE = new CFunction("getrusage");
  private static final CFunction SYSCONF = CFunction.wide("sysconf");

  @Override
  public void exec(PyModule module) {
    ConstantTable.enter(module.dict(), "resource");
    module.dict().put(PyStr.interned("error"), PyExceptions.OSError);
    module.dict().put(PyStr.interned("struct_rusage"), ResourceUsage.TYPE.type());
  }

  private static int checked(int resource) {
    if (resource < 0 || resource >= LIMITS) {
      throw Errors.valueError("invalid resource specified");
    }
    return resource;
  }

  /** Two {@code rlim_t} from a pair of numbers, -1 standing for no limit. */
  private static MemorySegment pair(Arena arena, PyObject limits) {
    PyObject[] both = limits instanceof PyTuple tuple ? tuple.items() : Iteration.toArray(PyTuple.from(limits));
    if (both.length != 2) {
      throw Errors.valueError("expected a tuple of 2 integers");
    }
    MemorySegment memory = arena.allocate(16, 8);
    for (int i = 0; i < 2; i++) {
      BigInteger value = Arguments.index(both[i]).bigValue();
      if (value.bitLength() > 63) {
        throw Errors.overflowError("Python int too large to convert to C long");
      }
      memory.set(Native.LONG, 8L * i, value.longValue());
    }
    return memory;
  }

  private static PyObject limits(MemorySegment memory) {
    return PyTuple.of(PyLong.of(memory.get(Native.LONG, 0)), PyLong.of(memory.get(Native.LONG, 8)));
  }

  @Function("getrlimit(resource, /)")
  static PyObject getrlimit(int resource) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(16, 8);
      GETRLIMIT.require(checked(resource), memory.address());
      return limits(memory);
    }
  }

  @Function("setrlimit(resource, limits, /)")
  static void setrlimit(int resource, PyObject limits) {
    checked(resource);
    Doors.audit("resource.setrlimit", PyLong.of(resource), limits);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = pair(arena, limits);
      fail(SETRLIMIT.callInt(resource, memory.address()));
    }
  }

  private static void fail(int result) {
    if (result == 0) {
      return;
    }
    switch (Libc.errno()) {
      case OsErrors.EINVAL -> throw Errors.valueError("current limit exceeds maximum limit");
      case OsErrors.EPERM -> throw Errors.valueError("not allowed to raise maximum limit");
      default -> throw OsErrors.make(Libc.errno());
    }
  }

  @Function("prlimit(pid, resource, limits=None, /)")
  static PyObject prlimit(int pid, int resource, PyObject limits) {
    checked(resource);
    Doors.audit("resource.prlimit", PyLong.of(pid), PyLong.of(resource), limits);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment old = arena.allocate(16, 8);
      long wanted = limits == PyNone.NONE ? 0 : pair(arena, limits).address();
      if (PRLIMIT.callInt(pid, resource, wanted, old.address()) != 0) {
        if (Libc.errno() == OsErrors.EINVAL) {
          throw Errors.valueError("current limit exceeds maximum limit");
        }
        throw OsErrors.make(Libc.errno());
      }
      return limits(old);
    }
  }

  @Function("getrusage(who, /)")
  static PyObject getrusage(int who) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(ResourceUsage.SIZE, 8);
      if (GETRUSAGE.callInt(who, usage.address()) != 0) {
        if (Libc.errno() == OsErrors.EINVAL) {
          throw Errors.valueError("invalid who parameter");
        }
        throw OsErrors.make(Libc.errno());
      }
      return ResourceUsage.of(usage);
    }
  }

  @Function("getpagesize()")
  static long getpagesize() {
    return SYSCONF.call(PAGE_SIZE);
  }
}
