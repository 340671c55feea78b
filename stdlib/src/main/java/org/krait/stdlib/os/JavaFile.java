package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Path;

/** A regular file through a Java channel. */
final class JavaFile extends OpenFile {
  private final FileChannel channel;
  private final Path path;
  private final boolean append;

  JavaFile(FileChannel channel, Path path, boolean append) {
    this.channel = channel;
    this.path = path;
    this.append = append;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      return length == 0 ? 0 : Math.max(channel.read(ByteBuffer.wrap(buffer, offset, length)), 0);
    } catch (NonReadableChannelException e) {
      throw OsErrors.make(OsErrors.EBADF);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public int write(byte[] buffer, int offset, int length) {
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
  public long seek(long offset, int whence) {
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
  public void truncate(long length) {
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
  public FileStatus status() {
    return JavaStat.ofOpen(path, channel);
  }

  @Override
  public void sync(boolean metadata) {
    try {
      channel.force(metadata);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  protected void closeFile() {
    try {
      channel.close();
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }
}
