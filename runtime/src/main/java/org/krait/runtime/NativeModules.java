package org.krait.runtime;

import java.util.List;

/** An index of Python modules that are written in Java; the build makes one for each Java module. */
public interface NativeModules {
  /** The Python names of the modules. */
  List<String> names();

  /** The table of a module, with a state of its own; null when the index does not have it. */
  ModuleTable open(String name);
}
