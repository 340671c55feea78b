package org.krait.stdlib.io;

import java.nio.file.Path;
import org.krait.runtime.PyException;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.OpenFile;

/**
 * The descriptor of a {@code FileIO}, and what the layers above have not yet written to it.
 *
 * <p>It knows nothing of the stream objects, so that {@link OpenStreams} can keep it without keeping
 * them.
 */
final class FileHandle {
  private final Descriptors descriptors;
  private final boolean closesDescriptor;
  private final Path path;
  private volatile int fd;

  /** What a buffer above holds back, or null. */
  private WriteBuffer bytes;

  /** What a text layer above the buffer holds back, or null. */
  private PendingText text;

  /** Where the handle is kept while the stream is open, or null. */
  OpenStreams home;

  /** How much was owed when the collector was last asked whether the stream is still in use. */
  private int asked;

  /**
   * A handle.
   *
   * @param path what was opened, or null when the descriptor was given
   */
  FileHandle(Descriptors descriptors, int fd, boolean closesDescriptor, Path path) {
    this.descriptors = descriptors;
    this.fd = fd;
    this.closesDescriptor = closesDescriptor;
    this.path = path;
  }

  /** A buffer above that may hold something back. */
  void hold(WriteBuffer bytes) {
    this.bytes = bytes;
    mayOwe();
  }

  /** A text layer above the buffer that may hold something back, or null. */
  void hold(PendingText text) {
    this.text = text;
    if (text != null) {
      mayOwe();
    }
  }

  private void mayOwe() {
    if (home != null && fd >= 0) {
      home.writes(this);
    }
  }

  int fd() {
    return fd;
  }

  boolean closesDescriptor() {
    return closesDescriptor;
  }

  OpenFile file() {
    return descriptors.get(fd);
  }

  boolean isOpenFile() {
    return descriptors.isOpen(fd);
  }

  /** Whether something is still to be written. */
  boolean owes() {
    return owed() > 0;
  }

  private int owed() {
    return (bytes == null ? 0 : bytes.count()) + (text == null ? 0 : text.count());
  }

  boolean isOpeningOf(Path other) {
    return path != null && path.equals(other);
  }

  /** Whether the collector was not asked yet since the program wrote last. */
  boolean askOnce() {
    int count = owed();
    boolean isNew = count != asked;
    asked = count;
    return isNew;
  }

  private void leaveHome() {
    if (home != null) {
      home.remove(this);
    }
  }

  synchronized void close() {
    int number = fd;
    fd = -1;
    leaveHome();
    if (number >= 0 && closesDescriptor) {
      descriptors.close(number);
    }
  }

  /** Gives up a handle with which something went wrong: closes it if it can be closed. */
  void abandon() {
    if (isOpenFile()) {
      close();
    } else {
      fd = -1;
      leaveHome();
    }
  }

  /** Writes what is missing and closes, when nobody else can. */
  void finish() {
    if (fd < 0) {
      return;
    }
    try {
      if (isOpenFile()) {
        writeRest();
      }
      close();
    } catch (PyException ignored) {
      // Nobody to tell.
    }
  }

  private void writeRest() {
    OpenFile file = file();
    if (bytes != null) {
      bytes.flush(file::write);
    }
    if (text != null && text.count() > 0) {
      byte[] rest = text.take();
      for (int at = 0; at < rest.length; ) {
        int count = file.write(rest, at, rest.length - at);
        if (count < 0) {
          return;
        }
        at += count;
      }
    }
  }
}
