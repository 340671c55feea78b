package org.krait.runtime.execution;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyZip;

/**
 * Where machine code resumes the generators and coroutines of one code object; as {@link CallLink}, but
 * what is called runs on.
 */
public final class ResumeLink {
  /** What {@link #invoker} takes: the thread, the generator, what is sent; null is the end, or what it raised is passed. */
  public static final MethodType TYPE =
      MethodType.methodType(PyObject.class, ThreadState.class, Resumable.class, PyObject.class);

  /** What loops are known to go over: the {@code zip} or {@code enumerate} of a generator of the link's code. */
  public record Wrapped(ResumeLink link, Class<?> by) {}

  private static final MethodHandle GENERAL = general();

  final Wrapped zipped = new Wrapped(this, PyZip.class);
  final Wrapped enumerated = new Wrapped(this, PyEnumerate.class);

  public final PyCode code;

  /** The handle that loops and {@code SEND} invoke. */
  public final MethodHandle invoker;

  private final MutableCallSite site = new MutableCallSite(GENERAL);

  ResumeLink(PyCode code) {
    this.code = code;
    this.invoker = site.dynamicInvoker();
  }

  private static MethodHandle general() {
    try {
      return MethodHandles.lookup().findStatic(Resumable.class, "anyhow", TYPE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leads to a unit, or with null to the general way. */
  void lead(CompiledCode unit) {
    MethodHandle target = unit != null && unit.resumption != null ? unit.resumption : GENERAL;
    if (site.getTarget() != target) {
      site.setTarget(target);
    }
  }
}
