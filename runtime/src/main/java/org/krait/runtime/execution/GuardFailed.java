package org.krait.runtime.execution;

/**
 * Thrown in machine code when something is not as it was taken to be; the frame goes on in the
 * interpreter loop.
 *
 * <p>Always one of two objects, without a trace: it never leaves the method whose guard failed.
 */
public final class GuardFailed extends RuntimeException {
  public static final GuardFailed INSTANCE = new GuardFailed();

  /** Thrown in tests where nothing is wrong ({@code -X deopt=always}). */
  public static final GuardFailed FORCED = new GuardFailed();

  private GuardFailed() {
    super(null, null, false, false);
  }
}
