package org.krait.stdlib.ssl;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The settings of a context. */
final class ContextSettings {
  private static final int LOWEST = -2;
  private static final int HIGHEST = -1;
  private static final int SSL_3 = 0x300;
  private static final int TLS_1_0 = 0x301;

  /** Every option that switches a version of the protocol off. */
  private static final long VERSIONS = 0x02000000L | 0x04000000L | 0x10000000L | 0x08000000L | 0x20000000L;

  private ContextSettings() {}

  private static PyObject given(PyObject value) {
    if (value == null) {
      throw Errors.typeError("cannot delete attribute");
    }
    return value;
  }

  /** An int, with the errors of a parsed argument. */
  private static int toInt(PyObject value) {
    PyInt index = Arguments.index(given(value));
    if (!index.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    long number = index.longValue();
    if (number != (int) number) {
      throw Errors.overflowError(
          number > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
    }
    return (int) number;
  }

  @Getter("protocol")
  static int protocol(PySslContext self) {
    return self.protocol;
  }

  @Getter("verify_mode")
  static int verifyMode(PySslContext self) {
    return self.verifyMode;
  }

  @Setter("verify_mode")
  static void setVerifyMode(PySslContext self, PyObject value) {
    int mode = toInt(value);
    if (mode < PySslContext.CERT_NONE || mode > PySslContext.CERT_REQUIRED) {
      throw Errors.valueError("invalid value for verify_mode");
    }
    if (mode == PySslContext.CERT_NONE && self.checkHostname) {
      throw Errors.valueError(
          "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
    }
    self.verifyMode = mode;
  }

  @Getter("check_hostname")
  static boolean checkHostname(PySslContext self) {
    return self.checkHostname;
  }

  @Setter("check_hostname")
  static void setCheckHostname(PySslContext self, PyObject value) {
    boolean check = Objects.isTrue(given(value));
    if (check && self.verifyMode == PySslContext.CERT_NONE) {
      self.verifyMode = PySslContext.CERT_REQUIRED;
    }
    self.checkHostname = check;
  }

  @Getter("_host_flags")
  static int hostFlags(PySslContext self) {
    return self.hostFlags;
  }

  @Setter("_host_flags")
  static void setHostFlags(PySslContext self, PyObject value) {
    self.hostFlags = toInt(value);
  }

  @Getter("verify_flags")
  static PyObject verifyFlags(PySslContext self) {
    return PyLong.of(self.verifyFlags);
  }

  @Setter("verify_flags")
  static void setVerifyFlags(PySslContext self, PyObject value) {
    self.verifyFlags = PySslContext.number(given(value)).bigValue().longValue();
  }

  @Getter("options")
  static PyObject options(PySslContext self) {
    return PyInt.of(new java.math.BigInteger(Long.toUnsignedString(self.options)));
  }

  @Setter("options")
  static void setOptions(PySslContext self, PyObject value) {
    PyInt number = PySslContext.number(given(value));
    if (number.signum() < 0) {
      throw Errors.overflowError("can't convert negative int to unsigned");
    }
    if (number.bigValue().bitLength() > Long.SIZE) {
      throw Errors.overflowError("int too big to convert");
    }
    long options = number.bigValue().longValue();
    if ((options & ~self.options & VERSIONS) != 0) {
      PySslContext.deprecated("ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated");
    }
    self.options = options;
  }

  // ---- versions

  @Getter("minimum_version")
  static int minimum(PySslContext self) {
    return self.minimum == 0 ? LOWEST : self.minimum;
  }

  @Setter("minimum_version")
  static void setMinimum(PySslContext self, PyObject value) {
    int version = version(self, value);
    self.minimum =
        switch (version) {
          case LOWEST -> 0;
          case HIGHEST -> PySslContext.VERSION_1_3;
          default -> version;
        };
  }

  @Getter("maximum_version")
  static int maximum(PySslContext self) {
    return self.maximum == 0 ? HIGHEST : self.maximum;
  }

  @Setter("maximum_version")
  static void setMaximum(PySslContext self, PyObject value) {
    int version = version(self, value);
    self.maximum =
        switch (version) {
          case HIGHEST -> 0;
          case LOWEST -> TLS_1_0;
          default -> version;
        };
  }

  private static int version(PySslContext self, PyObject value) {
    int version = toInt(value);
    if (self.protocol == PySslContext.TLS_1_2) {
      throw Errors.valueError(
          "The context's protocol doesn't support modification of highest and lowest version.");
    }
    switch (version) {
      case SSL_3 -> PySslContext.deprecated("ssl.TLSVersion.SSLv3 is deprecated");
      case TLS_1_0 -> PySslContext.deprecated("ssl.TLSVersion.TLSv1 is deprecated");
      case TLS_1_0 + 1 -> PySslContext.deprecated("ssl.TLSVersion.TLSv1_1 is deprecated");
      case LOWEST, HIGHEST, PySslContext.VERSION_1_2, PySslContext.VERSION_1_3 -> {
        // Nothing to say.
      }
      default -> throw Errors.valueError("Unsupported TLS/SSL version 0x%x", version);
    }
    return version;
  }

  // ---- less usual ones

  @Getter("num_tickets")
  static int tickets(PySslContext self) {
    return self.tickets;
  }

  /** The number is kept; JSSE sends as many as the process was started for, usually one. */
  @Setter("num_tickets")
  static void setTickets(PySslContext self, PyObject value) {
    int number = toInt(value);
    if (number < 0) {
      throw Errors.valueError("value must be non-negative");
    }
    if (self.protocol != PySslContext.SERVER) {
      throw Errors.valueError("SSLContext is not a server context.");
    }
    self.tickets = number;
  }

  @Getter("security_level")
  static int securityLevel(PySslContext self) {
    return self.securityLevel;
  }

  @Getter("post_handshake_auth")
  static boolean postHandshake(PySslContext self) {
    return self.postHandshake;
  }

  /**
   * JSSE cannot ask for a certificate later: a client does not offer it, and a server asks during the
   * handshake. Programs set it for a client without need of it ({@code http.client} always does).
   */
  @Setter("post_handshake_auth")
  static void setPostHandshake(PySslContext self, PyObject value) {
    self.postHandshake = Objects.isTrue(given(value));
  }

  @Getter("keylog_filename")
  static PyObject keyLog(PySslContext self) {
    return PyNone.NONE;
  }

  @Setter("keylog_filename")
  static void setKeyLog(PySslContext self, PyObject value) {
    if (given(value) != PyNone.NONE) {
      throw Errors.notImplementedError(
          "keylog_filename: the TLS of the Java platform does not give its secrets away");
    }
  }

  @Getter("sni_callback")
  static PyObject serverName(PySslContext self) {
    return self.serverNameCallback;
  }

  @Setter("sni_callback")
  static void setServerName(PySslContext self, PyObject value) {
    if (self.protocol == PySslContext.CLIENT) {
      throw Errors.valueError("sni_callback cannot be set on TLS_CLIENT context");
    }
    if (given(value) != PyNone.NONE && value.type().special(Special.CALL) == null) {
      throw Errors.typeError("not a callable object");
    }
    self.serverNameCallback = value;
  }

  @Getter("_msg_callback")
  static PyObject message(PySslContext self) {
    return self.messageCallback;
  }

  @Setter("_msg_callback")
  static void setMessage(PySslContext self, PyObject value) {
    if (given(value) != PyNone.NONE && value.type().special(Special.CALL) == null) {
      throw Errors.typeError("%s is not callable.", Objects.repr(value));
    }
    self.messageCallback = value;
  }

  @Method("_set_alpn_protocols(self, protos, /)")
  static void setApplications(PySslContext self, PyObject value) {
    byte[] bytes = Buffers.bytes(value);
    java.util.List<String> names = new java.util.ArrayList<>();
    for (int at = 0; at < bytes.length; at += 1 + (bytes[at] & 0xff)) {
      int length = bytes[at] & 0xff;
      if (length == 0 || at + length >= bytes.length) {
        throw Errors.of(PyExceptions.MemoryError);
      }
      // JSSE takes the characters of a name for the bytes to send.
      names.add(new String(bytes, at + 1, length, java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    self.applications = java.util.List.copyOf(names);
  }

  @Method("set_ecdh_curve(self, name, /)")
  static void setCurve(PySslContext self, PyObject name) {
    PyObject plain = Objects.fsPath(name);
    String text =
        plain instanceof PyStr
            ? plain.toString()
            : new String(((PyBytes) plain).array(), java.nio.charset.StandardCharsets.UTF_8);
    String group =
        switch (text) {
          case "prime256v1", "P-256" -> "secp256r1";
          case "P-384" -> "secp384r1";
          case "P-521" -> "secp521r1";
          case "X25519" -> "x25519";
          case "X448" -> "x448";
          case "secp384r1", "secp521r1" -> text;
          default ->
              throw Errors.valueError(
                  "unknown elliptic curve name %s",
                  Objects.repr(plain instanceof PyStr ? plain : PyBytes.of(((PyBytes) plain).array())));
        };
    self.group = group;
  }

}
