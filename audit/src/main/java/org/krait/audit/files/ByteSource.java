package org.krait.audit.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that can be read from any place: a file or an array. */
interface ByteSource extends Closeable {
  long length() throws IOException;

  /** The bytes from a place on; all of them are there, or it is an error. */
  byte[] read(long at, int count) throws IOException;

  @Override
  default void close() throws IOException {}

  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public byte[] read(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at + count > bytes.length) {
          throw new EOFException("the archive ends too early");
        }
        return java.util.Arrays.copyOfRange(bytes, (int) at, (int) at + count);
      }
    };
  }

  static ByteSource of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new ByteSource() {
      @Override
      public long length() throws IOException {
        return channel.size();
      }

      @Override
      public byte[] read(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at + count > channel.size()) {
          throw new EOFException("the archive ends too early");
        }
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, at + buffer.position()) < 0) {
            throw new EOFException("the archive ends too early");
          }
        }
        return buffer.array();
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
