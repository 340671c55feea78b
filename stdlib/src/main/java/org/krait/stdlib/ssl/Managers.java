package org.krait.stdlib.ssl;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** What JSSE asks while it negotiates, answered by the context of the connection that the engine is of. */
final class Managers {
  private final Map<SSLEngine, Connection> connections =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<SSLEngine, PySslSocket> sockets =
      Collections.synchronizedMap(new WeakHashMap<>());

  void enter(SSLEngine engine, PySslSocket socket, Connection connection) {
    connections.put(engine, connection);
    sockets.put(engine, socket);
  }

  void forget(SSLEngine engine) {
    connections.remove(engine);
    sockets.remove(engine);
  }

  /** Who we are. */
  final class Keys extends X509ExtendedKeyManager {
    private Identity identity(String kind, SSLEngine engine) {
      PySslSocket socket = sockets.get(engine);
      return socket == null ? null : socket.context.identities.get(kind);
    }

    private Identity ofAlias(String alias) {
      // The context is in the name, because JSSE does not say here for which connection it asks.
      return aliases.get(alias);
    }

    private final Map<String, Identity> aliases = new java.util.concurrent.ConcurrentHashMap<>();

    private String alias(String kind, SSLEngine engine) {
      Identity identity = identity(kind, engine);
      if (identity == null) {
        return null;
      }
      PySslSocket socket = sockets.get(engine);
      String name = kind + " " + System.identityHashCode(identity) + " " + System.identityHashCode(socket.context);
      aliases.put(name, new Identity(identity.key(), identity.toSend(socket.context.store)));
      return name;
    }

    @Override
    public String chooseEngineServerAlias(String kind, Principal[] issuers, SSLEngine engine) {
      return alias(kind, engine);
    }

    @Override
    public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine engine) {
      for (String kind : kinds) {
        String name = alias(kind, engine);
        if (name != null) {
          return name;
        }
      }
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      Identity identity = ofAlias(alias);
      return identity == null ? null : identity.chain();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      Identity identity = ofAlias(alias);
      return identity == null ? null : identity.key();
    }

    @Override
    public String[] getClientAliases(String kind, Principal[] issuers) {
      return null;
    }

    @Override
    public String[] getServerAliases(String kind, Principal[] issuers) {
      return null;
    }

    @Override
    public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
      return null;
    }
  }

  /** Whom we trust: whatever is not known to be wanted is refused. */
  final class Trust extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      check(chain, engine, true);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      check(chain, engine, false);
    }

    private void check(X509Certificate[] chain, SSLEngine engine, boolean ofServer)
        throws CertificateException {
      Connection connection = connections.get(engine);
      PySslSocket socket = sockets.get(engine);
      if (connection == null || socket == null) {
        throw new CertificateException("nobody asked for this certificate");
      }
      connection.whole = true;
      if (socket.context.verifyMode == PySslContext.CERT_NONE) {
        return;
      }
      VerifyChain.Answer answer = VerifyChain.verify(socket.question(ofServer), chain);
      VerifyFailure failure = answer.failure();
      if (failure != null) {
        connection.verifyFailure = failure;
        throw refusal(failure);
      }
      connection.verifiedChain = answer.chain().toArray(new X509Certificate[0]);
    }

    /** A client's JSSE chooses the alert by the reason; it has none for "unknown_ca", and a server's only one. */
    private static CertificateException refusal(VerifyFailure failure) {
      BasicReason reason =
          switch (failure.code()) {
            case 10, 12 -> BasicReason.EXPIRED;
            case 23 -> BasicReason.REVOKED;
            case 26 -> BasicReason.ALGORITHM_CONSTRAINED;
            case 1, 7, 8, 9, 11, 34, 47, 62, 64, 66, 67, 68 -> BasicReason.INVALID_SIGNATURE;
            default -> BasicReason.UNSPECIFIED;
          };
      return new CertificateException(
          failure.words(), new CertPathValidatorException(failure.words(), null, null, -1, reason));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      throw new CertificateException("no socket of Java's is used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      throw new CertificateException("no socket of Java's is used");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
      throw new CertificateException("a connection is missing");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
      throw new CertificateException("a connection is missing");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
