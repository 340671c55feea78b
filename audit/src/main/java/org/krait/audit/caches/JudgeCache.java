package org.krait.audit.caches;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.krait.audit.CacheVerdict;
import org.krait.audit.MagicNumbers;
import org.krait.audit.Severity;
import org.krait.audit.Verdict;
import org.krait.audit.Verification;
import org.krait.audit.files.FileEntry;
import org.krait.audit.files.FileTree;
import org.krait.audit.files.Trouble;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.PycHeader;
import org.krait.bytecode.verify.Finding;
import org.krait.syntax.SyntaxDiagnostic;

/**
 * Judges one {@code .pyc} file: reads and verifies it, compiles its source, compares.
 *
 * <p>What the header means is what {@code importlib} and {@code zipimport} of CPython 3.12 make of it.
 */
public final class JudgeCache {
  private static final int MAX_FINDINGS = 10;

  /** Time zones differ by quarters of an hour and at most 26 hours, zip times by two seconds. */
  private static final int ZONE_STEP = 900;

  private static final int ZONE_RANGE = 26 * 3600;

  private final FileTree tree;
  private final FileEntry cache;
  private final CacheName name;
  private final ModuleSource source;
  private final List<String> evidence = new ArrayList<>();
  private String digest = "";
  private String header = "";
  private Boolean codeMatches;
  private Severity severity;

  private JudgeCache(FileTree tree, FileEntry cache, ModuleSource source) {
    this.tree = tree;
    this.cache = cache;
    this.name = CacheName.of(cache.path());
    this.source = source;
  }

  /**
   * The verdict.
   *
   * @param source the source of the cache's name, or null when there is none
   */
  public static CacheVerdict of(FileTree tree, FileEntry cache, ModuleSource source) {
    JudgeCache judge = new JudgeCache(tree, cache, source);
    byte[] bytes;
    try {
      bytes = cache.read();
    } catch (IOException e) {
      return judge.verdict(Verdict.UNREADABLE, Trouble.of(e));
    }
    try {
      return judge.of(bytes);
    } catch (IOException e) {
      return judge.verdict(
          Verdict.UNREADABLE, "its source could not be read: " + Trouble.of(e));
    }
  }

  private CacheVerdict verdict(Verdict verdict, String message) {
    Severity usual = verdict.rule() == null ? null : verdict.rule().severity();
    return new CacheVerdict(
        tree.shown(cache.path()),
        verdict,
        severity == null ? usual : severity,
        source == null ? "" : tree.shown(source.entry().path()),
        Math.max(name.level(), 0),
        codeMatches,
        header,
        message,
        List.copyOf(evidence),
        digest);
  }

