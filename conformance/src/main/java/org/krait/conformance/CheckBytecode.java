package org.krait.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Disassembler;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.ExceptionTableWriter;
import org.krait.bytecode.LocationTable;
import org.krait.bytecode.LocationTableWriter;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.verify.Verifier;
import org.krait.constants.Constant;

/**
 * Checks readers, writers and printers of code objects on everything that the oracle compiles:
 * marshal there and back, line and exception tables there and back, {@code co_lines} and {@code
 * co_positions}, the verifier, the text of {@code dis}.
 */
public final class CheckBytecode {
  private static final String MARSHAL = "marshal";
  private static final String TABLES = "tables";
  private static final String LOCATIONS = "locations";
  private static final String DIS = "dis";

  private static final String VERIFY = "verify";

  static final List<String> ALL = List.of(MARSHAL, TABLES, LOCATIONS, VERIFY, DIS);

  private static final Pattern FROZENSET = Pattern.compile("frozenset\\(\\{(.*?)\\}\\)");

  private final List<String> checks;
  private final Map<String, LongAdder> passed = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final LongAdder files = new LongAdder();
  private final LongAdder codes = new LongAdder();
  private final LongAdder theirBytes = new LongAdder();
  private final LongAdder ourBytes = new LongAdder();
  private final LongAdder sameBytes = new LongAdder();

  CheckBytecode(List<String> checks) {
    this.checks = checks;
  }

  public static void main(String[] arguments) throws IOException {
    List<String> options = new ArrayList<>(List.of(arguments));
    List<String> checks = ALL;
    if (!options.isEmpty() && options.getFirst().startsWith("--check=")) {
      checks = List.of(options.removeFirst().substring("--check=".length()).split(","));
    }
    LibraryRun run = new LibraryRun(options);
    boolean good = true;
    for (int level : run.levels()) {
      CheckBytecode check = new CheckBytecode(checks);
      run.forEach(level, check::check);
      good &= check.report(level);
    }
    System.exit(good ? 0 : 1);
  }

  void check(SourceFile file, int level, OracleCode oracle, OracleSession session)
      throws IOException {
    byte[] stream;
    try {
      stream = oracle.compile(file, level);
    } catch (OracleSession.Refusal refusal) {
      return;
    }
    try {
      CodeObject code = (CodeObject) Marshal.read(stream);
      List<CodeObject> all = nested(code);
      files.increment();
      codes.add(all.size());
      for (String check : checks) {
        String fault =
            switch (check) {
              case MARSHAL -> marshal(stream, code, session);
              case TABLES -> tables(all);
              case LOCATIONS -> locations(all, session.ask("locations", stream));
              case VERIFY -> String.join("; ", Verifier.verify(code).stream().map(Object::toString).toList());
              case DIS -> dis(code, session.askText("disassemble", stream, false));
              default -> throw new IllegalArgumentException("no check " + check);
            };
        count(check, file, fault);
      }
    } catch (MarshalException | OracleSession.Refusal e) {
      count(e.getClass().getSimpleName(), file, e.getMessage());
    }
  }

  private synchronized void count(String check, SourceFile file, String fault) {
    LongAdder good = passed.computeIfAbsent(check, c -> new LongAdder());
    if (fault.isEmpty()) {
      good.increment();
    } else {
      faults.add(file.name() + ": " + check + ": " + fault);
    }
  }

  List<String> faults() {
    return faults;
  }

  /** How many streams are those of the oracle, byte for byte. */
  int sameStreams() {
    return sameBytes.intValue();
  }

  int files() {
    return files.intValue();
  }

  private boolean report(int level) {
    faults.forEach(System.out::println);
    boolean good = faults.isEmpty();
    for (var entry : passed.entrySet()) {
      System.out.printf(
          "level %d: %s: %d of %d files, %d code objects%n",
          level, entry.getKey(), entry.getValue().sum(), files.sum(), codes.sum());
    }
    if (checks.contains(MARSHAL)) {
      System.out.printf(
          "level %d: streams: ours %d bytes, the oracle's %d, %d files byte for byte the same%n",
          level, ourBytes.sum(), theirBytes.sum(), sameBytes.sum());
    }
    return good;
  }

