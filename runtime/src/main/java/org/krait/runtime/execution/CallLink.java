package org.krait.runtime.execution;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;

/**
 * Where the machine code of callers finds the functions of one code object.
 *
 * <p>It leads to their machine code while there is some, else to the general way. HotSpot takes the
 * target for a constant and inlines it; callers stay as they are when the callee is translated again.
 */
public final class CallLink {
  /** Functions with more parameters are called the general way. */
  public static final int MOST = 10;

  private static final MethodHandle GENERAL = general(CallLink.class, "call");

  private static final MethodHandle AWAITED = general(Awaited.class, "start");

  /** The handle that callers invoke: thread, function, the parameters in order. */
  public final MethodHandle invoker;

  /** The globals of the functions that may be called through it. */
  public final PyDict globals;

  private final MutableCallSite site;
  private final MethodHandle interpreted;

  CallLink(int parameters, PyDict globals) {
    this(parameters, globals, GENERAL);
  }

  /** For coroutine functions whose coroutines are awaited at once; see {@link Awaited}. */
  static CallLink ofAwaited(int parameters, PyDict globals) {
    return new CallLink(parameters, globals, AWAITED);
  }

  private CallLink(int parameters, PyDict globals, MethodHandle general) {
    this.globals = globals;
    this.interpreted = general.asCollector(PyObject[].class, parameters);
    this.site = new MutableCallSite(interpreted);
    this.invoker = site.dynamicInvoker();
  }

  private static MethodHandle general(Class<?> owner, String name) {
    try {
      return MethodHandles.lookup()
          .findStatic(
              owner,
              name,
              MethodType.methodType(
                  PyObject.class, ThreadState.class, PyFunction.class, PyObject[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PyObject call(ThreadState thread, PyFunction function, PyObject[] args) {
    PyCode code = function.code();
    CompiledCode compiled = code.compiled;
    if (compiled != null && compiled.accepts(thread, function)) {
      return compiled.call(thread, function, args, 0);
    }
    PyFrame frame = new PyFrame(thread, code, function, function.globals, function.builtins);
    System.arraycopy(args, 0, frame.slots, 0, args.length);
    return Execute.call(frame);
  }

  /** Leads to a unit, or with null to the general way. */
  void lead(CompiledCode unit) {
    boolean direct = unit != null && unit.direct != null && unit.globals == globals;
    MethodHandle target = direct ? unit.direct : interpreted;
    if (site.getTarget() != target) {
      site.setTarget(target);
    }
  }
}
