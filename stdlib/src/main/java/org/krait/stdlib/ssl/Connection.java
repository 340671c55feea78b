package org.krait.stdlib.ssl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.krait.runtime.PyException;

/**
 * A TLS connection: drives JSSE's engine with records from a {@link Transport}.
 *
 * <p>One thread may read while another one writes; a handshake keeps both out. Locks are taken in the
 * order reading, writing.
 */
final class Connection {
  static final int HANDSHAKE_LINE = 1000;
  static final int READ_LINE = 2559;
  static final int WRITE_LINE = 2406;
  static final int SHUTDOWN_LINE = 2685;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int CHUNK = 16384;
  private static final int CLIENT_HELLO = 1;
  private static final int LONGEST_HELLO = 1 << 17;

  private final PySslSocket socket;
  private final Transport transport;
  private final Records records;
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock writing = new ReentrantLock();

  private SSLEngine engine;

  /** Records that were read before there was an engine. */
  private final ArrayDeque<byte[]> early = new ArrayDeque<>();

  private final ByteArrayOutputStream hello = new ByteArrayOutputStream();
  ClientHello clientHello;

  private ByteBuffer plain = NOTHING;
  private ByteBuffer sealed = ByteBuffer.allocate(0);
  private byte[] outgoing = new byte[0];
  private int sent;

  /** Bytes of the program that are sealed in what waits to be sent, but not yet told to be written. */
  private int untold;

  volatile boolean done;
  private volatile boolean failed;
  volatile boolean sentShutdown;
  volatile boolean receivedShutdown;

  /** When the handshake began, in the milliseconds of the wall. */
  volatile long begun;

  /** Set by the managers: who was asked about a certificate did a whole handshake. */
  volatile boolean whole;

  volatile VerifyFailure verifyFailure;
  volatile X509Certificate[] verifiedChain;

  /** Whether the other side was heard to give a ticket. */
  volatile boolean ticketSeen;

  Connection(PySslSocket socket, Transport transport) {
    this.socket = socket;
    this.transport = transport;
    this.records = new Records(transport);
  }

  /** Whether what goes one way is encrypted from now on, for {@link MessageTrace}. */
  private final boolean[] secret = new boolean[2];

  void seal(boolean written) {
    secret[written ? 1 : 0] = true;
  }

  boolean isSealed(boolean written) {
    return secret[written ? 1 : 0];
  }

  // ---- handshake

  void handshake(int line, String operation) {
    reading.lock();
    writing.lock();
    try {
      if (done) {
        return;
      }
      if (failed) {
        throw SslErrors.broken(line);
      }
      long deadline = transport.deadline();
      if (engine == null) {
        if (socket.serverSide) {
          awaitHello(line, deadline, operation);
        }
        PySslContext context = socket.context;
        (socket.serverSide ? context.accepts : context.connects).incrementAndGet();
        begun = System.currentTimeMillis();
        engine = context.newEngine(socket, this);
        engine.beginHandshake();
      }
      negotiate(line, deadline, operation);
      done = true;
      socket.established(engine);
    } catch (SSLException e) {
      throw fail(e, line);
    } catch (RuntimeException e) {
      throw passOn(e, line);
    } finally {
      writing.unlock();
      reading.unlock();
    }
  }

  /** What is no Python exception comes from within JSSE. */
  private RuntimeException passOn(RuntimeException e, int line) {
    if (e instanceof PyException) {
      return e;
    }
    failed = true;
    return SslErrors.of(
        PySslError.TYPE, SslErrors.SSL, "SSL", "INTERNAL_ERROR", "internal error: " + e.getMessage(), line);
  }

