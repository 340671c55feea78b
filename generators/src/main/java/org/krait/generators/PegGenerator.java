package org.krait.generators;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import org.krait.generators.PegModel.TokenKind;

/** Writes the kinds of tokens and the parsers of a grammar table. */
final class PegGenerator implements TableGenerator {
  @Override
  public void generate(String table, List<String> lines, String packageName, Output output)
      throws IOException {
    PegModel model = PegReader.read(table, lines);
    String header = "// Generated from " + table + ".\npackage " + packageName + ";\n\n";
    output.write("Tokens", header + tokens(model));
    output.write("FastParser", header + new FastParserSource(model).text());
    output.write("ExactParser", header + new ExactParserSource(model).text());
  }

  private static String tokens(PegModel model) {
    return """
        /** The kinds of tokens: numbered as in CPython's {@code token}, keywords above. */
        public final class Tokens {
        %1$s
          /** Kinds from here on are keywords. */
          public static final int FIRST_KEYWORD = %2$d;

          private static final String[] NAMES = new String[%3$d];
          private static final String[] TEXTS = new String[%3$d];

          static {
        %4$s  }

          private Tokens() {}

          /** The name of a kind; keywords are {@code KW_} and their text. */
          public static String name(int kind) {
            return NAMES[kind];
          }

          /** The text of all tokens of a kind, or null when it varies. */
          public static String text(int kind) {
            return TEXTS[kind];
          }

          /** The number of kinds: one more than the highest. */
          public static int count() {
            return NAMES.length;
          }
        }
        """
        .formatted(
            model.tokens().stream()
                .map(t -> "  public static final int " + t.name() + " = " + t.number() + ";\n")
                .collect(joining()),
            PegReader.FIRST_KEYWORD,
            model.tokens().stream().mapToInt(TokenKind::number).max().orElse(0) + 1,
            model.tokens().stream().map(PegGenerator::entry).collect(joining()));
  }

  private static String entry(TokenKind kind) {
    String name = "    NAMES[" + kind.number() + "] = " + JavaNames.literal(kind.name()) + ";\n";
    return kind.text() == null
        ? name
        : name + "    TEXTS[" + kind.number() + "] = " + JavaNames.literal(kind.text()) + ";\n";
  }
}
