package org.krait.runtime;

import java.util.HashSet;
import java.util.Set;
import org.krait.runtime.types.PyStr;

/** What a type's {@linkplain Shape shapes} know together of attributes that are numbers. */
final class NumberSlots {
  private final PyType type;
  private final boolean hasThem;
  private volatile Set<PyStr> mixed = Set.of();
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
    synchronized (this) {
      if (mixed.contains(name)) {
        return;
      }
      Set<PyStr> more = new HashSet<>(mixed);
      more.add(name);
      mixed = more;
    }
    root.forgetNumber(name);
    type.shapesChanged();
  }
}
