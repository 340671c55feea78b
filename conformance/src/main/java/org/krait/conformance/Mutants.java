package org.krait.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes wrong programs of right ones: tokens left out, doubled, swapped, put in, or cut off. */
final class Mutants {
  private static final Pattern PIECE = Pattern.compile("\\w+|[ \\t]+|\\R|\\S");
  private static final List<String> INSERTS =
      List.of(
          ("( ) [ ] { } , : ; . = == := + - * ** / // @ -> ! ' \" ''' f' rb' # \\ $ ? 0 1x 0x 1_ 1e 0777"
                  + " x y None True if else for in while def class return yield await async lambda"
                  + " not and or is with as try except finally import from del pass match case type _"
                  + " global nonlocal raise assert print exec += <> ... é \u00a0 \u20ac \\N \\x")
              .split(" "));

  private final Random random;

  Mutants(long seed) {
    random = new Random(seed);
  }

  /** A mutant with one or two changes. */
  String of(String source) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(source);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    for (int changes = random.nextInt(2); changes >= 0 && !pieces.isEmpty(); changes--) {
      change(pieces);
    }
    return String.join("", pieces);
  }

  private void change(List<String> pieces) {
    int at = random.nextInt(pieces.size());
    int other = random.nextInt(pieces.size());
    switch (random.nextInt(8)) {
      case 0, 1 -> pieces.remove(at);
      case 2 -> pieces.add(at, pieces.get(other));
      case 3 -> pieces.set(at, pieces.set(other, pieces.get(at)));
      case 4 -> pieces.set(at, insert());
      case 5 -> pieces.subList(at, pieces.size()).clear();
      default -> pieces.add(at, " ".repeat(random.nextInt(2)) + insert() + " ".repeat(random.nextInt(2)));
    }
  }

  private String insert() {
    return INSERTS.get(random.nextInt(INSERTS.size()));
  }
}
