package org.krait.audit.files;

/**
 * How much an input may make us read.
 *
 * @param file bytes of one file, after decompression
 * @param archive bytes of all files of an archive that are read, after decompression
 * @param entries entries of an archive
 * @param nesting archives within archives
 */
public record Limits(long file, long archive, int entries, int nesting) {
  public static final Limits DEFAULT = new Limits(32L << 20, 512L << 20, 200_000, 3);
}
