package org.krait.stdlib.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;

/**
 * The key of a user's records: 32 random bytes in a file that nobody else may read.
 *
 * <p>{@code $XDG_STATE_HOME/krait/record.key}, or {@code ~/.local/state/krait/record.key}. Without a
 * usable key there are no records: every cache is compared every time.
 */
final class RecordKey {
  private static final int LENGTH = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final FileAttribute<?> NEW_FILE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
  private static final FileAttribute<?> NEW_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Null when there is none to be had. */
  final byte[] bytes;

  private RecordKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The key of the user who runs an interpreter, made when there is none yet. */
  static RecordKey of(Interpreter interpreter) {
    return interpreter.service(RecordKey.class, i -> new RecordKey(read(file(i.options))));
  }

  private static Path file(Options options) {
    String state = options.ignoreEnvironment ? null : options.environment.get("XDG_STATE_HOME");
    if (state != null && state.startsWith("/")) {
      return Path.of(state, "krait", "record.key");
    }
    String home = System.getProperty("user.home");
    return home == null || !home.startsWith("/")
        ? null
        : Path.of(home, ".local", "state", "krait", "record.key");
  }

  private static byte[] read(Path file) {
    if (file == null) {
      return null;
    }
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        make(file);
      }
      return isPrivate(file) ? whole(Files.readAllBytes(file)) : null;
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static byte[] whole(byte[] bytes) {
    return bytes.length == LENGTH ? bytes : null;
  }

  /** Written beside and linked into place, so that of two processes both read the same whole key. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent(), NEW_FOLDER);
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    Path beside = file.resolveSibling("record." + Long.toHexString(System.nanoTime()) + ".tmp");
    try (var out =
        Files.newByteChannel(
            beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), NEW_FILE)) {
      out.write(java.nio.ByteBuffer.wrap(key));
    }
    try {
      Files.createLink(file, beside);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      // Another process was quicker: its key it is.
    } finally {
      Files.delete(beside);
    }
  }

  /** A plain file that belongs to who owns the folder's files that we make, open to nobody else. */
  private static boolean isPrivate(Path file) throws IOException {
    PosixFileAttributes facts =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return facts.isRegularFile()
        && OWNER_ONLY.containsAll(facts.permissions())
        && facts.owner().getName().equals(System.getProperty("user.name"));
  }
}
