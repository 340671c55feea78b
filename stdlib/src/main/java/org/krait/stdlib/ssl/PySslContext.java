package org.krait.stdlib.ssl;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _ssl._SSLContext}: settings, certificates and sessions that connections share. */
@BuiltinType(
    name = "_SSLContext",
    module = "_ssl",
    heapType = true,
    basicSize = 64,
    parts = {ContextSettings.class, ContextCertificates.class, ContextSockets.class})
public final class PySslContext extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PySslContextTable());

  static final int CERT_NONE = 0;
  static final int CERT_REQUIRED = 2;
  static final int TLS = 2;
  static final int TLS_1_0 = 3;
  static final int TLS_1_1 = 4;
  static final int TLS_1_2 = 5;
  static final int CLIENT = 16;
  static final int SERVER = 17;

  private static final long DEFAULT_OPTIONS = 2186412112L;
  private static final long NO_TLS_1_3 = 0x20000000L;
  private static final long NO_TLS_1_2 = 0x08000000L;
  private static final long SERVER_PREFERENCE = 0x400000L;
  private static final long IGNORE_END = 0x80L;
  private static final long NO_TICKET = 0x4000L;
  static final int VERSION_1_2 = 0x303;
  static final int VERSION_1_3 = 0x304;

  final int protocol;
  volatile int verifyMode;
  volatile boolean checkHostname;
  volatile long verifyFlags = 0x8000;
  volatile long options = DEFAULT_OPTIONS;

  /** 0 for as low or as high as it goes. */
  volatile int minimum;

  volatile int maximum;
  volatile int tickets = 2;
  volatile boolean postHandshake;
  volatile int hostFlags = 4;
  volatile List<CipherSuite> suites;
  volatile int securityLevel = 2;
  volatile List<String> applications = List.of();
  volatile String group;
  volatile PyObject serverNameCallback = PyNone.NONE;
  volatile PyObject messageCallback = PyNone.NONE;

  final TrustStore store = new TrustStore();
  final Map<String, Identity> identities = new ConcurrentHashMap<>();
  final AtomicInteger connects = new AtomicInteger();
  final AtomicInteger connected = new AtomicInteger();
  final AtomicInteger accepts = new AtomicInteger();
  final AtomicInteger accepted = new AtomicInteger();
  final AtomicInteger hits = new AtomicInteger();

  private final Managers managers = new Managers();
  private final AtomicInteger places = new AtomicInteger();
  private SSLContext made;

  private PySslContext(PyType type, int protocol) {
    super(type);
    this.protocol = protocol;
    boolean client = protocol == CLIENT;
    verifyMode = client ? CERT_REQUIRED : CERT_NONE;
    checkHostname = client;
    minimum = protocol == TLS_1_2 ? 0 : VERSION_1_2;
    suites = CipherList.of(CipherList.DEFAULT).suites;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names != null && names.length > 0 && cls == TYPE) {
      throw Errors.typeError("_SSLContext() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Errors.typeError("_SSLContext expected 1 argument, got %d", args.length);
    }
    int protocol = Arguments.toInt(args[0]);
    switch (protocol) {
      case TLS -> deprecated("ssl.PROTOCOL_TLS is deprecated");
      case TLS_1_2 -> deprecated("ssl.PROTOCOL_TLSv1_2 is deprecated");
      case CLIENT, SERVER -> {
        // The two that are meant to be used.
      }
      // JSSE has them too, but the JDK switches them off for the whole process.
      default -> throw Errors.valueError("invalid or unsupported protocol version %d", protocol);
    }
    return new PySslContext(cls, protocol);
  }

  static void deprecated(String words) {
    Warnings.warn(PyExceptions.DeprecationWarning, words, 2);
  }

  // ---- what connections ask

  boolean ignoresEnd() {
    return (options & IGNORE_END) != 0;
  }

  boolean givesTickets() {
    return (options & NO_TICKET) == 0;
  }

  void forget(SSLEngine engine) {
    managers.forget(engine);
  }

  /** Shows a record to the callback that looks at messages. */
  void trace(PySslSocket socket, boolean written, byte[] record) {
    if (messageCallback != PyNone.NONE) {
      MessageTrace.show(this, socket, written, record);
    }
  }

  private synchronized SSLContext java() {
    if (made == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
            new KeyManager[] {managers.new Keys()}, new TrustManager[] {managers.new Trust()}, null);
        context.getClientSessionContext().setSessionTimeout(PySslSession.LIFETIME);
        context.getServerSessionContext().setSessionTimeout(PySslSession.LIFETIME);
        made = context;
      } catch (GeneralSecurityException e) {
        throw SslErrors.sentence("JSSE cannot make a context: " + e.getMessage());
      }
    }
    return made;
  }

  /** A place for a client's session that no other connection has. */
  String newPlace() {
    return "c" + places.incrementAndGet();
  }

  SSLEngine newEngine(PySslSocket socket, Connection connection) {
    SSLEngine engine =
        socket.serverSide ? java().createSSLEngine() : java().createSSLEngine(socket.place(), 1);
    engine.setUseClientMode(!socket.serverSide);
    SSLParameters parameters = engine.getSSLParameters();
    String[] protocols = protocols();
    if (protocols.length == 0) {
      throw SslErrors.ssl("NO_PROTOCOLS_AVAILABLE", Connection.HANDSHAKE_LINE);
    }
    parameters.setProtocols(protocols);
    parameters.setCipherSuites(cipherNames());
    parameters.setUseCipherSuitesOrder((options & SERVER_PREFERENCE) != 0);
    if (group != null) {
      parameters.setNamedGroups(new String[] {group});
    }
    if (socket.serverSide) {
      serve(socket, engine, parameters);
    } else {
      parameters.setServerNames(
          socket.sendsName() ? List.of(new SNIHostName(socket.hostBytes())) : List.of());
      parameters.setApplicationProtocols(applications.toArray(new String[0]));
    }
    engine.setSSLParameters(parameters);
    managers.enter(engine, socket, connection);
    return engine;
  }

  private void serve(PySslSocket socket, SSLEngine engine, SSLParameters parameters) {
    ClientHello hello = socket.connection.clientHello;
    boolean newest = hello != null && hello.newest() && List.of(protocols()).contains("TLSv1.3");
    if (postHandshake && newest) {
      // The program wants to ask later, which it cannot do here; it is told when it tries.
      parameters.setNeedClientAuth(false);
    } else if (verifyMode == CERT_REQUIRED) {
      parameters.setNeedClientAuth(true);
    } else if (verifyMode != CERT_NONE) {
      parameters.setWantClientAuth(true);
    }
    // JSSE refuses where the two have nothing in common; OpenSSL goes on without, as CPython asks it to.
    engine.setHandshakeApplicationProtocolSelector(
        (which, offered) -> {
          for (String own : applications) {
            if (offered.contains(own)) {
              return own;
            }
          }
          return "";
        });
  }

  private String[] protocols() {
    List<String> names = new ArrayList<>();
    boolean newest = protocol != TLS_1_2 && (options & NO_TLS_1_3) == 0 && isWithin(VERSION_1_3);
    if (newest) {
      names.add("TLSv1.3");
    }
    if ((options & NO_TLS_1_2) == 0 && isWithin(VERSION_1_2)) {
      names.add("TLSv1.2");
    }
    return names.toArray(new String[0]);
  }

  private boolean isWithin(int version) {
    return version >= minimum && (maximum == 0 || version <= maximum);
  }

  /** All that may be used: those of TLS 1.3 always. */
  List<CipherSuite> allSuites() {
    List<CipherSuite> all = new ArrayList<>();
    for (CipherSuite suite : CipherSuite.ALL) {
      if (suite.isNewest()) {
        all.add(suite);
      }
    }
    all.addAll(suites);
    return all;
  }

  private String[] cipherNames() {
    return allSuites().stream().map(CipherSuite::standardName).toArray(String[]::new);
  }

  // ---- ciphers and statistics

  @Method("set_ciphers(self, cipherlist, /)")
  void setCiphers(String text) {
    CipherList list = CipherList.of(text);
    if (list.suites.isEmpty()) {
      throw SslErrors.sentence("No cipher can be selected.");
    }
    suites = List.copyOf(list.suites);
    securityLevel = list.securityLevel < 0 ? securityLevel : list.securityLevel;
  }

  @Method("get_ciphers(self, /)")
  PyObject getCiphers() {
    PyList list = new PyList();
    for (CipherSuite suite : allSuites()) {
      list.append(suite.dict());
    }
    return list;
  }

  @Method("session_stats(self, /)")
  PyObject sessionStats() {
    PyDict dict = new PyDict();
    String[] names = {
      "number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good",
      "accept_renegotiate", "hits", "misses", "timeouts", "cache_full"
    };
    int[] counts = {
      0, connects.get(), connected.get(), 0, accepts.get(), accepted.get(), 0, hits.get(), 0, 0, 0
    };
    for (int i = 0; i < names.length; i++) {
      dict.put(PyStr.interned(names[i]), PyLong.of(counts[i]));
    }
    return dict;
  }

  static PyInt number(PyObject value) {
    if (!(value instanceof PyInt number)) {
      String name = value == PyNone.NONE ? "None" : value.type().fullName();
      throw Errors.typeError("argument must be int, not %s", name);
    }
    return number;
  }
}
