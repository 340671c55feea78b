package org.krait.jit;

/** Why a code object stays in the interpreter. */
final class Refused extends RuntimeException {
  Refused(String reason) {
    super(reason, null, false, false);
  }
}
