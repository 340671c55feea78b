package org.krait.stdlib.ssl;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.socket.PySocket;
import org.krait.stdlib.socket.SocketBytes;

/** {@code _ssl._SSLSocket}: one side of a connection, over a socket or over memory buffers. */
@BuiltinType(
    name = "_SSLSocket",
    module = "_ssl",
    subclassable = false,
    disallowNew = true,
    heapType = true,
    basicSize = 72,
    parts = {SocketCalls.class, SocketFacts.class})
final class PySslSocket extends PyObject {
  static final PyType TYPE = PyType.builtin(new PySslSocketTable());

  private static final int INTERNAL_ERROR = 80;
  private static final int HANDSHAKE_FAILURE = 40;

  volatile PySslContext context;
  final boolean serverSide;
  final String host;

  /** Null over memory buffers. */
  final PySocket socket;

  final Connection connection;
  private WeakReference<PyObject> owner;
  private PySslSession given;
  private final String ownPlace;

  // What is known when the handshake is over.
  volatile String version;
  volatile CipherSuite suite;
  volatile String application;
  volatile X509Certificate[] peer;
  volatile boolean reused;
  private volatile PySslSession session;

  PySslSocket(
      PySslContext context, Transport transport, PySocket socket, boolean serverSide, String host) {
    this.context = context;
    this.serverSide = serverSide;
    this.socket = socket;
    this.host = host;
    this.connection = new Connection(this, transport);
    this.ownPlace = serverSide ? null : context.newPlace();
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  boolean isNonBlocking() {
    return socket == null || SocketBytes.timeout(socket) == 0;
  }

  // ---- the other side's name

  boolean sendsName() {
    return host != null && HostName.address(host) == null;
  }

  byte[] hostBytes() {
    return host.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What is asked of the certificates of the other side. */
  VerifyChain.Question question(boolean ofServer) {
    return new VerifyChain.Question(
        context.store,
        (int) context.verifyFlags,
        context.hostFlags,
        context.securityLevel,
        ofServer,
        ofServer && context.checkHostname ? host : null);
  }

  /**
   * Lets the program choose another context by the name that a client asks for.
   *
   * @return the alert with which to refuse, or -1
   */
  int chooseContext(String name) {
    PyObject callback = context.serverNameCallback;
    if (callback == PyNone.NONE) {
      return -1;
    }
    PyObject told = owner();
    if (told == PyNone.NONE && socket != null) {
      told = socket;
    }
    PyObject answer;
    try {
      answer = callback.call(told, name == null ? PyNone.NONE : PyStr.of(name), context);
    } catch (PyException e) {
      Unraisable.report(e, null, callback);
      return HANDSHAKE_FAILURE;
    }
    if (answer == PyNone.NONE) {
      return -1;
    }
    try {
      PyInt number = Arguments.index(answer);
      return (int) number.longValue() & 0xff;
    } catch (PyException e) {
      Unraisable.report(e, null, answer);
      return INTERNAL_ERROR;
    }
  }

  // ---- the end of the handshake

  void established(SSLEngine engine) {
    SSLSession state = engine.getSession();
    version = state.getProtocol();
    suite = CipherSuite.ofStandardName(state.getCipherSuite());
    String chosen = engine.getApplicationProtocol();
    application = chosen == null || chosen.isEmpty() ? null : chosen;
    peer = peer(state);
    // A client is asked for its trust in a whole handshake only; a server is asked for its key in any.
    reused = serverSide ? state.getCreationTime() < connection.begun : !connection.whole;
    if (serverSide) {
      context.accepted.incrementAndGet();
      context.hits.addAndGet(reused ? 1 : 0);
    } else {
      context.connected.incrementAndGet();
      context.hits.addAndGet(reused ? 1 : 0);
    }
    boolean ticket = connection.ticketSeen || version.equals("TLSv1.3") && context.givesTickets();
    session =
        new PySslSession(
            context, place(), identifier(state), state.getCreationTime() / 1000, ticket || reused);
    context.forget(engine);
  }

  private static X509Certificate[] peer(SSLSession state) {
    try {
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate one : state.getPeerCertificates()) {
        chain.add((X509Certificate) one);
      }
      return chain.toArray(new X509Certificate[0]);
    } catch (SSLPeerUnverifiedException e) {
      return null;
    }
  }

  /** A session that goes on keeps its name, which the server need not have given it. */
  private byte[] identifier(SSLSession state) {
    if (reused && given != null) {
      return given.identifier;
    }
    byte[] named = state.getId();
    if (named.length == 0) {
      named = new byte[32];
      new SecureRandom().nextBytes(named);
    }
    return named;
  }

  /** Where JSSE keeps the session of a client: with the one that was given, so that it finds it. */
  String place() {
    return given == null ? ownPlace : given.place;
  }

  // ---- attributes

  @Getter("context")
  PyObject getContext() {
    return context;
  }

  @Setter("context")
  void setContext(PyObject value) {
    if (!(value instanceof PySslContext other)) {
      throw Errors.typeError("The value must be a SSLContext");
    }
    context = other;
  }

  @Getter("server_side")
  boolean isServer() {
    return serverSide;
  }

  @Getter("server_hostname")
  PyObject hostName() {
    return host == null ? PyNone.NONE : PyStr.of(host);
  }

  @Getter("owner")
  PyObject owner() {
    PyObject object = owner == null ? null : owner.get();
    return object == null ? PyNone.NONE : object;
  }

  @Setter("owner")
  void setOwner(PyObject value) {
    owner = value == null || value == PyNone.NONE ? null : new WeakReference<>(value);
  }

  @Getter("session")
  PyObject session() {
    PySslSession known = session;
    return known == null
        ? PyNone.NONE
        : new PySslSession(
            known.context, known.place, known.identifier, known.time(), known.hasTicket());
  }

  @Setter("session")
  void setSession(PyObject value) {
    if (!(value instanceof PySslSession other)) {
      throw Errors.typeError("Value is not a SSLSession.");
    }
    if (other.context != context) {
      throw Errors.valueError("Session refers to a different SSLContext.");
    }
    if (serverSide) {
      throw Errors.valueError("Cannot set session for server-side SSLSocket.");
    }
    if (connection.done) {
      throw Errors.valueError("Cannot set session after handshake.");
    }
    given = other;
  }

  @Getter("session_reused")
  boolean isReused() {
    return reused;
  }

  @Method("do_handshake(self, /)")
  void handshake() {
    requireOpen();
    connection.handshake(Connection.HANDSHAKE_LINE, "handshake");
  }

  /** A socket that was closed under the connection. */
  void requireOpen() {
    if (socket != null && !SocketBytes.isOpen(socket)) {
      throw SslErrors.sentence("Underlying socket has been closed.");
    }
  }
}
