package org.krait.stdlib.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
  @Test
  void givesZerosBeforeItIsSeeded() {
    MersenneTwister twister = new MersenneTwister();
    assertEquals(0.0, twister.nextDouble());
    assertEquals(2, twister.word(MersenneTwister.SIZE));
  }

  @Test
  void drawsWhatCPythonDraws() {
    MersenneTwister twister = new MersenneTwister();
    twister.seed(new int[] {5});
    assertEquals(0.6229016948897019, twister.nextDouble());
    twister.seed(new int[] {0});
    assertEquals(0.8444218515250481, twister.nextDouble());
  }
}
