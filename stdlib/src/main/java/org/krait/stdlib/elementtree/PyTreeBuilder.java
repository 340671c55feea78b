package org.krait.stdlib.elementtree;

import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Operators;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code xml.etree.ElementTree.TreeBuilder}: makes a tree of what a parser finds. */
@BuiltinType(
    name = "TreeBuilder",
    module = "xml.etree.ElementTree",
    heapType = true,
    basicSize = 168)
final class PyTreeBuilder extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyTreeBuilderTable());

  private static final PyStr TEXT = PyStr.interned("text");
  private static final PyStr TAIL = PyStr.interned("tail");
  private static final PyStr APPEND = PyStr.interned("append");

  private final TreeState state;

  private PyObject root;

  /** The element that is open, or None. */
  private PyObject current = PyNone.NONE;

  /** The latest element. */
  private PyObject last = PyNone.NONE;

  /** The latest one that has been closed, whose tail comes now; or null. */
  private PyObject closed;

  private final TextPieces data = new TextPieces();
  private final List<PyObject> stack = new ArrayList<>();
  private PyObject elementFactory;
  private PyObject commentFactory;
  private PyObject instructionFactory;
  private boolean insertsComments;
  private boolean insertsInstructions;

  /** What of the events is wanted, and where to. */
  final EventSink events = new EventSink();

  PyTreeBuilder(PyType cls, TreeState state) {
    super(cls);
    this.state = state;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
    return new PyTreeBuilder(cls, TreeState.of(thread));
  }

  @Method(
      "__init__(self, element_factory=None, *, comment_factory=None, pi_factory=None,"
          + " insert_comments=False, insert_pis=False)")
  void init(
      PyObject element,
      PyObject comment,
      PyObject instruction,
      boolean insertComments,
      boolean insertPis) {
    elementFactory = element == PyNone.NONE ? null : element;
    commentFactory = comment == PyNone.NONE ? state.commentFactory : comment;
    insertsComments = commentFactory != null && insertComments;
    instructionFactory = instruction == PyNone.NONE ? state.instructionFactory : instruction;
    insertsInstructions = instructionFactory != null && insertPis;
  }

  boolean isExact() {
    return type() == TYPE;
  }

  boolean insertsInstructions() {
    return insertsInstructions;
  }

  // ---- text

  void text(String text) {
    if (!data.isEmpty() || last != PyNone.NONE) {
      data.add(text);
    }
  }

  @Method("data(self, data, /)")
  void dataMethod(PyObject piece) {
    if (!data.isEmpty() || last != PyNone.NONE) {
      data.add(piece);
    }
  }

  private void flush() {
    if (data.isEmpty()) {
      return;
    }
    PyObject text = data.take();
    PyObject element = closed == null ? last : closed;
    if (element instanceof PyElement exact && exact.isExact()) {
      if (closed == null && exact.text == PyNone.NONE) {
        exact.text = text;
        return;
      }
      if (closed != null && exact.tail == PyNone.NONE) {
        exact.tail = text;
        return;
      }
    }
    extend(element, closed == null ? TEXT : TAIL, text);
  }

  /** Adds text to what an element has already. */
  private static void extend(PyObject element, PyStr attribute, PyObject text) {
    PyObject before = Attributes.get(element, attribute);
    PyObject joined =
        text.getClass() == PyStr.class
            ? text
            : PendingText.join(text instanceof PendingText many ? many.pieces() : text);
    Attributes.set(
        element, attribute, before == PyNone.NONE ? joined : Operators.add(before, joined));
  }

  // ---- tags

  PyObject start(PyObject tag, PyDict attrib) {
    flush();
    PyObject node =
        elementFactory == null
            ? ElementMethods.make(tag, attrib)
            : elementFactory.call(tag, attrib == null ? new PyDict() : attrib);
    closed = null;
    if (current != PyNone.NONE) {
      add(current, node);
    } else if (root != null) {
      throw Errors.make(ElementTreeModule.PARSE_ERROR, "multiple elements on top level");
    } else {
      root = node;
    }
    stack.add(current);
    current = node;
    last = node;
    events.tell(EventSink.START, node);
    return node;
  }

  private static void add(PyObject parent, PyObject child) {
    if (parent instanceof PyElement exact && exact.isExact()) {
      exact.add(PyElement.expect(child));
    } else {
      Attributes.callMethod(parent, APPEND, child);
    }
  }

  PyObject end() {
    flush();
    if (stack.isEmpty()) {
      throw Errors.indexError("pop from empty stack");
    }
    last = current;
    closed = last;
    current = stack.remove(stack.size() - 1);
    events.tell(EventSink.END, last);
    return last;
  }

  @Method("start(self, tag, attrs, /)")
  PyObject startMethod(PyObject tag, PyObject attrs) {
    if (!(attrs instanceof PyDict dict)) {
      throw Errors.typeError("start() argument 2 must be dict, not %s", attrs.type().fullName());
    }
    return start(tag, dict);
  }

  @Method("end(self, tag, /)")
  PyObject endMethod(PyObject tag) {
    return end();
  }

  @Method("comment(self, text, /)")
  PyObject comment(PyObject text) {
    flush();
    PyObject comment = text;
    if (commentFactory != null) {
      comment = commentFactory.call(text);
      insert(comment, insertsComments);
    }
    events.tell(EventSink.COMMENT, comment);
    return comment;
  }

  @Method("pi(self, target, text=None, /)")
  PyObject instruction(PyObject target, PyObject text) {
    flush();
    PyObject instruction;
    if (instructionFactory != null) {
      instruction = instructionFactory.call(target, ElementTreeModule.orNone(text));
      insert(instruction, insertsInstructions);
    } else {
      instruction = PyTuple.of(target, ElementTreeModule.orNone(text));
    }
    events.tell(EventSink.PI, instruction);
    return instruction;
  }

  private void insert(PyObject node, boolean wanted) {
    if (wanted && current != PyNone.NONE) {
      add(current, node);
      closed = node;
    }
  }

  @Method("close(self, /)")
  PyObject close() {
    return ElementTreeModule.orNone(root);
  }
}
