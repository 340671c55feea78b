package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.List;

/**
 * Frames that machine code without frames has left because a guard failed, the innermost first, on the
 * way to a caller that can go on with them.
 *
 * <p>The innermost is to run on where it stands; each other one waits for the result of the one before.
 */
final class Unwinding extends RuntimeException {
  final transient List<PyFrame> frames = new ArrayList<>(2);

  Unwinding() {
    super(null, null, false, false);
  }
}
