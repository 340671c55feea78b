package org.krait.stdlib.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;

/**
 * Numbers that change when a dict does. CPython counts changes (PEP 509); here a dict is compared with
 * what it was when it was last asked about, so that a change that was undone does not show.
 */
final class DictVersions {
  private record Version(List<PyObject> content, long number) {}

  private final Map<PyDict, Version> known = Collections.synchronizedMap(new WeakHashMap<>());
  private long latest;

  synchronized long of(PyDict dict) {
    List<PyObject> content = new ArrayList<>();
    for (int i = 0; i < dict.limit(); i++) {
      if (dict.keyAt(i) != null) {
        content.add(dict.keyAt(i));
        content.add(dict.valueAt(i));
      }
    }
    Version before = known.get(dict);
    if (before == null || !isSame(before.content, content)) {
      before = new Version(content, ++latest);
      known.put(dict, before);
    }
    return before.number;
  }

  private static boolean isSame(List<PyObject> one, List<PyObject> other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = one.get(i) == other.get(i);
    }
    return same;
  }
}
