package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the build to generate sources into the annotated package from the named tables.
 *
 * <p>A table is a file below the module's {@code src/main/tables}; the part after its last dot
 * names its generator ({@code python.asdl} is read by the generator for {@code asdl}).
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
public @interface FromTable {
  /** File names below {@code src/main/tables}. */
  String[] value();
}
