package org.krait.jit;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import org.krait.runtime.execution.CallLink;
import org.krait.runtime.execution.PyCode;

/**
 * How other generated classes call a unit that takes its arguments directly.
 *
 * @param owner the generated class
 * @param method the name of its static method
 * @param parameters the kinds of its parameters
 * @param result the kind of its result
 * @param looks whether it may run code that looks at its caller's frame, which has to be right then
 * @param link where it is called through, when it may come to be another unit or is none yet; else null
 * @param made the code of the generator or coroutine that a call only makes; else null
 */
record Linkage(
    ClassDesc owner, String method, Kind[] parameters, Kind result, boolean looks, CallLink link,
    PyCode made) {
  Linkage(
      ClassDesc owner, String method, Kind[] parameters, Kind result, boolean looks, CallLink link) {
    this(owner, method, parameters, result, looks, link, null);
  }

  /** A call that makes a generator or coroutine of some code. */
  static Linkage making(PyCode code) {
    Kind[] kinds = new Kind[code.parameterCount];
    Arrays.fill(kinds, Kind.REFERENCE);
    return new Linkage(null, null, kinds, Kind.REFERENCE, false, null, code);
  }

  /** A call through a link. */
  static Linkage through(CallLink link, int count) {
    Kind[] kinds = new Kind[count];
    Arrays.fill(kinds, Kind.REFERENCE);
    return new Linkage(null, null, kinds, Kind.REFERENCE, true, link);
  }

  MethodTypeDesc type() {
    ClassDesc[] all = new ClassDesc[parameters.length + 2];
    all[0] = Names.THREAD;
    all[1] = Names.FUNCTION;
    for (int i = 0; i < parameters.length; i++) {
      all[i + 2] = parameters[i].desc;
    }
    return MethodTypeDesc.of(result.desc, all);
  }
}
