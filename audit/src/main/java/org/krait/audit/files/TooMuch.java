package org.krait.audit.files;

import java.io.IOException;

/** An input that asks for more than the limits allow. */
public final class TooMuch extends IOException {
  private static final long serialVersionUID = 1L;

  public TooMuch(String message) {
    super(message);
  }
}
