package org.krait.stdlib.os;

import java.io.InputStream;
import org.krait.runtime.text.ResourceFile;

/** The tables beside the classes of this room, which a module keeps from others. */
public final class TableFile {
  private TableFile() {}

  /** The content of a resource beside a class; null when there is none. */
  public static InputStream open(Class<?> owner, String name) {
    InputStream content = ResourceFile.inArchive(owner, name);
    return content != null ? content : owner.getResourceAsStream(name);
  }
}
