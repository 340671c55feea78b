package org.krait.jit;

import java.util.Map;

/**
 * The loader of one generated class, which is collected with it.
 *
 * <p>Not a hidden class: those do not show in stack traces and profilers, and Python should.
 */
public final class UnitLoader extends ClassLoader {
  private final Object[] constants;
  private final Map<String, Class<?>> linked;

  /**
   * A loader for a class that is linked to others.
   *
   * @param constants what the class puts into its fields
   * @param linked the generated classes that it calls, by name
   */
  UnitLoader(Object[] constants, Map<String, Class<?>> linked) {
    super("krait", UnitLoader.class.getClassLoader());
    this.constants = constants;
    this.linked = linked;
  }

  Class<?> define(String name, byte[] bytes) {
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> found = linked.get(name);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }

  /** Called by the class when it is set up. */
  public static Object constant(Class<?> unit, int index) {
    return ((UnitLoader) unit.getClassLoader()).constants[index];
  }
}
