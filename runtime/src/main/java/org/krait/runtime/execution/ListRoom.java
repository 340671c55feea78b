package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyList;

/**
 * How many items the lists had that a comprehension made before, as room for the next one.
 *
 * <p>The lesser of the last two, so that one long list among short ones leaves no room behind that nobody needs.
 * Threads may overwrite each other's notes.
 */
public final class ListRoom {
  /** More than this is no loss to grow. */
  private static final int MOST = 1 << 12;

  private int last;
  private int room;

  public static PyObject list(ListRoom site) {
    return PyList.withRoom(site.room);
  }

  public static PyObject listForLongs(ListRoom site) {
    return site.room == 0 ? new PyList() : PyList.withRoomForLongs(site.room);
  }

  public static PyObject listForDoubles(ListRoom site) {
    return site.room == 0 ? new PyList() : PyList.withRoomForDoubles(site.room);
  }

  /** Notes the size of a list that is complete. */
  public static void note(ListRoom site, PyObject list) {
    int size = Math.min(((PyList) list).size(), MOST);
    site.room = Math.min(size, site.last);
    site.last = size;
  }
}
