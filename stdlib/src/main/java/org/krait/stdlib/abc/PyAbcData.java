package org.krait.stdlib.abc;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** What an abstract base class remembers: who is registered, and the answers it gave. */
@BuiltinType(name = "_abc_data", module = "_abc", subclassable = false, disallowNew = true)
public final class PyAbcData extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyAbcDataTable());

  final Set<PyType> registry = weakSet();
  final Set<PyType> subclasses = weakSet();
  final Set<PyType> others = weakSet();

  /** The state of all registries for which {@link #others} holds. */
  volatile long version;

  private static Set<PyType> weakSet() {
    return Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