  private CacheVerdict of(byte[] bytes) throws IOException {
    digest = sha256(bytes);
    Verification verification = Verification.of(bytes);
    if (verification.header() != null) {
      header = describe(verification.header());
    }
    return switch (verification.status()) {
      case OTHER_VERSION -> otherVersion(bytes, verification);
      case MALFORMED -> malformed(verification);
      case VERIFIED -> sound(verification);
    };
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String describe(PycHeader header) {
    String writer = MagicNumbers.writer(header.magic());
    if (!header.isOurs()) {
      return writer;
    }
    if (header.isHashBased()) {
      return "%s, %s hash %016x"
          .formatted(writer, header.checksSource() ? "checked" : "unchecked",
              Long.reverseBytes(header.stamp()));
    }
    return "%s, source of %s, %d bytes"
        .formatted(writer, Instant.ofEpochSecond(header.mtime()), header.sourceSize());
  }

  // Caches that prove nothing

  private CacheVerdict otherVersion(byte[] bytes, Verification verification) {
    PycHeader head = verification.header();
    evidence.add("header: " + header);
    int length = MagicNumbers.headerLength(head.magic());
    if (length == PycHeader.LENGTH && (head.flags() & PycHeader.HASH_BASED) != 0) {
      evidence.add("flags: " + (head.checksSource() ? "checked" : "unchecked") + " hash");
      if (!head.checksSource()) {
        severity = Severity.WARNING;
      }
    } else if (length > 0 && bytes.length >= length) {
      int at = length == PycHeader.LENGTH ? 8 : 4;
      long mtime = little(bytes, at);
      evidence.add("source of " + Instant.ofEpochSecond(mtime) + newer(mtime));
    }
    if (name.isOurs()) {
      evidence.add("the name says cpython-312: CPython 3.12 will replace it");
    }
    if (source == null) {
      evidence.add("there is no source for it");
      severity = name.isCache() ? severity : Severity.WARNING;
    }
    return verdict(Verdict.OTHER_VERSION, verification.problem() + "; it is not known to be safe");
  }

  private static long little(byte[] bytes, int at) {
    return (bytes[at] & 0xffL)
        | (bytes[at + 1] & 0xffL) << 8
        | (bytes[at + 2] & 0xffL) << 16
        | (bytes[at + 3] & 0xffL) << 24;
  }

  private String newer(long mtime) {
    if (source == null || tree.kind() == FileTree.Kind.ZIP) {
      return "";
    }
    long now = source.entry().mtime();
    return now == mtime
        ? ", as it is now"
        : now > mtime ? "; the source is newer" : "; the source is older";
  }

  private CacheVerdict malformed(Verification verification) throws IOException {
    List<Finding> findings = verification.findings();
    for (Finding finding : findings.subList(0, Math.min(findings.size(), MAX_FINDINGS))) {
      evidence.add(finding.toString());
    }
    if (findings.size() > MAX_FINDINGS) {
      evidence.add("… and " + (findings.size() - MAX_FINDINGS) + " findings more");
    }
    if (verification.trailing() > 0 && !findings.isEmpty()) {
      evidence.add(verification.trailing() + " bytes follow the code");
    }
    if (verification.code() != null && source != null) {
      compare(verification.code(), false);
    }
    return verdict(Verdict.MALFORMED, verification.problem());
  }

  // Sound caches

  private CacheVerdict sound(Verification verification) throws IOException {
    CodeObject code = verification.code();
    if (source == null) {
      return withoutSource(code);
    }
    if (name.isPytest()) {
      return verdict(
          Verdict.OTHER_VERSION,
          "written by pytest, which changes assertions: not what the source compiles to, and not known"
              + " to be safe; only pytest loads it");
    }
    String problem = compare(code, true);
    if (!name.isCache() && tree.kind() != FileTree.Kind.ZIP) {
      severity = Boolean.TRUE.equals(codeMatches) ? Severity.NOTE : Severity.WARNING;
      return verdict(
          Verdict.SHADOWING,
          "not imported while " + source.entry().name() + " is beside it; " + inWords(problem));
    }
    if (codeMatches == null) {
      return verdict(Verdict.UNREADABLE, problem);
    }
    PycHeader head = verification.header();
    if (head.isHashBased()) {
      return hashBased(head, problem);
    }
    return timestamped(head, problem);
  }

  private CacheVerdict withoutSource(CodeObject code) {
    evidence.addAll(Capabilities.of(code));
    if (name.isCache()) {
      return verdict(
          Verdict.ORPHAN,
          "there is no " + name.source() + "; Python does not import it without");
    }
    return verdict(
        Verdict.SOURCELESS, "imported without a source; its bytecode is sound, which does not make"
            + " it harmless");
  }

  private String inWords(String problem) {
    return codeMatches == null ? problem : codeMatches ? "its code is that of the source" : problem;
  }

  private CacheVerdict hashBased(PycHeader head, String problem) throws IOException {
    boolean fits = head.matches(source.bytes());
    if (!head.checksSource()) {
      if (!codeMatches) {
        severity = Severity.ERROR;
      }
      return verdict(
          Verdict.UNCHECKED_HASH,
          "Python runs it without a look at the source; "
              + inWords(problem)
              + (fits ? "" : "; its hash is of another source"));
    }
    if (!fits) {
      return verdict(
          Verdict.HASH_MISMATCH, "its hash is of another source; " + inWords(problem));
    }
    return fitting(problem);
  }

  private CacheVerdict fitting(String problem) {
    if (codeMatches) {
      return verdict(Verdict.MATCH, "its code is that of the source");
    }
    return verdict(
        Verdict.FORGED, "the header fits " + source.entry().name() + ", but " + problem);
  }

  private CacheVerdict timestamped(PycHeader head, String problem) {
    FileEntry file = source.entry();
    boolean sizeFits = head.sourceSize() == (file.size() & 0xffffffffL);
    boolean timeFits = head.mtime() == (file.mtime() & 0xffffffffL);
    if (tree.kind() == FileTree.Kind.ZIP) {
      timeFits = codeMatches || fitsInSomeZone(head.mtime(), file.mtime());
      if (sizeFits && !timeFits) {
        severity = Severity.WARNING;
      }
    }
    if (sizeFits && timeFits) {
      return fitting(problem);
    }
    return verdict(
        Verdict.STALE,
        (sizeFits ? "the source has another time" : "the source has another size")
            + " than the header says; "
            + inWords(problem));
  }

  private static boolean fitsInSomeZone(long expected, long zipTime) {
    long difference = Math.abs(expected - zipTime);
    long rest = difference % ZONE_STEP;
    return difference <= ZONE_RANGE && (rest <= 2 || rest >= ZONE_STEP - 2);
  }

  /** Compiles the source and compares; says what is wrong, and sets whether the code matches. */
  private String compare(CodeObject code, boolean isSound) throws IOException {
    CodeObject expected = null;
    try {
      expected = source.compile(Math.max(name.level(), 0), code.filename());
      // Caches of -X no_debug_ranges have lines only.
      if (expected.equals(code) || expected.allWithoutColumns().equals(code)) {
        codeMatches = true;
        return "";
      }
    } catch (SyntaxDiagnostic e) {
      String refusal =
          "%s: %s (line %d)".formatted(e.kind().pythonName(), e.getMessage(), e.line());
      if (!ModuleSource.isCertain(e)) {
        return "its source cannot be compiled here, so nothing is proved: " + refusal;
      }
      evidence.add("the source is not Python: " + refusal);
    }
    codeMatches = false;
    CodeDifference difference = new CodeDifference(expected, code, source.text());
    evidence.addAll(difference.lines());
    if (isSound) {
      evidence.addAll(Capabilities.of(code, difference.extra(), expected));
    }
    return expected == null
        ? "the source does not compile at all"
        : "the code is not what the source compiles to: "
            + (difference.functions() == 1 ? "1 function differs" : difference.functions() + " functions differ");
  }
}
