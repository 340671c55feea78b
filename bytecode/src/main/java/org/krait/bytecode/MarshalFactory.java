package org.krait.bytecode;

import java.math.BigInteger;
import java.util.List;

/**
 * Makes the values that a marshal stream describes, for {@link MarshalReader}.
 *
 * <p>Mutable containers are made empty and filled afterwards, because they may contain themselves.
 *
 * @param <T> the common type of values
 */
public interface MarshalFactory<T> {
  T none();

  T bool(boolean value);

  T ellipsis();

  /** The exception class {@code StopIteration}. */
  T stopIteration() throws MarshalException;

  T integer(long value);

  T integer(BigInteger value);

  T floating(double value);

  T complex(double real, double imag);

  T bytes(byte[] value);

  /** A string in which every surrogate pair means one character; interned if so wished. */
  T string(String text, boolean interned);

  /** A string of ASCII characters. */
  default T ascii(String text, boolean interned) {
    return string(text, interned);
  }

  /** A string in which a high surrogate is followed by a low one as two code points. */
  T string(int[] codePoints, boolean interned);

  T tuple(List<T> items) throws MarshalException;

  T frozenSet(List<T> items) throws MarshalException;

  T newList() throws MarshalException;

  T newDict() throws MarshalException;

  T newSet() throws MarshalException;

  /** Adds to what {@link #newList} or {@link #newSet} made. */
  void add(T container, T item) throws MarshalException;

  /** Adds to what {@link #newDict} made. */
  void put(T dict, T key, T value) throws MarshalException;

  /** A code object; the parts are as the stream has them and may be of any type. */
  T code(CodeParts<T> parts) throws MarshalException;

  /**
   * The fields of a code object in the order of the stream; see {@link CodeObject} for their
   * meaning.
   */
  record CodeParts<T>(
      int argCount,
      int posOnlyArgCount,
      int kwOnlyArgCount,
      int stackSize,
      int flags,
      T code,
      T constants,
      T names,
      T localsPlusNames,
      T localsPlusKinds,
      T filename,
      T name,
      T qualname,
      int firstLineNumber,
      T lineTable,
      T exceptionTable) {}
}
