package org.krait.stdlib.ssl;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What {@code getpeercert()} tells of a certificate. */
final class CertificateInfo {
  private static final String STATUS_SERVER = "1.3.6.1.5.5.7.48.1";
  private static final String ISSUERS = "1.3.6.1.5.5.7.48.2";
  private static final int EMAIL = 0x81;
  private static final int DNS = 0x82;
  private static final int X400 = 0xa3;
  private static final int DIRECTORY = 0xa4;
  private static final int EDI = 0xa5;
  private static final int URI = 0x86;
  private static final int ADDRESS = 0x87;
  private static final int REGISTERED = 0x88;

  private CertificateInfo() {}

  static PyObject dict(byte[] certificate) throws Der.Malformed {
    CertificateFields fields = new CertificateFields(certificate);
    PyDict dict = new PyDict();
    put(dict, "subject", DistinguishedName.tuple(fields.subject));
    put(dict, "issuer", DistinguishedName.tuple(fields.issuer));
    put(dict, "version", PyLong.of(fields.version));
    put(dict, "serialNumber", PyStr.of(hex(fields.serial)));
    put(dict, "notBefore", PyStr.of(fields.notBefore));
    put(dict, "notAfter", PyStr.of(fields.notAfter));
    byte[] names = fields.extensions.get(CertificateFields.SUBJECT_NAMES);
    if (names != null) {
      put(dict, "subjectAltName", names(new Der(names).enter(Der.SEQUENCE)));
    }
    byte[] information = fields.extensions.get(CertificateFields.AUTHORITY_INFORMATION);
    if (information != null) {
      putAny(dict, "OCSP", places(information, STATUS_SERVER));
      putAny(dict, "caIssuers", places(information, ISSUERS));
    }
    byte[] points = fields.extensions.get(CertificateFields.REVOCATION_POINTS);
    if (points != null) {
      putAny(dict, "crlDistributionPoints", points(points));
    }
    return dict;
  }

  private static void put(PyDict dict, String key, PyObject value) {
    dict.put(PyStr.interned(key), value);
  }

  private static void putAny(PyDict dict, String key, List<PyObject> values) {
    if (!values.isEmpty()) {
      put(dict, key, PyTuple.of(values.toArray(new PyObject[0])));
    }
  }

  private static String hex(BigInteger number) {
    String digits = number.abs().toString(16).toUpperCase(Locale.ROOT);
    return (number.signum() < 0 ? "-" : "") + (digits.length() % 2 == 0 ? "" : "0") + digits;
  }

  private static PyObject names(Der list) throws Der.Malformed {
    List<PyObject> names = new ArrayList<>();
    while (list.hasNext()) {
      PyObject value;
      String kind;
      switch (list.next()) {
        case EMAIL -> {
          kind = "email";
          value = text(list);
        }
        case DNS -> {
          kind = "DNS";
          value = text(list);
        }
        case URI -> {
          kind = "URI";
          value = text(list);
        }
        case DIRECTORY -> {
          kind = "DirName";
          value = DistinguishedName.tuple(list.value());
        }
        case ADDRESS -> {
          kind = "IP Address";
          value = PyStr.of(address(list.value()));
        }
        case REGISTERED -> {
          kind = "Registered ID";
          value = PyStr.of(ObjectNames.longName(list.object()));
        }
        case X400, EDI -> {
          kind = list.tag() == X400 ? "X400Name" : "EdiPartyName";
          value = PyStr.of("<unsupported>");
        }
        default -> {
          kind = "othername";
          value = PyStr.of("<unsupported>");
        }
      }
      names.add(PyTuple.of(PyStr.of(kind), value));
    }
    return PyTuple.of(names.toArray(new PyObject[0]));
  }

  private static PyObject text(Der value) {
    return Utf8.decode(value.value(), "strict");
  }

  private static String address(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    if (bytes.length == 4) {
      for (byte b : bytes) {
        text.append(text.isEmpty() ? "" : ".").append(b & 0xff);
      }
      return text.toString();
    }
    if (bytes.length != 16) {
      return "<invalid>";
    }
    for (int i = 0; i < 16; i += 2) {
      int group = (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
      text.append(i == 0 ? "" : ":").append(Integer.toHexString(group).toUpperCase(Locale.ROOT));
    }
    return text.toString();
  }

  private static List<PyObject> places(byte[] information, String method) {
    List<PyObject> found = new ArrayList<>();
    try {
      Der list = new Der(information).enter(Der.SEQUENCE);
      while (list.hasNext()) {
        Der one = list.enter(Der.SEQUENCE);
        boolean wanted = one.expect(Der.OBJECT).object().equals(method);
        if (one.next() == URI && wanted) {
          found.add(text(one));
        }
      }
    } catch (Der.Malformed e) {
      return List.of();
    }
    return found;
  }

  private static List<PyObject> points(byte[] extension) {
    List<PyObject> found = new ArrayList<>();
    try {
      Der list = new Der(extension).enter(Der.SEQUENCE);
      while (list.hasNext()) {
        Der point = list.enter(Der.SEQUENCE);
        if (point.peek() != 0xa0) {
          continue;
        }
        Der name = point.enter(0xa0);
        if (name.peek() != 0xa0) {
          continue;
        }
        Der full = name.enter(0xa0);
        while (full.hasNext()) {
          if (full.next() == URI) {
            found.add(PyStr.of(new String(full.value(), StandardCharsets.UTF_8)));
          }
        }
      }
    } catch (Der.Malformed e) {
      return List.of();
    }
    return found;
  }
}
