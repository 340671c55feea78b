package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a Java method a function of the {@link BuiltinModule} that its class implements or is a part
 * of. Parameters and result are converted as for {@link Method}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Function {
  /** The Python signature: {@code "sqrt(x, /)"}. */
  String value();

  /** The documentation of the function. */
  String doc() default "";

  /**
   * Whether CPython reads the arguments with {@code PyArg_ParseTuple}: the messages for a wrong number
   * of them are others, and no text signature is shown.
   */
  boolean parseTuple() default false;

  /** Whether CPython shows a text signature; it does not for functions it documents by hand. */
  boolean textSignature() default true;
}