  /** The code object and all within it, outermost first. */
  static List<CodeObject> nested(CodeObject code) {
    List<CodeObject> all = new ArrayList<>();
    all.add(code);
    for (Constant constant : code.constants()) {
      if (constant instanceof CodeObject inner) {
        all.addAll(nested(inner));
      }
    }
    return all;
  }

  private String marshal(byte[] stream, CodeObject code, OracleSession session)
      throws IOException, MarshalException, OracleSession.Refusal {
    byte[] written = Marshal.write(code);
    theirBytes.add(stream.length);
    ourBytes.add(written.length);
    if (Arrays.equals(stream, written)) {
      sameBytes.increment();
    }
    if (!Marshal.read(written).equals(code)) {
      return "not equal when read again";
    }
    return session.askText("same", stream, written);
  }

  private static String tables(List<CodeObject> all) {
    for (CodeObject code : all) {
      if (!Arrays.equals(code.lineTable(), rewriteLines(code))) {
        return code.qualname() + ": line table";
      }
      if (!Arrays.equals(code.exceptionTable(), rewriteExceptions(code))) {
        return code.qualname() + ": exception table";
      }
    }
    return "";
  }

  private static byte[] rewriteLines(CodeObject code) {
    LocationTable at = new LocationTable(code);
    LocationTableWriter writer = new LocationTableWriter(code.firstLineNumber());
    while (at.next()) {
      writer.add(at.end() - at.start(), at.line(), at.endLine(), at.column(), at.endColumn());
    }
    return writer.toByteArray();
  }

  private static byte[] rewriteExceptions(CodeObject code) {
    ExceptionTable at = new ExceptionTable(code.exceptionTable());
    ExceptionTableWriter writer = new ExceptionTableWriter();
    while (at.next()) {
      writer.add(at.start(), at.end(), at.target(), at.depth(), at.pushesLasti());
    }
    return writer.toByteArray();
  }

  private static String locations(List<CodeObject> all, Constant answer) {
    for (int i = 0; i < all.size(); i++) {
      CodeObject code = all.get(i);
      Constant ours = new Constant.Tuple(List.of(lines(code), positions(code)));
      if (!ours.equals(((Constant.Tuple) answer).items().get(i))) {
        return code.qualname() + ": lines or positions";
      }
    }
    return "";
  }

  private static Constant lines(CodeObject code) {
    List<Constant> lines = new ArrayList<>();
    for (LocationTable.LineRange range : LocationTable.lines(code)) {
      lines.add(numbers(range.start(), range.end(), range.line()));
    }
    return new Constant.Tuple(lines);
  }

  private static Constant positions(CodeObject code) {
    List<Constant> positions = new ArrayList<>();
    LocationTable at = new LocationTable(code);
    while (at.next()) {
      for (int unit = at.start(); unit < at.end(); unit++) {
        positions.add(numbers(at.line(), at.endLine(), at.column(), at.endColumn()));
      }
    }
    return new Constant.Tuple(positions);
  }

  private static Constant numbers(int... numbers) {
    return new Constant.Tuple(
        Arrays.stream(numbers).mapToObj(n -> (Constant) Constant.Int.of(n)).toList());
  }

  private static String dis(CodeObject code, String theirs) {
    String[] ours = withSortedSets(Disassembler.dis(code)).split("\n", -1);
    String[] expected = withSortedSets(theirs).split("\n", -1);
    int line = Arrays.mismatch(ours, expected);
    return line < 0 ? "" : "line " + line + ": " + at(ours, line) + " | " + at(expected, line);
  }

  /** The order of a frozenset of strings changes from run to run of the oracle. */
  private static String withSortedSets(String text) {
    return FROZENSET.matcher(text).replaceAll(m -> sorted(m.group(1)));
  }

  private static String sorted(String items) {
    String[] parts = items.split(", ");
    Arrays.sort(parts);
    return Matcher.quoteReplacement("frozenset({" + String.join(", ", parts) + "})");
  }

  private static String at(String[] lines, int index) {
    return index < lines.length ? lines[index] : "(end)";
  }
}
