package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a Java method, without parameters behind {@code self}, read an attribute of a type. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Getter {
  /** The Python name of the attribute. */
  String value();

  /** The documentation of the attribute. */
  String doc() default "";

  /** Whether CPython has a member descriptor here and not a getset descriptor. */
  boolean member() default false;
}
