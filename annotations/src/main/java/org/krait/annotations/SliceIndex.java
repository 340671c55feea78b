package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code long} parameter: the argument is converted as the bound of a slice is, clipped to the
 * range of a {@code long} in place of an OverflowError.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SliceIndex {
  /** Whether {@code None} stands for the default; otherwise it is a TypeError. */
  boolean none() default true;
}
