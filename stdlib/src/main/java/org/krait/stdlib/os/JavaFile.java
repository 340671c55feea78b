package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.runtime.SystemRandom;
import org.krait.stdlib.libc.CFunction;

/**
 * A regular file through a Java channel: for programs that need no native call.
 *
 * <p>When a system call wants its descriptor, {@link #toKernel} finds that, and a {@link KernelFile}
 * takes its place.
 */
final class JavaFile extends OpenFile {
  private static final CFunction FCNTL = new CFunction("fcntl");
  private static final int SET_FLAGS = 4;

  /** Positions beyond any file, but not beyond what file systems take. */
  private static final long FAR = 1L << 42;

  private static final int ATTEMPTS = 3;

  private final FileChannel channel;
  private final Path path;
  private final boolean append;

  /** What stands for it since it was given to the kernel. */
  private KernelFile successor;

  JavaFile(FileChannel channel, Path path, boolean append) {
    this.channel = channel;
    this.path = path;
    this.append = append;
  }

  @Override
  public synchronized int read(byte[] buffer, int offset, int length) {
    if (successor != null) {
      return successor.read(buffer, offset, length);
    }
    try {
      return length == 0 ? 0 : Math.max(channel.read(ByteBuffer.wrap(buffer, offset, length)), 0);
    } catch (NonReadableChannelException e) {
      throw OsErrors.make(OsErrors.EBADF);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public synchronized int write(byte[] buffer, int offset, int length) {
    if (successor != null) {
      return successor.write(buffer, offset, length);
    }
    try {
      if (append) {
        channel.position(channel.size());
      }
      return channel.write(ByteBuffer.wrap(buffer, offset, length));
    } catch (NonWritableChannelException e) {
      throw OsErrors.make(OsErrors.EBADF);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public synchronized long seek(long offset, int whence) {
    if (successor != null) {
      return successor.seek(offset, whence);
    }
    if (whence > 2) {
      return toSuccessor().seek(offset, whence);
    }
    try {
      return seek(channel, offset, whence);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  static long seek(FileChannel channel, long offset, int whence) throws IOException {
    long base =
        switch (whence) {
          case 0 -> 0;
          case 1 -> channel.position();
          case 2 -> channel.size();
          default -> throw OsErrors.make(OsErrors.EINVAL);
        };
    if (base + offset < 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    channel.position(base + offset);
    return base + offset;
  }

  @Override
  public synchronized void truncate(long length) {
    if (successor != null) {
      successor.truncate(length);
      return;
    }
    if (length < 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    try {
      long position = channel.position();
      if (length > channel.size()) {
        channel.write(ByteBuffer.allocate(1), length - 1);
      } else {
        channel.truncate(length);
      }
      channel.position(position);
    } catch (NonWritableChannelException e) {
      throw OsErrors.make(OsErrors.EINVAL);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public boolean isTerminal() {
    return false;
  }

  /** Of the path: while a file is open it may be renamed or removed, then what is known is said. */
  @Override
  public synchronized FileStatus status() {
    return successor != null ? successor.status() : JavaStat.ofOpen(path, channel);
  }

  @Override
  public synchronized void sync(boolean metadata) {
    if (successor != null) {
      successor.sync(metadata);
      return;
    }
    try {
      channel.force(metadata);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  private KernelFile toSuccessor() {
    if (successor == null) {
      toKernel();
    }
    return successor;
  }

  @Override
  public synchronized int kernelDescriptor() {
    return successor == null ? -1 : successor.kernelDescriptor();
  }

  @Override
  synchronized int toKernel() {
    if (successor != null) {
      return successor.descriptor;
    }
    try {
      long position = channel.position();
      int descriptor;
      try {
        descriptor = KernelCalls.duplicate(find());
      } finally {
        channel.position(position);
      }
      if (append) {
        FCNTL.require(descriptor, SET_FLAGS, OpenFiles.APPEND);
      }
      successor = new KernelFile(descriptor);
      channel.close();
      return descriptor;
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  /** Java does not tell its descriptors; it is the one whose position moves when the channel's does. */
  private int find() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long mark = FAR + SystemRandom.bits(40);
      channel.position(mark);
      try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc/self/fdinfo"))) {
        for (Path one : all) {
          if (isAt(one, mark)) {
            return Integer.parseInt(one.getFileName().toString());
          }
        }
      }
    }
    throw OsErrors.make(OsErrors.EBADF);
  }

  private static boolean isAt(Path information, long position) {
    try {
      return Files.readString(information).startsWith("pos:\t" + position + "\n");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  @Override
  protected synchronized void closeFile() {
    if (successor != null) {
      successor.closeFile();
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }
}
