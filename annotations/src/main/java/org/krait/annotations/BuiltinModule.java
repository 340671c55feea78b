package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a Java class a Python module.
 *
 * <p>From class {@code MathModule} the build makes {@code MathModuleTable}, and enters it in the
 * {@code ModuleIndex} of its Java module. When functions or values are instance methods, an object
 * of the class is the module's state, one for each interpreter; the class then has a constructor
 * without parameters. A class that implements {@code NativeModule} has a say when the module is
 * executed.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BuiltinModule {
  /** The Python name: {@code math}. */
  String value();

  /** The documentation of the module. */
  String doc() default "";

  /** The classes of the {@link BuiltinType builtin types} that are attributes of the module. */
  Class<?>[] types() default {};

  /** Further classes whose static methods are functions of this module. */
  Class<?>[] parts() default {};
}
