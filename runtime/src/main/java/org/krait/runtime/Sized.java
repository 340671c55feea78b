package org.krait.runtime;

/** A builtin container outside this room that knows how many items it has; a program's subclass may say otherwise. */
public interface Sized {
  int size();
}
