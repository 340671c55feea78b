package org.krait.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.ParseOptions.Mode;

/**
 * Parses every source that tests of CPython's suite compile, right and wrong ones, with our parser
 * and with the oracle, and compares trees, warnings and errors.
 *
 * <p>Arguments: names of test modules; {@code --save=FILE} and {@code --load=FILE} keep the sources
 * from run to run; {@code --mutants=N} compares N wrong programs made of the sources instead, and
 * {@code --seed=N} makes others; {@code --flags=N} and {@code --feature=N} are {@code compile}'s
 * flags and {@code _feature_version}.
 */
public final class CompareSources {
  /** The tests that are about syntax. */
  private static final List<String> TESTS =
      List.of(
          ("test_syntax test_fstring test_exceptions test_grammar test_eof test_string_literals"
                  + " test_named_expressions test_positional_only_arg test_patma test_type_params"
                  + " test_type_aliases test_except_star test_unpack_ex test_genexps test_listcomps"
                  + " test_dictcomps test_setcomps test_generators test_keywordonlyarg test_codeop"
                  + " test_future test_unicode_identifiers test_utf8source test_source_encoding"
                  + " test_float test_complex test_compile test_ast test_unparse test_type_comments"
                  + " test_flufl test_coroutines test_decorators test_traceback test_extcall"
                  + " test_pep646_syntax test_bytes test_ucn test_long test_metaclass test_dis")
              .split(" "));

  /** Longer sources make no mutants. */
  private static final int LONGEST = 1500;

  /** What the oracle says when a tree is too deep for Python objects, not for its parser. */
  private static final String TOO_DEEP =
      "RecursionError: maximum recursion depth exceeded during ast construction";

  // Flags of Python's compile().
  private static final int DONT_IMPLY_DEDENT = 0x200;
  private static final int TYPE_COMMENTS = 0x1000;
  private static final int INCOMPLETE_INPUT = 0x4000;
  private static final int BARRY_AS_BDFL = 0x400000;

  private int flags;
  private int feature = -1;
  private int refused;
  private int refusedAlike;
  private int accepted;
  private int acceptedAlike;

  private CompareSources() {}

  public static void main(String[] arguments) throws IOException, MarshalException {
    List<String> tests = new ArrayList<>();
    CompareSources comparison = new CompareSources();
    Path save = null;
    Path load = null;
    int mutants = 0;
    long seed = 1;
    for (String argument : arguments) {
      if (argument.startsWith("--save=")) {
        save = Path.of(argument.substring(7));
      } else if (argument.startsWith("--load=")) {
        load = Path.of(argument.substring(7));
      } else if (argument.startsWith("--mutants=")) {
        mutants = Integer.parseInt(argument.substring(10));
      } else if (argument.startsWith("--seed=")) {
        seed = Long.parseLong(argument.substring(7));
      } else if (argument.startsWith("--flags=")) {
        comparison.flags = Integer.decode(argument.substring(8));
      } else if (argument.startsWith("--feature=")) {
        comparison.feature = Integer.parseInt(argument.substring(10));
      } else {
        tests.add(argument);
      }
    }
    byte[] bytes =
        load != null
            ? Files.readAllBytes(load)
            : collect(tests.isEmpty() ? TESTS : tests);
    if (save != null) {
      Files.write(save, bytes);
    }
    Constant.Tuple sources = (Constant.Tuple) Marshal.read(bytes);
    try (OracleSession session = new OracleSession(Oracle.find())) {
      for (Constant.Tuple source : mutants == 0 ? all(sources) : mutants(sources, mutants, seed)) {
        comparison.compare(source, session);
      }
    }
    System.out.printf(
        "%d of %d errors and %d of %d trees identical%n",
        comparison.refusedAlike, comparison.refused, comparison.acceptedAlike, comparison.accepted);
    System.exit(comparison.good() ? 0 : 1);
  }

  private ParseOptions options(Mode mode) {
    ParseOptions options = ParseOptions.of(mode, "<oracle>");
    options = (flags & TYPE_COMMENTS) != 0 ? options.withTypeComments() : options;
    options = (flags & INCOMPLETE_INPUT) != 0 ? options.withIncompleteInput() : options;
    options = (flags & DONT_IMPLY_DEDENT) != 0 ? options.withoutImpliedDedent() : options;
    options = (flags & BARRY_AS_BDFL) != 0 ? options.withBarryAsBdfl() : options;
    return feature >= 0 ? options.withFeatureVersion(feature) : options;
  }

  private boolean good() {
    return refusedAlike == refused && acceptedAlike == accepted;
  }

  private static List<Constant.Tuple> all(Constant.Tuple sources) {
    return sources.items().stream().map(s -> (Constant.Tuple) s).toList();
  }

  private static List<Constant.Tuple> mutants(Constant.Tuple sources, int count, long seed) {
    Random random = new Random(seed);
    Mutants mutants = new Mutants(seed);
    List<Constant.Tuple> texts =
        all(sources).stream()
            .filter(s -> s.items().get(0) instanceof Constant.Str t && t.text().length() < LONGEST)
            .toList();
    List<Constant.Tuple> made = new ArrayList<>();
    while (made.size() < count) {
      List<Constant> source = texts.get(random.nextInt(texts.size())).items();
      String mutant = mutants.of(((Constant.Str) source.get(0)).text());
      made.add(new Constant.Tuple(List.of(Constant.Str.of(mutant), source.get(1))));
    }
    return made;
  }

  private static byte[] collect(List<String> tests) throws IOException {
    String script;
    try (InputStream in = CompareSources.class.getResourceAsStream("collect_sources.py")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> command = new ArrayList<>(List.of("-c", script));
    command.addAll(tests);
    Process process =
        Oracle.find()
            .process(command.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return process.getInputStream().readAllBytes();
  }

  private void compare(Constant.Tuple item, OracleSession session) throws IOException {
    Constant source = item.items().get(0);
    String mode = ((Constant.Str) item.items().get(1)).text();
    String expected;
    boolean refusal = false;
    try {
      expected = session.askText("dump_tree", source, "<oracle>", mode, flags, feature);
    } catch (OracleSession.Refusal e) {
      expected = CompareTrees.describe(e);
      refusal = true;
    }
    if (expected.equals(TOO_DEEP)) {
      return;
    }
    String actual = CompareTrees.ours(source, options(Mode.valueOf(mode.toUpperCase(Locale.ROOT))));
    boolean same = expected.equals(actual);
    if (refusal) {
      refused++;
      refusedAlike += same ? 1 : 0;
    } else {
      accepted++;
      acceptedAlike += same ? 1 : 0;
    }
    if (!same) {
      System.out.printf(
          "%s %s%n%s", mode, ConstantRepr.of(source), CompareTrees.difference(expected, actual));
    }
  }
}
