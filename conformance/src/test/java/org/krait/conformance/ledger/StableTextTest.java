package org.krait.conformance.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StableTextTest {
  @Test
  void whatDiffersFromRunToRunIsTakenOut() {
    assertEquals("<object at 0x…>", StableText.of("<object at 0x7f12ab34>"));
    assertEquals("id is 0x…", StableText.of("id is 139637976729776"));
    assertEquals("[''] != ['a[…]']", StableText.of("[''] != ['a'[336 chars]826']"));
    assertEquals("No such file: '…/a.txt'", StableText.of("No such file: '/some/where/a.txt'"));
    assertEquals("'@test_tmp' is there", StableText.of("'@test_4711_tmp' is there"));
    assertEquals("….… not less than 0.5", StableText.of("0.7312345678 not less than 0.5"));
  }

  @Test
  void whatMattersStays() {
    assertEquals("'a/b' != 1.25 // 0xff", StableText.of("'a/b' != 1.25 // 0xff"));
    assertEquals("x".repeat(160) + "…", StableText.of("x".repeat(200)));
  }
}
