package org.krait.compiler.scopes;

/** Private names of classes ({@code __name} becomes {@code _Class__name}). */
public final class NameMangling {
  private NameMangling() {}

  /**
   * The name that {@code name} stands for inside the class.
   *
   * @param className the innermost class, or null outside of classes
   */
  public static String mangle(String className, String name) {
    if (className == null
        || !name.startsWith("__")
        || name.endsWith("__")
        || name.indexOf('.') >= 0) {
      return name;
    }
    int start = 0;
    while (start < className.length() && className.charAt(start) == '_') {
      start++;
    }
    return start == className.length() ? name : "_" + className.substring(start) + name;
  }
}
