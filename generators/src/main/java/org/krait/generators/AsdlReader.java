package org.krait.generators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.krait.generators.AsdlModel.Cardinality;
import org.krait.generators.AsdlModel.Constructor;
import org.krait.generators.AsdlModel.Field;
import org.krait.generators.AsdlModel.Type;

/** Reads ASDL notation, with {@code --@ name = Java} lines that name Java types. */
final class AsdlReader {
  private static final Pattern TOKEN = Pattern.compile("\\s*(\\w+|[{}()=|,*?])");

  /** A word or sign and the line it stands in. */
  private record Token(String text, int line) {}

  private final String table;
  private final List<Token> tokens = new ArrayList<>();
  private final Map<String, String> javaNames = new HashMap<>();
  private int next;

  private AsdlReader(String table) {
    this.table = table;
  }

  static AsdlModel read(String table, List<String> lines) {
    AsdlReader reader = new AsdlReader(table);
    for (int i = 0; i < lines.size(); i++) {
      reader.scan(lines.get(i), i + 1);
    }
    return reader.module();
  }

  private void scan(String line, int number) {
    if (line.startsWith("--@")) {
      String[] names = line.substring(3).split("=");
      javaNames.put(names[0].strip(), names[1].strip());
      return;
    }
    int comment = line.indexOf("--");
    String text = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new TableException(table, number, "unexpected text: " + text.substring(end));
      }
      tokens.add(new Token(matcher.group(1), number));
      end = matcher.end();
    }
  }

  private AsdlModel module() {
    expect("module");
    word();
    expect("{");
    List<Type> types = new ArrayList<>();
    while (!accept("}")) {
      types.add(type());
    }
    return new AsdlModel(List.copyOf(types));
  }

  private Type type() {
    String name = word();
    expect("=");
    List<Constructor> constructors = new ArrayList<>();
    boolean product = peek("(");
    if (product) {
      constructors.add(new Constructor(name, fields()));
    } else {
      do {
        String constructor = word();
        constructors.add(new Constructor(constructor, peek("(") ? fields() : List.of()));
      } while (accept("|"));
    }
    boolean located = accept("attributes");
    if (located) {
      fields();
    }
    return new Type(name, javaName(name), product, located, List.copyOf(constructors));
  }

  private List<Field> fields() {
    expect("(");
    List<Field> fields = new ArrayList<>();
    do {
      String type = word();
      Cardinality cardinality =
          accept("*") ? Cardinality.MANY : accept("?") ? Cardinality.OPTIONAL : Cardinality.ONE;
      fields.add(new Field(type, cardinality, word()));
    } while (accept(","));
    expect(")");
    return List.copyOf(fields);
  }

  private String javaName(String name) {
    String given = javaNames.get(name);
    if (given != null) {
      return given;
    }
    return String.join("", Arrays.stream(name.split("_")).map(JavaNames::capitalized).toList());
  }

  private boolean peek(String text) {
    return next < tokens.size() && tokens.get(next).text().equals(text);
  }

  private boolean accept(String text) {
    boolean found = peek(text);
    if (found) {
      next++;
    }
    return found;
  }

  private void expect(String text) {
    if (!accept(text)) {
      throw failure("expected " + text);
    }
  }

  private String word() {
    if (next == tokens.size() || !Character.isLetter(tokens.get(next).text().charAt(0))) {
      throw failure("expected a name");
    }
    return tokens.get(next++).text();
  }

  private TableException failure(String message) {
    Token at = tokens.get(Math.min(next, tokens.size() - 1));
    return new TableException(table, at.line(), message + " at " + at.text());
  }
}
