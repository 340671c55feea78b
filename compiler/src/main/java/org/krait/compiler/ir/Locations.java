package org.krait.compiler.ir;

import org.krait.syntax.ast.Location;

/** Locations of instructions that no single node of the tree stands for. */
public final class Locations {
  /** No place in the source: the instruction takes a line from its neighbours or has none. */
  public static final Location NONE = new Location(-1, -1, -1, -1);

  private Locations() {}

  /** A whole line, without columns. */
  public static Location line(int line) {
    return new Location(line, -1, line, -1);
  }

  /** True unless the location is {@link #NONE} or an equal. */
  public static boolean isKnown(Location location) {
    return location.line() >= 0;
  }
}
