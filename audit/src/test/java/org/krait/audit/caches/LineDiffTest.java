package org.krait.audit.caches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  private static List<String> items(Random random, int most) {
    List<String> items = new ArrayList<>();
    for (int i = random.nextInt(most); i > 0; i--) {
      items.add(String.valueOf((char) ('a' + random.nextInt(4))));
    }
    return items;
  }

  /** What is kept and put in is the second list, what is kept and left out the first. */
  private static void assertLeads(List<String> from, List<String> to) {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    int next = 0;
    for (LineDiff.Step step : LineDiff.of(from, to)) {
      switch (step.sign()) {
        case '-' -> {
          assertEquals(left.size(), step.index());
          left.add(from.get(step.index()));
        }
        case '+' -> {
          assertEquals(right.size(), step.index());
          right.add(to.get(step.index()));
        }
        default -> {
          left.add(from.get(left.size()));
          right.add(to.get(right.size()));
          assertEquals(left.getLast(), right.getLast(), from + " " + to);
        }
      }
      next++;
    }
    assertEquals(from, left);
    assertEquals(to, right);
    assertEquals(next, LineDiff.of(from, to).size());
  }

  @Test
  void stepsLeadFromOneListToTheOther() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      assertLeads(items(random, 12), items(random, 12));
    }
    for (int i = 0; i < 20; i++) {
      assertLeads(items(random, 2000), items(random, 2000));
    }
  }

  @Test
  void theFewestStepsAreTaken() {
    assertEquals(
        2,
        LineDiff.of(List.of("a", "b", "c"), List.of("a", "x", "c")).stream()
            .filter(s -> s.sign() != ' ')
            .count());
  }
}
