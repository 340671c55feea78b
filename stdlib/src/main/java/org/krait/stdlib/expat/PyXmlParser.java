package org.krait.stdlib.expat;

import java.util.List;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code pyexpat.xmlparser}: a parser and the functions that it calls. */
@BuiltinType(
    name = "xmlparser",
    module = "pyexpat",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    parts = HandlerAttributes.class,
    doc = "An XML parser.",
    basicSize = 88)
final class PyXmlParser extends PyObject implements XmlEvents {
  static final PyType TYPE = PyType.builtin(new PyXmlParserTable());

  private static final int DEFAULT_BUFFER = 8192;
  private static final int READ_SIZE = 2048;

  private final XmlEngine engine;
  private final PyObject[] handlers = new PyObject[Handler.values().length];
  private final PyObject intern;
  private String base;
  private boolean namespacePrefixes;
  private boolean orderedAttributes;
  private boolean specifiedAttributes;
  private boolean bufferText;
  private int bufferSize = DEFAULT_BUFFER;
  private StringBuilder buffer;

  PyXmlParser(String encoding, Character separator, boolean namespaces, PyObject intern) {
    this.intern = intern;
    engine = new XmlEngine(this, separator, false, namespaces);
    forceEncoding(encoding);
  }

  /** A parser of an external entity, with the handlers of the one that met it. */
  private PyXmlParser(PyXmlParser parent, boolean asDtd, String encoding) {
    intern = parent.intern;
    engine = parent.engine.external(this, asDtd);
    System.arraycopy(parent.handlers, 0, handlers, 0, handlers.length);
    base = parent.base;
    namespacePrefixes = parent.namespacePrefixes;
    orderedAttributes = parent.orderedAttributes;
    specifiedAttributes = parent.specifiedAttributes;
    bufferText = parent.bufferText;
    bufferSize = parent.bufferSize;
    buffer = bufferText ? new StringBuilder() : null;
    forceEncoding(encoding);
  }

