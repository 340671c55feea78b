package org.krait.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.runtime.types.PyStr;

/** What a type's {@linkplain Shape shapes} know together of attributes that are numbers. */
final class NumberSlots {
  private final PyType type;
  private final boolean hasThem;
  private final Set<PyStr> mixed = ConcurrentHashMap.newKeySet(0);
  private Shape root;

  /** How many an instance has had at most. */
  private volatile int most;

  NumberSlots(PyType type) {
    this.type = type;
    Class<?> layout = type.layout();
    this.hasThem = layout == ObjectType.TYPE.layout() || PyInstance.class.isAssignableFrom(layout);
  }

  void setRoot(Shape root) {
    this.root = root;
  }

  int most() {
    return most;
  }

  synchronized void note(int count) {
    most = Math.max(most, count);
  }

  /** Whether new instances may have a number slot for an attribute. */
  boolean takes(PyStr name) {
    return hasThem && !mixed.contains(name);
  }

  /** An attribute is no number, or not always. */
  void mix(PyStr name) {
    if (mixed.add(name)) {
      root.forgetNumber(name);
      type.shapesChanged();
    }
  }
}
