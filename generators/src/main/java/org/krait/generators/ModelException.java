package org.krait.generators;

import java.util.function.Supplier;
import javax.lang.model.element.Element;

/** A misuse of an annotation: reported by the build as an error at the annotated element. */
final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Element element;

  ModelException(Element element, String message) {
    super(message);
    this.element = element;
  }

  Element element() {
    return element;
  }

  /** Reads something from an element: what is wrong with it is reported there. */
  static <T> T at(Element element, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new ModelException(element, e.getMessage());
    }
  }

  static void at(Element element, Runnable reading) {
    at(
        element,
        () -> {
          reading.run();
          return null;
        });
  }
}
