package org.krait.stdlib.struct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HalfPrecisionTest {
  /** 1 + 2**-11 is a tie between two halves; what lies a little above it is not. */
  @Test
  void roundsOnce() {
    assertEquals(0x3c00, Packer.half(1 + 0x1p-11));
    assertEquals(0x3c01, Packer.half(1 + 0x1p-11 + 0x1p-40));
    assertEquals(0x3e00, Packer.half(1.5));
    assertEquals(1, Packer.half(0x1p-24));
    assertEquals(0, Packer.half(0x1p-25));
  }
}