  private void forceEncoding(String name) {
    if (name != null) {
      engine.force(XmlEncoding.named(name));
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  // ---- events

  @Override
  public boolean has(Handler handler) {
    return handlers[handler.ordinal()] != null;
  }

  @Override
  public PyObject call(Handler handler, PyObject... args) {
    flush();
    PyObject function = handlers[handler.ordinal()];
    return function == null ? PyNone.NONE : function.call(args, null);
  }

  @Override
  public void raw(String text) {
    Handler handler = has(Handler.DEFAULT_EXPAND) ? Handler.DEFAULT_EXPAND : Handler.DEFAULT;
    if (has(handler)) {
      call(handler, PyStr.of(text));
    }
  }

  @Override
  public void characters(String text) {
    if (buffer == null) {
      tellCharacters(text);
      return;
    }
    if (buffer.length() + text.length() > bufferSize) {
      flush();
      if (text.length() > bufferSize) {
        tellCharacters(text);
        return;
      }
    }
    buffer.append(text);
  }

  private void tellCharacters(String text) {
    PyObject function = handlers[Handler.CHARACTER_DATA.ordinal()];
    if (function != null) {
      function.call(PyStr.of(text));
    }
  }

  private void flush() {
    if (buffer != null && !buffer.isEmpty()) {
      String text = buffer.toString();
      buffer.setLength(0);
      tellCharacters(text);
    }
  }

  private PyObject name(String text) {
    PyStr name = PyStr.of(text);
    if (!(intern instanceof PyDict known)) {
      return name;
    }
    PyObject before = known.putIfAbsent(name, name);
    return before == null ? name : before;
  }

  @Override
  public void startElement(String name, List<String> attributes, int specified) {
    flush();
    int count = specifiedAttributes ? specified : attributes.size();
    PyObject container;
    if (orderedAttributes) {
      PyList list = new PyList();
      for (int i = 0; i < count; i += 2) {
        list.append(name(attributes.get(i)));
        list.append(PyStr.of(attributes.get(i + 1)));
      }
      container = list;
    } else {
      PyDict dict = new PyDict();
      for (int i = 0; i < count; i += 2) {
        dict.put(name(attributes.get(i)), PyStr.of(attributes.get(i + 1)));
      }
      container = dict;
    }
    call(Handler.START_ELEMENT, name(name), container);
  }

  @Override
  public void endElement(String name) {
    call(Handler.END_ELEMENT, name(name));
  }

  @Override
  public char[] encoding(String name) {
    return XmlEncoding.table(name);
  }

  @Override
  public String base() {
    return base;
  }

  // ---- parsing

  private PyObject parse(byte[] bytes, boolean last) {
    if (!engine.parse(bytes, last)) {
      throw error(engine.error());
    }
    flush();
    return PyLong.ONE;
  }

  private PyException error(XmlError error) {
    long line = engine.text.line();
    long column = engine.text.column();
    PyException e =
        Errors.make(
            ExpatModule.ERROR, "%s", error.words + ": line " + line + ", column " + column);
    Attributes.set(e.value(), PyStr.interned("code"), PyLong.of(error.code()));
    Attributes.set(e.value(), PyStr.interned("offset"), PyLong.of(column));
    Attributes.set(e.value(), PyStr.interned("lineno"), PyLong.of(line));
    return e;
  }

  @Method(value = "Parse(self, data, isfinal=False, /)", doc = "Parses a piece of a document.")
  PyObject parseMethod(PyObject data, boolean last) {
    if (data instanceof PyStr text) {
      engine.force(XmlEncoding.UTF_8);
      return parse(org.krait.runtime.codecs.Utf8.encode(text, "strict"), last);
    }
    return parse(Buffers.copy(data), last);
  }

  @Method(value = "ParseFile(self, file, /)", doc = "Parses what can be read from a file.")
  PyObject parseFile(PyObject file) {
    PyObject read = Attributes.getOrNull(file, "read");
    if (read == null) {
      throw Errors.typeError("argument must have 'read' attribute");
    }
    while (true) {
      PyObject piece = read.call(PyLong.of(READ_SIZE));
      if (!(piece instanceof PyBytes) && !(piece instanceof org.krait.runtime.types.PyByteArray)) {
        throw Errors.typeError(
            "read() did not return a bytes object (type=%s)", piece.type().fullName());
      }
      byte[] bytes = Buffers.copy(piece);
      PyObject result = parse(bytes, bytes.length == 0);
      if (bytes.length == 0) {
        return result;
      }
    }
  }

  @Method(value = "SetBase(self, base, /)", doc = "Sets what relative names are relative to.")
  void setBase(PyObject value) {
    base = Arguments.instance(value, PyStr.class, "SetBase() argument", "str").toString();
  }

  @Method(value = "GetBase(self, /)", doc = "What relative names are relative to.")
  PyObject getBase() {
    return XmlEngine.string(base);
  }

  @Method(value = "GetInputContext(self, /)", doc = "None: the input is not kept.")
  PyObject inputContext() {
    return PyNone.NONE;
  }

  @Method(
      value = "ExternalEntityParserCreate(self, context, encoding=NULL, /)",
      doc = "A parser for an external entity.")
  PyObject externalParser(PyObject context, PyObject encoding) {
    String name = encoding == null || encoding == PyNone.NONE ? null : encoding.toString();
    return new PyXmlParser(this, context == PyNone.NONE, name);
  }

  @Method(
      value = "SetParamEntityParsing(self, flag, /)",
      doc = "Sets whether parameter entities are read.")
  int setParameterParsing(int flag) {
    if (!engine.isIdle()) {
      return 0;
    }
    engine.setParameterParsing(flag);
    return 1;
  }

  @Method(
      value = "UseForeignDTD(self, flag=True, /)",
      doc = "Lets a handler give a DTD to documents without one.")
  void useForeignDtd(boolean flag) {
    engine.useForeignDtd(flag);
  }

  // ---- attributes

  PyObject handler(Handler handler) {
    PyObject function = handlers[handler.ordinal()];
    return function == null ? PyNone.NONE : function;
  }

  void setHandler(Handler handler, PyObject value) {
    if (value == null) {
      throw Errors.runtimeError("Cannot delete attribute");
    }
    if (handler == Handler.CHARACTER_DATA) {
      flush();
    }
    handlers[handler.ordinal()] = value == PyNone.NONE ? null : value;
  }

  @Getter(value = "intern", member = true)
  PyObject intern() {
    return intern;
  }

  @Getter("ErrorCode")
  int errorCode() {
    return engine.error() == null ? 0 : engine.error().code();
  }

  @Getter("ErrorLineNumber")
  long errorLine() {
    return engine.text.line();
  }

  @Getter("ErrorColumnNumber")
  long errorColumn() {
    return engine.text.column();
  }

  @Getter("ErrorByteIndex")
  long errorByte() {
    return currentByte();
  }

  @Getter("CurrentLineNumber")
  long currentLine() {
    return engine.text.line();
  }

  @Getter("CurrentColumnNumber")
  long currentColumn() {
    return engine.text.column();
  }

  @Getter("CurrentByteIndex")
  long currentByte() {
    return engine.text.end == 0 ? -1 : engine.text.bytes();
  }

  @Getter("buffer_size")
  int bufferSize() {
    return bufferSize;
  }

  @Setter("buffer_size")
  void setBufferSize(PyObject value) {
    if (!(value instanceof PyInt size)) {
      throw Errors.typeError("buffer_size must be an integer");
    }
    if (size.signum() <= 0) {
      throw Errors.valueError("buffer_size must be greater than zero");
    }
    if (!size.fitsLong() || size.longValue() > Integer.MAX_VALUE) {
      throw Errors.valueError("buffer_size must not be greater than %d", Integer.MAX_VALUE);
    }
    flush();
    bufferSize = (int) size.longValue();
  }

  @Getter("buffer_text")
  boolean bufferText() {
    return bufferText;
  }

  @Setter("buffer_text")
  void setBufferText(PyObject value) {
    boolean on = Objects.isTrue(value);
    if (!on) {
      flush();
    }
    bufferText = on;
    buffer = on ? buffer == null ? new StringBuilder() : buffer : null;
  }

  @Getter("buffer_used")
  int bufferUsed() {
    return buffer == null ? 0 : buffer.length();
  }

  @Getter("namespace_prefixes")
  boolean namespacePrefixes() {
    return namespacePrefixes;
  }

  @Setter("namespace_prefixes")
  void setNamespacePrefixes(PyObject value) {
    namespacePrefixes = Objects.isTrue(value);
    engine.setPrefixes(namespacePrefixes);
  }

  @Getter("ordered_attributes")
  boolean orderedAttributes() {
    return orderedAttributes;
  }

  @Setter("ordered_attributes")
  void setOrderedAttributes(PyObject value) {
    orderedAttributes = Objects.isTrue(value);
  }

  @Getter("specified_attributes")
  boolean specifiedAttributes() {
    return specifiedAttributes;
  }

  @Setter("specified_attributes")
  void setSpecifiedAttributes(PyObject value) {
    specifiedAttributes = Objects.isTrue(value);
  }
}
