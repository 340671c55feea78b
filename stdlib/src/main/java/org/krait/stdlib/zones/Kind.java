package org.krait.stdlib.zones;

/**
 * What holds for some time in a zone.
 *
 * @param offset seconds to add to UTC
 * @param summer whether clocks are put forward
 * @param name the abbreviation
 */
public record Kind(int offset, boolean summer, String name) {
  public static final Kind UTC = new Kind(0, false, "UTC");
}
