package org.krait.runtime;

/**
 * A builtin container whose items are got, and set to builtin values, by plain ints and slices without
 * any Python code being run. Subclasses that a program defines are none, whatever their Java class.
 */
public interface NativeItems {}
