package org.krait.stdlib.sre;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Matches of a pattern in a subject, one after another. */
final class Search {
  final PyPattern pattern;
  final Subject subject;
  final int from;
  final int to;
  private final Matching matching;
  private int at;

  Search(PyPattern pattern, Subject subject, int from, int to) {
    this.pattern = pattern;
    this.subject = subject;
    this.from = from;
    this.to = to;
    this.at = from;
    this.matching = new Matching(pattern.program, subject, pattern.groups, to);
  }

  /** The match at the first place, or None. */
  PyObject match(boolean whole) {
    return from <= to && matches(from, whole) ? new PyMatch(this) : PyNone.NONE;
  }

  /** The first match, or None. */
  PyObject search() {
    return from <= to && finds(from) ? new PyMatch(this) : PyNone.NONE;
  }

  /** Goes to the next match; an empty one not where the last ended. */
  boolean next() {
    return at <= to && finds(at) && advance();
  }

  /** Goes to the match that starts where the last ended. */
  boolean nextHere() {
    return at <= to && matches(at, false) && advance();
  }

  private boolean advance() {
    at = matching.pos;
    matching.mustAdvanceFrom = matching.start == at ? at : -1;
    return true;
  }

  // Code that re did not make may lead anywhere.

  private boolean finds(int place) {
    try {
      return matching.search(place);
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      throw invalidCode();
    }
  }

  private boolean matches(int place, boolean whole) {
    try {
      return matching.match(place, whole);
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      throw invalidCode();
    }
  }

  private static PyException invalidCode() {
    return Errors.runtimeError("invalid SRE code");
  }

  int start() {
    return matching.start;
  }

  int end() {
    return matching.pos;
  }

  int lastIndex() {
    return matching.lastIndex;
  }

  /** Start and end of the match, then of all groups; -1 for those that did not take part. */
  int[] spans() {
    int[] marks = matching.marks;
    int[] spans = new int[marks.length + 2];
    spans[0] = matching.start;
    spans[1] = matching.pos;
    for (int i = 0; i < marks.length; i += 2) {
      boolean matched = marks[i] >= 0 && marks[i + 1] >= marks[i];
      spans[i + 2] = matched ? marks[i] : -1;
      spans[i + 3] = matched ? marks[i + 1] : -1;
    }
    return spans;
  }

  /** Where a group of the current match starts; 0 is all of it. */
  int start(int group) {
    return group == 0 ? matching.start : matching.marks[2 * group - 2];
  }

  int end(int group) {
    return group == 0 ? matching.pos : matching.marks[2 * group - 1];
  }

  PyObject slice(int start, int stop) {
    return subject.slice(start, stop);
  }

  /** A group of the current match; nothing of the subject's kind when it did not take part. */
  PyObject group(int number) {
    return groupOr(number, subject.isBytes() ? PyBytes.EMPTY : PyStr.EMPTY);
  }

  PyObject groupOr(int number, PyObject otherwise) {
    int[] marks = matching.marks;
    int start = marks[2 * number - 2];
    int stop = marks[2 * number - 1];
    return start >= 0 && stop >= start ? subject.slice(start, stop) : otherwise;
  }
}
