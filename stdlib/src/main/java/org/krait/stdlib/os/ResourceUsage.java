package org.krait.stdlib.os;

import java.lang.foreign.MemorySegment;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.StructSequenceType;
import org.krait.stdlib.libc.Native;

/** {@code struct rusage} as {@code resource.struct_rusage}. */
public final class ResourceUsage {
  public static final int SIZE = 144;
  private static final int COUNTS = 14;

  public static final StructSequenceType TYPE =
      StructSequenceType.of(
          "resource.struct_rusage", 16, "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss",
          "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock",
          "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw");

  private ResourceUsage() {}

  public static PyObject of(MemorySegment usage) {
    PyObject[] fields = new PyObject[2 + COUNTS];
    fields[0] = seconds(usage, 0);
    fields[1] = seconds(usage, 16);
    for (int i = 0; i < COUNTS; i++) {
      fields[2 + i] = PyLong.of(usage.get(Native.LONG, 32 + 8L * i));
    }
    return TYPE.make(fields);
  }

  private static PyObject seconds(MemorySegment usage, long at) {
    return new PyFloat(usage.get(Native.LONG, at) + usage.get(Native.LONG, at + 8) * 1e-6);
  }
}
