package org.krait.generators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.krait.generators.PegModel.Alt;
import org.krait.generators.PegModel.Bound;
import org.krait.generators.PegModel.Cut;
import org.krait.generators.PegModel.Forced;
import org.krait.generators.PegModel.Gather;
import org.krait.generators.PegModel.Group;
import org.krait.generators.PegModel.Item;
import org.krait.generators.PegModel.Look;
import org.krait.generators.PegModel.Predicate;
import org.krait.generators.PegModel.Ref;
import org.krait.generators.PegModel.Repeat;
import org.krait.generators.PegModel.Rule;
import org.krait.generators.PegModel.Soft;
import org.krait.generators.PegModel.Token;
import org.krait.generators.PegModel.TokenKind;

/** Reads a grammar table; its head comment in {@code python.peg} explains the notation. */
final class PegReader {
  private static final Pattern TOKEN = Pattern.compile("token (\\d+) (\\w+)(?: '(.*)')?");
  private static final Pattern HEADER =
      Pattern.compile("(\\w+)(?: ([\\w.<>]+?))??((?: (?:memo!?|nests|pure))*):");
  static final int FIRST_KEYWORD = 70;

  private final String table;
  private final List<TokenKind> tokens = new ArrayList<>();
  private final Map<String, String> kindByText = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private int lineNumber;
  private String text;
  private int at;

  private PegReader(String table) {
    this.table = table;
  }

  static PegModel read(String table, List<String> lines) {
    PegReader reader = new PegReader(table);
    reader.readAll(lines);
    reader.check();
    return new PegModel(List.copyOf(reader.tokens), reader.rules);
  }

  private void readAll(List<String> lines) {
    Matcher header = null;
    List<Alt> alts = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      String line = lines.get(i++);
      lineNumber = i;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("  | ")) {
        StringBuilder whole = new StringBuilder(line.substring(4));
        while (i < lines.size() && lines.get(i).startsWith("    ")) {
          whole.append(' ').append(lines.get(i++).strip());
        }
        text = whole.toString();
        at = 0;
        alts.add(alternative(true));
      } else if (!token(line)) {
        finish(header, alts);
        alts = new ArrayList<>();
        header = HEADER.matcher(line);
        if (!header.matches()) {
          throw failure("neither token nor rule: " + line);
        }
      }
    }
    finish(header, alts);
  }

  private boolean token(String line) {
    Matcher matcher = TOKEN.matcher(line);
    if (!matcher.matches()) {
      return false;
    }
    TokenKind kind =
        new TokenKind(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
    tokens.add(kind);
    if (kind.text() != null) {
      kindByText.put(kind.text(), kind.name());
    }
    return true;
  }

  private void finish(Matcher header, List<Alt> alts) {
    if (header == null) {
      return;
    }
    String type = header.group(2) == null ? "Object" : header.group(2);
    String flags = header.group(3);
    rules.put(
        header.group(1),
        new Rule(
            header.group(1),
            type,
            flags.contains("memo"),
            flags.contains("memo!"),
            flags.contains("nests"),
            flags.contains("pure"),
            List.copyOf(alts)));
  }

  /** Reads items up to the end, or in a group up to {@code /} or {@code )}. */
  private Alt alternative(boolean top) {
    List<Item> items = new ArrayList<>();
    while (true) {
      skipSpaces();
      if (at == text.length() || text.charAt(at) == '/' || text.charAt(at) == ')') {
        return new Alt(List.copyOf(items), null);
      }
      if (text.startsWith("=>", at)) {
        at += 2;
        return new Alt(List.copyOf(items), action(top));
      }
      items.add(item());
    }
  }

  private String action(boolean top) {
    int start = at;
    int depth = 0;
    if (top) {
      at = text.length();
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ')' && depth-- == 0) {
        break;
      }
      depth += c == '(' ? 1 : 0;
      at++;
    }
    return text.substring(start, at).strip();
  }

  private Item item() {
    char c = text.charAt(at);
    switch (c) {
      case '~' -> {
        at++;
        return new Cut();
      }
      case '&', '!' -> {
        at++;
        return new Look(atom(), c == '&');
      }
      case '^' -> {
        at++;
        return new Forced((Token) atom());
      }
      case '?' -> {
        int end = text.indexOf('}', at);
        String java = text.substring(at + 2, end);
        at = end + 1;
        return new Predicate(java);
      }
      default -> {
        return named();
      }
    }
  }

  private Item named() {
    int end = wordEnd();
    if (end > at && end < text.length() && text.charAt(end) == ':') {
      String name = text.substring(at, end);
      at = end + 1;
      return new Bound(name, suffixed());
    }
    return suffixed();
  }

  private Item suffixed() {
    Item item = atom();
    char next = at < text.length() ? text.charAt(at) : ' ';
    switch (next) {
      case '?' -> {
        at++;
        return new PegModel.Optional(item);
      }
      case '*', '+' -> {
        at++;
        return new Repeat(item, next == '+');
      }
      case '%' -> {
        at++;
        return new Gather(item, atom());
      }
      default -> {
        return item;
      }
    }
  }

  private Item atom() {
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      int end = text.indexOf(c, at + 1);
      String quoted = text.substring(at + 1, end);
      at = end + 1;
      return c == '"' ? new Soft(quoted) : new Token(kind(quoted));
    }
    if (c == '(') {
      return group();
    }
    int end = wordEnd();
    if (end == at) {
      throw failure("unexpected text: " + text.substring(at));
    }
    String word = text.substring(at, end);
    at = end;
    return Character.isUpperCase(word.charAt(0)) ? new Token(word) : new Ref(word);
  }

  private Group group() {
    List<Alt> alts = new ArrayList<>();
    do {
      at++;
      alts.add(alternative(false));
      if (at == text.length()) {
        throw failure("group without end");
      }
    } while (text.charAt(at) == '/');
    at++;
    return new Group(List.copyOf(alts));
  }

  /** The kind of a quoted token; a new keyword gets the next number. */
  private String kind(String quoted) {
    String known = kindByText.get(quoted);
    if (known != null) {
      return known;
    }
    if (!Character.isLetter(quoted.charAt(0))) {
      throw failure("no such token: " + quoted);
    }
    long keywords = tokens.stream().filter(t -> t.number() >= FIRST_KEYWORD).count();
    String name = "KW_" + JavaNames.upperSnake(quoted);
    tokens.add(new TokenKind(FIRST_KEYWORD + (int) keywords, name, quoted));
    kindByText.put(quoted, name);
    return name;
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void check() {
    for (Rule rule : rules.values()) {
      rule.alts().forEach(alt -> alt.items().forEach(item -> check(rule, item)));
    }
  }

  private void check(Rule rule, Item item) {
    switch (item) {
      case Ref ref when !rules.containsKey(ref.rule()) ->
          throw new TableException(table, 0, rule.name() + " uses the unknown rule " + ref.rule());
      case Token token when tokens.stream().noneMatch(t -> t.name().equals(token.kind())) ->
          throw new TableException(table, 0, rule.name() + " uses the unknown token " + token.kind());
      case Bound bound -> check(rule, bound.item());
      case PegModel.Optional optional -> check(rule, optional.item());
      case Repeat repeat -> check(rule, repeat.item());
      case Gather gather -> check(rule, gather.item());
      case Look look -> check(rule, look.item());
      case Group group -> group.alts().forEach(a -> a.items().forEach(i -> check(rule, i)));
      default -> {}
    }
  }

  private TableException failure(String message) {
    return new TableException(table, lineNumber, message);
  }
}
