package org.krait.stdlib.ssl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.os.TableFile;

/** A cipher suite, from the table {@code ciphers.txt}. */
record CipherSuite(
    String name,
    String standardName,
    int identifier,
    String protocol,
    String exchange,
    String authentication,
    String encryption,
    int bits,
    String code,
    String symmetric,
    String digest,
    String exchangeName,
    String authenticationName) {

  /** Those that JSSE has, in the order of OpenSSL's list ALL; the ones of TLS 1.3 first. */
  static final List<CipherSuite> ALL = read();

  private static List<CipherSuite> read() {
    List<CipherSuite> all = new ArrayList<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                TableFile.open(CipherSuite.class, "ciphers.txt"), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] f = line.split(" ");
          all.add(
              new CipherSuite(
                  f[0], f[1], Integer.parseInt(f[2]), f[3], f[4], f[5], f[6],
                  Integer.parseInt(f[7]), f[8], f[9], f[10], f[11], f[12]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  /** The suite of JSSE's name, or null. */
  static CipherSuite ofStandardName(String name) {
    for (CipherSuite suite : ALL) {
      if (suite.standardName.equals(name)) {
        return suite;
      }
    }
    return null;
  }

  boolean isNewest() {
    return protocol.equals("TLSv1.3");
  }

  /** What {@code cipher()} says. */
  PyObject tuple() {
    return PyTuple.of(PyStr.of(name), PyStr.of(protocol), PyLong.of(bits));
  }

  /** What {@code get_ciphers()} says. */
  PyObject dict() {
    PyDict dict = new PyDict();
    put(dict, "id", PyLong.of(identifier));
    put(dict, "name", PyStr.of(name));
    put(dict, "protocol", PyStr.of(protocol));
    put(
        dict,
        "description",
        PyStr.of(
            "%-30s %-7s Kx=%-8s Au=%-5s Enc=%-22s Mac=%-4s".formatted(
                name, protocol, exchange, authentication, encryption + "(" + bits + ")", code)));
    put(dict, "strength_bits", PyLong.of(bits));
    put(dict, "alg_bits", PyLong.of(bits));
    put(dict, "aead", PyBool.of(code.equals("AEAD")));
    put(dict, "symmetric", PyStr.of(symmetric));
    put(dict, "digest", digest.equals("None") ? PyNone.NONE : PyStr.of(digest));
    put(dict, "kea", PyStr.of(exchangeName));
    put(dict, "auth", PyStr.of(authenticationName));
    return dict;
  }

  private static void put(PyDict dict, String key, PyObject value) {
    dict.put(PyStr.interned(key), value);
  }
}
