package org.krait.conformance;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Disassembler;
import org.krait.bytecode.LocationTable;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.verify.Finding;
import org.krait.bytecode.verify.Verifier;

/**
 * Damages code objects and marshal streams and sees that each mutant is refused with a diagnosis or
 * is sound: reader, verifier, printer and writer never fail otherwise, and code that was accepted
 * never stumbles in a {@link ShadowMachine}.
 *
 * <p>{@code FuzzBytecode [--count=N] [--seed=N]}: mutant N of a seed is always the same.
 */
public final class FuzzBytecode {
  /** Larger code objects would only make the run slow. */
  private static final int MAX_CODE = 1500;

  /** Of processor time: how busy the machine is does not matter. */
  private static final long SLOW_MILLIS = 2000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WALKS = 6;

  private final List<CodeObject> originals;
  private final List<String> faults = new ArrayList<>();
  private int refusedByReader;
  private int refusedByVerifier;
  private int accepted;

  FuzzBytecode(List<CodeObject> originals) {
    this.originals = originals;
  }

  public static void main(String[] arguments) throws IOException {
    int count = 1_000_000;
    long seed = 1;
    List<String> rest = new ArrayList<>();
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.split("=", 2)[0]) {
        case "--count" -> count = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        default -> rest.add(argument);
      }
    }
    FuzzBytecode fuzz = new FuzzBytecode(originals(new LibraryRun(rest)));
    try (ProgressBar progress = new ProgressBar("mutants", count)) {
      for (int i = 0; i < count; i++, progress.step()) {
        fuzz.mutant(seed, i);
      }
    }
    fuzz.faults.forEach(System.out::println);
    System.out.println(fuzz.summary());
    System.exit(fuzz.faults.isEmpty() ? 0 : 1);
  }

  /** Code objects that the oracle compiles, small ones, without those nested in them. */
  static List<CodeObject> originals(LibraryRun run) throws IOException {
    List<CodeObject> originals = new ArrayList<>();
    run.forEach(
        0,
        (file, level, oracle, _) -> {
          try {
            List<CodeObject> all =
                CheckBytecode.nested((CodeObject) Marshal.read(oracle.compile(file, level)));
            synchronized (originals) {
              all.stream().filter(c -> c.code().length <= MAX_CODE).forEach(originals::add);
            }
          } catch (OracleSession.Refusal refusal) {
            // Some test files are meant not to compile.
          } catch (MarshalException e) {
            throw new IOException(file.name(), e);
          }
        });
    return originals;
  }

  List<String> faults() {
    return faults;
  }

  String summary() {
    return "%d mutants refused by the reader, %d by the verifier, %d accepted, %d faults"
        .formatted(refusedByReader, refusedByVerifier, accepted, faults.size());
  }

  /** Makes and tries one mutant. */
  void mutant(long seed, int number) {
    Random random = new Random(seed * 0x9e3779b97f4a7c15L + number);
    CodeObject original = originals.get(random.nextInt(originals.size()));
    CodeObject other = originals.get(random.nextInt(originals.size()));
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      if (random.nextInt(4) == 0) {
        tryStream(MutateBytes.mutate(Marshal.write(original), random), random);
      } else {
        MutateCode mutate = new MutateCode(random);
        CodeObject mutant = mutate.mutate(original, other);
        tryCode(random.nextInt(4) == 0 ? mutate.mutate(mutant, other) : mutant, random);
      }
    } catch (MarshalException | RuntimeException | Error e) {
      faults.add("seed " + seed + " mutant " + number + " of " + original + ": " + e);
    }
    if (THREADS.getCurrentThreadCpuTime() - start > SLOW_MILLIS * 1_000_000) {
      faults.add("seed " + seed + " mutant " + number + " of " + original + ": slow");
    }
  }

  private void tryStream(byte[] stream, Random random) throws MarshalException {
    CodeObject code;
    try {
      code = Marshal.readCode(stream, 0);
    } catch (MarshalException e) {
      refusedByReader++;
      return;
    }
    tryCode(code, random);
  }

  private void tryCode(CodeObject code, Random random) throws MarshalException {
    List<Finding> findings = Verifier.verify(code);
    Disassembler.dis(code);
    LocationTable.lines(code);
    if (!Marshal.read(Marshal.write(code)).equals(code)) {
      throw new IllegalStateException("not equal when read again");
    }
    if (findings.stream().anyMatch(f -> f.rule().isReliedOn())) {
      refusedByVerifier++;
      return;
    }
    accepted++;
    for (int i = 0; i < WALKS; i++) {
      new ShadowMachine(code, random).walk();
    }
  }
}