  private void negotiate(int line, long deadline, String operation) throws SSLException {
    while (true) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> runTasks();
        case NEED_WRAP -> wrap(NOTHING);
        case NEED_UNWRAP -> {
          // All messages of one turn go out together: a side that refuses the first may close then.
          if (!isEmptyGesture()) {
            flush(line, deadline, operation);
          }
          unwrap(nextRecord(line, deadline, operation));
        }
        case NEED_UNWRAP_AGAIN -> unwrap(new byte[0]);
        default -> {
          // A server's ticket goes out with its first bytes: a client that has gone by then, or closes
          // without reading it, would answer with a reset, and what it sent before would be lost.
          // A client that sees no answer to its last message may have the kernel hold back its next.
          if (socket.serverSide && engine.getSession().getProtocol().equals("TLSv1.3")) {
            transport.acknowledge();
          } else {
            flush(line, deadline, operation);
          }
          if (receivedShutdown) {
            throw SslErrors.endOfFile(line);
          }
          return;
        }
      }
    }
  }

  /**
   * Whether all that waits is the message that TLS 1.3 keeps for the sake of the middle of the network.
   * The other side does not wait for it, and alone it would have the kernel hold back what follows.
   */
  private boolean isEmptyGesture() {
    return sent == 0
        && outgoing.length == Records.HEADER + 1
        && outgoing[0] == Records.CHANGE_CIPHER_SPEC;
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  /** Reads a client's first message, and lets the program look at it, before there is an engine. */
  private void awaitHello(int line, long deadline, String operation) {
    while (clientHello == null) {
      byte[] record = nextRecord(line, deadline, operation);
      byte[] message = hello.toByteArray();
      int type = record[0] & 0xff;
      if (type != Records.HANDSHAKE || message.length == 0 && record.length > Records.HEADER && record[Records.HEADER] != CLIENT_HELLO) {
        throw refuse(10, "UNEXPECTED_MESSAGE", line);
      }
      early.add(record);
      hello.write(record, Records.HEADER, record.length - Records.HEADER);
      message = hello.toByteArray();
      if (message.length < 4) {
        continue;
      }
      int length = (message[1] & 0xff) << 16 | (message[2] & 0xff) << 8 | message[3] & 0xff;
      if (length > LONGEST_HELLO) {
        throw refuse(47, "EXCESSIVE_MESSAGE_SIZE", line);
      }
      if (message.length >= 4 + length) {
        ClientHello read = ClientHello.read(Arrays.copyOfRange(message, 4, 4 + length));
        if (read == null) {
          throw refuse(50, "LENGTH_MISMATCH", line);
        }
        clientHello = read;
      }
    }
    int alert = socket.chooseContext(clientHello.serverName());
    if (alert >= 0) {
      throw refuse(alert, "CALLBACK_FAILED", line);
    }
  }

  /** Ends a connection before there is an engine that could. */
  private PyException refuse(int alert, String reason, int line) {
    failed = true;
    byte[] record = {Records.ALERT, 3, 3, 0, 2, 2, (byte) alert};
    try {
      transport.write(record, 0, record.length);
    } catch (PyException e) {
      // The other side has gone; the reason is what matters.
    }
    return SslErrors.ssl(reason, line);
  }

  // ---- records

  private byte[] nextRecord(int line, long deadline, String operation) {
    if (engine != null && !early.isEmpty()) {
      return early.poll();
    }
    while (true) {
      Records.Result result;
      try {
        result = records.read(line);
      } catch (PyException e) {
        failed |= e.value() instanceof PySslError;
        throw e;
      }
      switch (result) {
        case COMPLETE -> {
          byte[] record = records.take();
          socket.context.trace(socket, false, record);
          ticketSeen |= !done && !socket.serverSide && record[0] == Records.HANDSHAKE && record.length > Records.HEADER && record[Records.HEADER] == 4;
          return record;
        }
        case END -> {
          failed |= done && !socket.context.ignoresEnd();
          throw SslErrors.endOfFile(line);
        }
        default -> {
          if (!transport.await(true, deadline, operation)) {
            throw SslErrors.wantRead(line);
          }
        }
      }
    }
  }

  private void unwrap(byte[] record) throws SSLException {
    if (!plain.hasRemaining()) {
      int room = engine.getSession().getApplicationBufferSize();
      if (plain.capacity() < room) {
        plain = ByteBuffer.allocate(room);
      }
      plain.clear();
    } else {
      plain.compact();
    }
    SSLEngineResult result;
    try {
      ByteBuffer source = ByteBuffer.wrap(record);
      result = engine.unwrap(source, plain);
    } finally {
      plain.flip();
    }
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      receivedShutdown = true;
    }
  }

  /** Seals bytes of the program, or whatever the engine has to say itself; how many were sealed. */
  private int wrap(ByteBuffer data) throws SSLException {
    int room = engine.getSession().getPacketBufferSize();
    if (sealed.capacity() < room) {
      sealed = ByteBuffer.allocate(room);
    }
    sealed.clear();
    SSLEngineResult result = engine.wrap(data, sealed);
    sealed.flip();
    if (sealed.hasRemaining()) {
      int had = outgoing.length - sent;
      byte[] more = new byte[had + sealed.remaining()];
      System.arraycopy(outgoing, sent, more, 0, had);
      sealed.get(more, had, more.length - had);
      outgoing = more;
      sent = 0;
      socket.context.trace(socket, true, had == 0 ? more : Arrays.copyOfRange(more, had, more.length));
    }
    return result.bytesConsumed();
  }

  /** Sends what waits; false when there is no room now. */
  private boolean flushNow() {
    while (sent < outgoing.length) {
      int count = transport.write(outgoing, sent, outgoing.length - sent);
      if (count == 0) {
        return false;
      }
      sent += count;
    }
    outgoing = new byte[0];
    sent = 0;
    return true;
  }

  private void flush(int line, long deadline, String operation) {
    while (!flushNow()) {
      if (!transport.await(false, deadline, operation)) {
        throw SslErrors.wantWrite(line);
      }
    }
  }

  /** Tells the other side why, as far as that goes without waiting, and makes the exception. */
  private PyException fail(SSLException e, int line) {
    failed = true;
    try {
      for (int i = 0; i < 4 && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP; i++) {
        wrap(NOTHING);
      }
      flushNow();
    } catch (SSLException | PyException ignored) {
      // The first failure is the one to tell.
    }
    socket.context.forget(engine);
    return verifyFailure != null
        ? SslErrors.verification(verifyFailure, line)
        : EngineFailure.of(e, line);
  }

  // ---- reading

  /** How many decrypted bytes wait. */
  int pending() {
    reading.lock();
    try {
      return plain.remaining();
    } finally {
      reading.unlock();
    }
  }

  /** Reads up to as many bytes as there is room for; 0 at the end that was announced. */
  int read(byte[] to, int offset, int length) {
    reading.lock();
    try {
      if (!done) {
        handshake(READ_LINE, "read");
      }
      long deadline = transport.deadline();
      while (!plain.hasRemaining()) {
        if (receivedShutdown) {
          if (sentShutdown) {
            throw SslErrors.closed(READ_LINE);
          }
          return 0;
        }
        if (failed) {
          throw SslErrors.broken(READ_LINE);
        }
        receive(READ_LINE, deadline, "read");
      }
      int count = Math.min(length, plain.remaining());
      plain.get(to, offset, count);
      return count;
    } catch (SSLException e) {
      throw fail(e, READ_LINE);
    } catch (RuntimeException e) {
      throw passOn(e, READ_LINE);
    } finally {
      reading.unlock();
    }
  }

  /** Takes one record, and does what the protocol asks for then. */
  private void receive(int line, long deadline, String operation) throws SSLException {
    byte[] record;
    try {
      record = nextRecord(line, deadline, operation);
    } catch (PyException e) {
      if (e.value().type() == SslErrors.EOF_ERROR && socket.context.ignoresEnd()) {
        receivedShutdown = true;
        return;
      }
      throw e;
    }
    unwrap(record);
    if (receivedShutdown) {
      return;
    }
    HandshakeStatus status = engine.getHandshakeStatus();
    if (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
      writing.lock();
      try {
        runTasks();
        for (int i = 0; i < 4 && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP; i++) {
          wrap(NOTHING);
        }
        flushNow();
      } finally {
        writing.unlock();
      }
    }
  }

  // ---- writing

  /** Writes bytes; how many, as many as fit when the transport does not wait. */
  int write(byte[] data) {
    if (!done) {
      handshake(WRITE_LINE, "write");
    }
    writing.lock();
    try {
      if (failed) {
        throw SslErrors.broken(WRITE_LINE);
      }
      if (sentShutdown) {
        throw SslErrors.ssl("PROTOCOL_IS_SHUTDOWN", WRITE_LINE);
      }
      return write(data, transport.deadline());
    } catch (SSLException e) {
      throw fail(e, WRITE_LINE);
    } catch (RuntimeException e) {
      throw passOn(e, WRITE_LINE);
    } finally {
      writing.unlock();
    }
  }

  private int write(byte[] data, long deadline) throws SSLException {
    int told = 0;
    // A ticket that waits goes with the first bytes in one packet: the kernel would hold back a second
    // one until the first is acknowledged, which takes 40 ms.
    boolean together = untold == 0 && data.length > 0;
    while (true) {
      // What was sealed when there was no room belongs to the bytes that the program gives again.
      while (!together && !flushNow()) {
        if (told > 0 && socket.isNonBlocking()) {
          return told;
        }
        if (!transport.await(false, deadline, "write")) {
          throw SslErrors.wantWrite(WRITE_LINE);
        }
      }
      told = Math.min(data.length, told + untold);
      untold = 0;
      if (told == data.length && !together) {
        return told;
      }
      together = false;
      int consumed = wrap(ByteBuffer.wrap(data, told, Math.min(CHUNK, data.length - told)));
      if (consumed == 0 && engine.isOutboundDone()) {
        throw SslErrors.broken(WRITE_LINE);
      }
      untold = consumed;
    }
  }

  // ---- the end

  /** Says farewell, and waits for the other side's. */
  void shutdown() {
    if (!done || failed) {
      throw SslErrors.ssl("SHUTDOWN_WHILE_IN_INIT", SHUTDOWN_LINE);
    }
    long deadline = transport.deadline();
    writing.lock();
    try {
      if (!sentShutdown) {
        engine.closeOutbound();
        for (int i = 0; i < 4 && !engine.isOutboundDone(); i++) {
          wrap(NOTHING);
        }
        sentShutdown = true;
      }
      flush(SHUTDOWN_LINE, deadline, "write");
    } catch (SSLException e) {
      throw fail(e, SHUTDOWN_LINE);
    } finally {
      writing.unlock();
    }
    reading.lock();
    try {
      while (!receivedShutdown) {
        if (plain.hasRemaining()) {
          failed = true;
          throw SslErrors.ssl("APPLICATION_DATA_AFTER_CLOSE_NOTIFY", SHUTDOWN_LINE);
        }
        receive(SHUTDOWN_LINE, deadline, "read");
      }
    } catch (SSLException e) {
      throw fail(e, SHUTDOWN_LINE);
    } catch (RuntimeException e) {
      throw passOn(e, SHUTDOWN_LINE);
    } finally {
      reading.unlock();
    }
  }
}
