package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a Java method, with one PyObject behind {@code self}, set an attribute that has a
 * {@link Getter}. The value is null where Python deletes the attribute.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Setter {
  /** The Python name of the attribute. */
  String value();
}
