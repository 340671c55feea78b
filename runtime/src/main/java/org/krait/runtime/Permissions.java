package org.krait.runtime;

/** What an interpreter may do that concerns the whole process: replace it, start threads, leave threads running. */
public record Permissions(boolean exec, boolean threads, boolean daemonThreads) {
  /** Those of the main interpreter. */
  public static final Permissions ALL = new Permissions(true, true, true);

  /** Those of an interpreter that shall not disturb the others. */
  public static final Permissions ISOLATED = new Permissions(false, true, false);
}
