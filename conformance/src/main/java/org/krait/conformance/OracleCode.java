package org.krait.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.constants.Constant;

/**
 * What the oracle compiles a file to, remembered under {@code target/oracle-code} by the contents of
 * the file, its name and the level.
 */
final class OracleCode {
  private final OracleSession session;
  private final Path folder;

  OracleCode(OracleSession session, Path folder) {
    this.session = session;
    this.folder = folder;
  }

  /** The marshalled code, or the refusal of the oracle. */
  byte[] compile(SourceFile file, int level) throws IOException, OracleSession.Refusal {
    byte[] source = file.read();
    Path remembered = folder.resolve(key(file, source, level));
    try {
      if (!Files.exists(remembered)) {
        remember(remembered, ask(file, source, level));
      }
      Constant answer = Marshal.read(Files.readAllBytes(remembered));
      if (answer instanceof Constant.Bytes code) {
        return code.value();
      }
      throw new OracleSession.Refusal(((Constant.Tuple) answer).items());
    } catch (MarshalException e) {
      throw new IOException(remembered + ": " + e.getMessage(), e);
    }
  }

  private Constant ask(SourceFile file, byte[] source, int level) throws IOException {
    try {
      return session.ask("compile_source", source, file.name(), level);
    } catch (OracleSession.Refusal refusal) {
      return new Constant.Tuple(refusal.parts());
    }
  }

  private static void remember(Path path, Constant answer) throws IOException, MarshalException {
    Files.createDirectories(path.getParent());
    org.krait.bytecode.PycFile.replace(path, Marshal.write(answer));
  }

  private static Path key(SourceFile file, byte[] source, int level) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((level + file.name() + '\0').getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(digest.digest(source), 0, 16);
      return Path.of(hex.substring(0, 2), hex.substring(2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
