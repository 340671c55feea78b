package org.krait.stdlib.ssl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.krait.runtime.PyException;

/** JSSE's failures in OpenSSL's words. JSSE tells them apart by its messages alone. */
final class EngineFailure {
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");
  private static final Pattern OWN_ALERT = Pattern.compile("^\\((\\w+)\\)");

  private EngineFailure() {}

  static PyException of(SSLException e, int line) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    Matcher alert = ALERT.matcher(message);
    if (alert.find()) {
      return SslErrors.alert(alert.group(1), line);
    }
    String reason = reason(message);
    if (reason != null) {
      return reason.isEmpty() ? SslErrors.recordFailure(line) : SslErrors.ssl(reason, line);
    }
    // What OpenSSL has no words for is told in JSSE's.
    Matcher own = OWN_ALERT.matcher(message);
    String words = own.find() ? message.substring(own.end()).strip() : message;
    return SslErrors.of(PySslError.TYPE, SslErrors.SSL, "SSL", null, words, line);
  }

  /** The reason, empty for a record that cannot be read, null where there is none. */
  private static String reason(String message) {
    if (message.contains("no cipher suites in common") || message.contains("No available authentication scheme")) {
      return "NO_SHARED_CIPHER";
    }
    if (message.contains("is not enabled or supported in server context")
        || message.contains("Client requested protocol")
        || message.contains("is not supported by client")
        || message.contains("are not accepted by server preferences")
        || message.contains("The server selected protocol version")) {
      return "UNSUPPORTED_PROTOCOL";
    }
    if (message.contains("No appropriate protocol")) {
      return "NO_PROTOCOLS_AVAILABLE";
    }
    if (message.contains("Empty client certificate chain") || message.contains("null cert chain")) {
      return "PEER_DID_NOT_RETURN_A_CERTIFICATE";
    }
    if (message.contains("No negotiable cipher suite") || message.contains("Unsupported or unrecognized ciphersuite")) {
      return "NO_CIPHERS_AVAILABLE";
    }
    if (message.contains("Tag mismatch") || message.contains("bad record MAC") || message.contains("Insufficient buffer remaining for AEAD")
        || message.contains("bad_record_mac") || message.contains("invalid MAC")) {
      return "";
    }
    if (message.contains("nexpected handshake message") || message.contains("unexpected_message")
        || message.contains("nknown handshake") || message.contains("nrecognized SSL message")) {
      return "UNEXPECTED_MESSAGE";
    }
    if (message.contains("no supported key share") || message.contains("Not supported named group")
        || message.contains("No available key share") || message.contains("no common named group") || message.contains("No supported named group")) {
      return "NO_SUITABLE_KEY_SHARE";
    }
    return null;
  }
}
