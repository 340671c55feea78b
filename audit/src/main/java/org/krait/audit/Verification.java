package org.krait.audit;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.LocationTable;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.MarshalLimits;
import org.krait.bytecode.PycHeader;
import org.krait.bytecode.verify.Finding;
import org.krait.bytecode.verify.Verifier;
import org.krait.constants.Constant;

/**
 * What the verifier says of one {@code .pyc} file.
 *
 * @param status whether the code is sound
 * @param header the first 16 bytes, or null when there are fewer
 * @param code the module's code, or null when it could not be read
 * @param codeObjects how many code objects were examined
 * @param trailing bytes after the code, which CPython's import ignores
 * @param problem why the code could not be read or is not sound, in a sentence; empty for sound code
 * @param findings the rules that the code breaks; the first hundred
 */
public record Verification(
    Status status,
    PycHeader header,
    CodeObject code,
    int codeObjects,
    int trailing,
    String problem,
    List<Finding> findings) {

  /** How it went. */
  public enum Status {
    /** Every rule is kept. */
    VERIFIED,
    /** Header, stream or code break rules. */
    MALFORMED,
    /** Written by another Python, whose code this verifier does not know. */
    OTHER_VERSION
  }

  /** Verifies the bytes of a {@code .pyc} file. */
  public static Verification of(byte[] file) {
    return of(file, MarshalLimits.HOSTILE);
  }

  /** Verifies the bytes of a {@code .pyc} file, within limits of one's own. */
  public static Verification of(byte[] file, MarshalLimits limits) {
    PycHeader header;
    try {
      header = PycHeader.read(file);
    } catch (MarshalException e) {
      return malformed(null, "the file ends within its header: " + file.length + " of 16 bytes");
    }
    if (!header.isOurs()) {
      return new Verification(
          Status.OTHER_VERSION, header, null, 0, 0,
          "written by " + MagicNumbers.writer(header.magic()) + "; only code of CPython 3.12 can be verified",
          List.of());
    }
    if (!header.hasKnownFlags()) {
      return malformed(header, "the header has unknown flags 0x" + Integer.toHexString(header.flags()));
    }
    try {
      return of(header, Marshal.readHostile(file, PycHeader.LENGTH, limits));
    } catch (MarshalException e) {
      return malformed(header, "the code cannot be read: " + e.getMessage());
    }
  }

  private static Verification malformed(PycHeader header, String problem) {
    return new Verification(Status.MALFORMED, header, null, 0, 0, problem, List.of());
  }

  private static Verification of(PycHeader header, Marshal.Reading reading) {
    List<Finding> findings = Verifier.verify(reading.code());
    int trailing = reading.trailing();
    String problem = "";
    if (!findings.isEmpty()) {
      problem = "the code breaks " + plural(findings.size(), "rule") + " of the verifier";
    } else if (trailing > 0) {
      problem = plural(trailing, "byte") + " after the code";
    }
    return new Verification(
        problem.isEmpty() ? Status.VERIFIED : Status.MALFORMED,
        header, reading.code(), count(reading.code()), trailing, problem, findings);
  }

  static String plural(int count, String what) {
    return count == 1 ? "1 " + what : count + " " + what + "s";
  }

  private static int count(CodeObject code) {
    Set<Constant> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Constant> open = new ArrayDeque<>(List.of(code));
    int count = 0;
    while (!open.isEmpty()) {
      Constant constant = open.pop();
      switch (constant) {
        case CodeObject c when met.add(c) -> {
          count++;
          open.addAll(c.constants());
        }
        case Constant.Tuple t when met.add(t) -> open.addAll(t.items());
        case Constant.FrozenSet s when met.add(s) -> open.addAll(s.items());
        default -> {}
      }
    }
    return count;
  }

  /** The source line that a finding's instruction claims to come from; 0 when it claims none. */
  public static int line(Finding finding) {
    int line = finding.offset() < 0 ? 0 : LocationTable.lineAt(finding.code(), finding.offset() / 2);
    return Math.max(line, 0);
  }
}
