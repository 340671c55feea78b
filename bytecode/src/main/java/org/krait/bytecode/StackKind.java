package org.krait.bytecode;

/** What lies in a place of the operand stack, as far as the machine relies on it. */
public enum StackKind {
  /** A value. */
  ANY,
  /** The empty slot that tells a plain call from a method call. */
  NULL,
  /** A value or the empty slot. */
  MAYBE,
  /** An iterator. */
  ITER,
  /** An exception or None. */
  EXC,
  /** The exception state that {@code PUSH_EXC_INFO} saved. */
  INFO,
  /** The offset at which an exception came up. */
  LASTI,
  CELL,
  CODE,
  LIST,
  SET,
  DICT,
  TUPLE,
  /** Not looked at. */
  UNSEEN,
  /** Moved by {@code SWAP} and {@code COPY}. */
  NTH
}
