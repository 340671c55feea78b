package org.krait.stdlib.sre;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyGenericAlias;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyMappingProxy;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code re.Pattern}: a compiled regular expression. */
@BuiltinType(
    name = "Pattern",
    module = "re",
    subclassable = false,
    disallowNew = true,
    weakReferences = true,
    parts = {PatternSubstitution.class})
public final class PyPattern extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyPatternTable());

  final PyObject pattern;
  final int flags;
  final Program program;
  final int groups;
  final PyDict groupIndex;
  final PyTuple indexGroup;

  /**
   * A pattern.
   *
   * @param pattern the source: str, bytes, or None for none
   * @param groupIndex numbers of the groups with names
   * @param indexGroup names of the groups by number
   */
  PyPattern(
      PyObject pattern, int flags, int[] code, int groups, PyDict groupIndex, PyTuple indexGroup) {
    this.pattern = pattern;
    this.flags = flags;
    this.program = new Program(pattern, code, groups);
    this.groups = groups;
    this.groupIndex = groupIndex;
    this.indexGroup = indexGroup;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  // ---- matching

  /** The subject, or TypeError when the pattern is for the other kind. */
  Subject subject(PyObject string) {
    Subject subject = new Subject(string);
    if (subject.isBytes() && pattern instanceof PyStr) {
      throw Errors.typeError("cannot use a string pattern on a bytes-like object");
    }
    if (!subject.isBytes() && pattern != PyNone.NONE && !(pattern instanceof PyStr)) {
      throw Errors.typeError("cannot use a bytes pattern on a string-like object");
    }
    return subject;
  }

  /** A search over a string between two bounds, which are clipped to it. */
  Search search(PyObject string, long pos, long endpos) {
    Subject subject = subject(string);
    int from = (int) Math.max(0, Math.min(pos, subject.length));
    int to = (int) Math.max(0, Math.min(endpos, subject.length));
    return new Search(this, subject, from, to);
  }

  @Method("match(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject match(PyObject string, long pos, long endpos) {
    return search(string, pos, endpos).match(false);
  }

  @Method("fullmatch(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject fullmatch(PyObject string, long pos, long endpos) {
    return search(string, pos, endpos).match(true);
  }

  @Method("search(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject find(PyObject string, long pos, long endpos) {
    return search(string, pos, endpos).search();
  }

  @Method("scanner(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject scanner(PyObject string, long pos, long endpos) {
    return new PyScanner(this, search(string, pos, endpos));
  }

  @Method("finditer(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject finditer(PyObject string, long pos, long endpos) {
    return new PyMatchIterator(search(string, pos, endpos));
  }

  @Method("findall(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject findall(PyObject string, long pos, long endpos) {
    Search search = search(string, pos, endpos);
    PyList found = new PyList();
    while (search.next()) {
      found.append(groups(search));
    }
    return found;
  }

  /** What findall gives for a match: all of it, or its groups. */
  private PyObject groups(Search search) {
    if (groups == 0) {
      return search.slice(search.start(), search.end());
    }
    PyObject[] items = new PyObject[groups];
    for (int i = 0; i < groups; i++) {
      items[i] = search.group(i + 1);
    }
    return groups == 1 ? items[0] : PyTuple.of(items);
  }

  @Method("split(self, /, string, maxsplit=0)")
  PyObject split(PyObject string, long maxsplit) {
    Search search = search(string, 0, Long.MAX_VALUE);
    PyList parts = new PyList();
    int done = 0;
    for (long count = 0; (maxsplit == 0 || count < maxsplit) && search.next(); count++) {
      parts.append(search.slice(done, search.start()));
      for (int i = 1; i <= groups; i++) {
        parts.append(search.groupOr(i, PyNone.NONE));
      }
      done = search.end();
    }
    parts.append(search.slice(done, search.subject.length));
    return parts;
  }

  // ---- as a value

  @Method("__repr__(self, /)")
  PyObject repr() {
    return PyStr.of("re.compile(").concat(shownPattern()).concat(PyStr.of(PatternFlags.shown(flags, pattern) + ")"));
  }

  private PyStr shownPattern() {
    PyStr shown = Objects.repr(pattern);
    return shown.length() > 200 ? shown.substring(0, 200) : shown;
  }

  @Method("__hash__(self, /)")
  long hash() {
    long hash = Objects.hash(pattern) ^ Arrays.hashCode(program.code) ^ flags ^ groups;
    return hash == -1 ? -2 : hash;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyPattern right)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean equal =
        this == right
            || flags == right.flags
                && pattern instanceof PyStr == right.pattern instanceof PyStr
                && Arrays.equals(program.code, right.program.code)
                && Comparison.test(pattern, right.pattern, Comparison.EQ);
    return PyBool.of(equal == (op == Comparison.EQ));
  }

  @Method("__copy__(self, /)")
  PyObject copy() {
    return this;
  }

  @Method("__deepcopy__(self, memo, /)")
  PyObject deepcopy(PyObject memo) {
    return this;
  }

  @Method("__class_getitem__(cls, item, /)")
  static PyObject classGetitem(PyType cls, PyObject item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter(value = "pattern", member = true)
  PyObject getPattern() {
    return pattern;
  }

  @Getter(value = "flags", member = true)
  int getFlags() {
    return flags;
  }

  @Getter(value = "groups", member = true)
  int getGroups() {
    return groups;
  }

  @Getter("groupindex")
  PyObject getGroupindex() {
    return new PyMappingProxy(groupIndex);
  }
}
