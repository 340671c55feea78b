package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static final field an attribute of a {@link BuiltinModule} or {@link BuiltinType}, its
 * value converted as the result of a {@link Method} is.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Value {
  /** The Python name of the attribute. */
  String value();
}
