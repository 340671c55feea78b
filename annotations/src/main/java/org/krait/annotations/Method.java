package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a Java method, static or not, a method of the {@link BuiltinType} that its class implements
 * or is a part of.
 *
 * <p>The first parameter of the signature says what it is: {@code self} a method, {@code cls} a
 * class method, anything else a static method. {@code __new__(cls, …)} makes instances. A name that
 * stands in the table of special methods is a slot, which the machine calls directly; the pseudo
 * name {@code __richcompare__(self, other, op)} is the slot of all six comparisons.
 *
 * <p>The Java parameters follow those of the signature; {@code self} is {@code this} in an instance
 * method and the first parameter in a static one. A {@code ThreadState} may stand before them all.
 * Their Java types say how arguments are converted: see {@code docs/howto/add-type.md}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Method {
  /** The Python signature: {@code "append(self, object, /)"}. */
  String value();

  /** The documentation of the method. */
  String doc() default "";

  /** The slot, where two share the name: {@code concat} for the {@code __add__} of sequences. */
  String slot() default "";

  /**
   * Whether the method of a slot is a plain method to Python and no slot wrapper, as {@code
   * dict.__getitem__} is ({@code METH_COEXIST}).
   */
  boolean coexist() default false;

  /**
   * Whether CPython reads the arguments with {@code PyArg_ParseTuple}: the messages for a wrong number
   * of them are others, and no text signature is shown.
   */
  boolean parseTuple() default false;

  /** Whether CPython shows a text signature; it does not for functions it documents by hand. */
  boolean textSignature() default true;
}
