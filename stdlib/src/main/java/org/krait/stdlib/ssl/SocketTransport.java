package org.krait.stdlib.ssl;

import org.krait.runtime.Errors;
import org.krait.runtime.types.PyExceptions;
import org.krait.stdlib.socket.PySocket;
import org.krait.stdlib.socket.SocketBytes;

/** A socket that is not waited for but within its timeout. */
record SocketTransport(PySocket socket) implements Transport {
  @Override
  public int read(byte[] to, int offset, int length) {
    return SocketBytes.receive(socket, to, offset, length);
  }

  @Override
  public int write(byte[] from, int offset, int length) {
    return SocketBytes.send(socket, from, offset, length);
  }

  @Override
  public boolean await(boolean forReading, long deadline, String operation) {
    if (SocketBytes.timeout(socket) == 0) {
      return false;
    }
    if (!SocketBytes.await(socket, forReading, deadline)) {
      throw Errors.make(PyExceptions.TimeoutError, "The %s operation timed out", operation);
    }
    return true;
  }

  @Override
  public long deadline() {
    return SocketBytes.deadline(socket);
  }

  @Override
  public void acknowledge() {
    SocketBytes.acknowledge(socket);
  }
}
