package org.krait.stdlib.ssl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Private keys in PEM: PKCS #8, plain or encrypted, and the older forms of RSA, DSA and EC keys. */
final class PrivateKeys {
  private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};
  private static final byte[] NULL = {5, 0};
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String RSA_PSS = "1.2.840.113549.1.1.10";
  private static final String EC = "1.2.840.10045.2.1";
  private static final String DSA = "1.2.840.10040.4.1";

  /** The bytes of the identifiers above, with tag and length. */
  private static final String RSA_BYTES = "06092a864886f70d010101";
  private static final String EC_BYTES = "06072a8648ce3d0201";
  private static final String DSA_BYTES = "06072a8648ce380401";

  private PrivateKeys() {}

  /**
   * The first private key.
   *
   * @param password asked only when the key is encrypted
   * @return null when there is none that can be read
   */
  static PrivateKey first(List<Pem.Block> blocks, Supplier<byte[]> password) {
    for (Pem.Block block : blocks) {
      if (block.label().endsWith("PRIVATE KEY")) {
        try {
          return block.bytes() == null ? null : read(block, password);
        } catch (GeneralSecurityException | IOException | Der.Malformed | IllegalArgumentException e) {
          return null;
        }
      }
    }
    return null;
  }

  private static PrivateKey read(Pem.Block block, Supplier<byte[]> password)
      throws GeneralSecurityException, IOException, Der.Malformed {
    byte[] bytes = block.bytes();
    String encryption = block.headers().get("DEK-Info");
    if (encryption != null) {
      bytes = decrypt(bytes, encryption, password.get());
    }
    return switch (block.label()) {
      case "PRIVATE KEY" -> key(bytes);
      case "ENCRYPTED PRIVATE KEY" -> key(decrypt(bytes, password.get()));
      case "RSA PRIVATE KEY" -> key(wrap(HexFormat.of().parseHex(RSA_BYTES), NULL, bytes));
      case "EC PRIVATE KEY" -> key(wrap(HexFormat.of().parseHex(EC_BYTES), curve(bytes), bytes));
      case "DSA PRIVATE KEY" -> key(dsa(bytes));
      default -> throw new GeneralSecurityException("a " + block.label());
    };
  }

  private static PrivateKey key(byte[] bytes) throws GeneralSecurityException, Der.Malformed {
    Der body = new Der(bytes).enter(Der.SEQUENCE);
    body.expect(Der.INTEGER);
    String algorithm = body.enter(Der.SEQUENCE).expect(Der.OBJECT).object();
    String name =
        switch (algorithm) {
          case RSA -> "RSA";
          case RSA_PSS -> "RSASSA-PSS";
          case EC -> "EC";
          case DSA -> "DSA";
          default -> algorithm;
        };
    return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  private static byte[] wrap(byte[] algorithm, byte[] parameters, byte[] key) {
    return Der.value(
        Der.SEQUENCE, VERSION_0, Der.value(Der.SEQUENCE, algorithm, parameters), Der.value(Der.OCTETS, key));
  }

  /** The curve that an EC key of the older form names. */
  private static byte[] curve(byte[] key) throws Der.Malformed {
    Der body = new Der(key).enter(Der.SEQUENCE);
    while (body.hasNext()) {
      if (body.next() == 0xa0) {
        return body.value();
      }
    }
    throw new Der.Malformed("no curve");
  }

  /** The older form has everything in one list: version, p, q, g, the public and the private number. */
  private static byte[] dsa(byte[] key) throws Der.Malformed {
    Der body = new Der(key).enter(Der.SEQUENCE);
    body.expect(Der.INTEGER);
    byte[][] numbers = new byte[5][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = body.expect(Der.INTEGER).whole();
    }
    byte[] parameters = Der.value(Der.SEQUENCE, numbers[0], numbers[1], numbers[2]);
    return wrap(HexFormat.of().parseHex(DSA_BYTES), parameters, numbers[4]);
  }

  // ---- encrypted keys

  private static byte[] decrypt(byte[] bytes, byte[] password)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
    String algorithm =
        info.getAlgName().equals("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
            ? info.getAlgParameters().toString()
            : info.getAlgName();
    // Java takes the password's characters for bytes of UTF-8 or of Latin-1, by algorithm; ASCII is both.
    PBEKeySpec spec = new PBEKeySpec(new String(password, StandardCharsets.UTF_8).toCharArray());
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
        info.getAlgParameters());
    return info.getKeySpec(cipher).getEncoded();
  }

  /** The encryption of the older forms: a key made by one round of MD5, named in a header. */
  private static byte[] decrypt(byte[] bytes, String encryption, byte[] password)
      throws GeneralSecurityException {
    int comma = encryption.indexOf(',');
    if (comma < 0) {
      throw new GeneralSecurityException("no initialisation vector");
    }
    String name = encryption.substring(0, comma).toUpperCase(Locale.ROOT);
    byte[] vector = HexFormat.of().parseHex(encryption.substring(comma + 1).strip());
    int length =
        switch (name) {
          case "AES-128-CBC" -> 16;
          case "AES-192-CBC", "DES-EDE3-CBC" -> 24;
          case "AES-256-CBC" -> 32;
          case "DES-CBC" -> 8;
          default -> throw new GeneralSecurityException("unknown encryption " + name);
        };
    String family = name.startsWith("AES") ? "AES" : name.equals("DES-CBC") ? "DES" : "DESede";
    Cipher cipher = Cipher.getInstance(family + "/CBC/PKCS5Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(derived(password, Arrays.copyOf(vector, 8), length), family),
        new IvParameterSpec(vector));
    return cipher.doFinal(bytes);
  }

  private static byte[] derived(byte[] password, byte[] salt, int length)
      throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    byte[] key = new byte[length];
    byte[] block = new byte[0];
    for (int at = 0; at < length; at += block.length) {
      md5.update(block);
      md5.update(password);
      block = md5.digest(salt);
      System.arraycopy(block, 0, key, at, Math.min(block.length, length - at));
    }
    return key;
  }

  // ---- does it fit

  /** Whether a private key belongs to a public one: signs with the one and looks with the other. */
  static boolean fit(PrivateKey secret, PublicKey open) {
    String kind = secret.getAlgorithm();
    if (!kind.equals(open.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature =
          Signature.getInstance(
              switch (kind) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                case "DSA" -> "SHA256withDSA";
                default -> kind;
              });
      if (kind.equals("RSASSA-PSS")) {
        signature.setParameter(
            new java.security.spec.PSSParameterSpec(
                "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
      }
      byte[] message = {'k', 'e', 'y'};
      signature.initSign(secret);
      signature.update(message);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
