package org.krait.stdlib.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who goes on at once when a wait is over, and who gives way first. */
class PyLockTest {
  /** Longer than a wait may be without being a pause. */
  private static final long PAUSE_MILLIS = 10;

  private static final class Wait implements PyLock.Attempt {
    private final long millis;
    private final boolean isContended;
    private int gaveWay;

    Wait(long millis, boolean isContended) {
      this.millis = millis;
      this.isContended = isContended;
    }

    @Override
    public boolean within(long nanos) throws InterruptedException {
      Thread.sleep(millis);
      return true;
    }

    @Override
    public boolean isContended() {
      return isContended;
    }

    @Override
    public void giveWay() {
      gaveWay++;
    }
  }

  private static int timesThatItGaveWay(long millis, boolean isContended) {
    Wait wait = new Wait(millis, isContended);
    assertTrue(PyLock.await(null, -1, wait));
    return wait.gaveWay;
  }

  @Test
  void whoPausedAloneGivesWay() {
    assertEquals(1, timesThatItGaveWay(PAUSE_MILLIS, false));
  }

  @Test
  void whoPausedWithOthersBehindItGoesOn() {
    assertEquals(0, timesThatItGaveWay(PAUSE_MILLIS, true));
  }

  @Test
  void whoHasNotPausedGoesOn() {
    assertEquals(0, timesThatItGaveWay(0, false));
  }
}
