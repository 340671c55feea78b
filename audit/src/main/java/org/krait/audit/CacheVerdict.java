package org.krait.audit;

import java.util.List;

/**
 * What an audit says of a {@code .pyc} file.
 *
 * @param path the file, as the report names it
 * @param verdict what it is
 * @param severity how bad that is; null for {@link Verdict#MATCH}
 * @param source the source that it was compared with, as the report names it; empty if there is none
 * @param level the optimisation level in its name
 * @param codeMatches whether its code is what the source compiles to; null when that is not known
 * @param header the header in words
 * @param message why the verdict, in a sentence
 * @param evidence lines that show it
 * @param digest SHA-256 of the file, in hexadecimal; empty when it could not be read
 */
public record CacheVerdict(
    String path,
    Verdict verdict,
    Severity severity,
    String source,
    int level,
    Boolean codeMatches,
    String header,
    String message,
    List<String> evidence,
    String digest) {}
