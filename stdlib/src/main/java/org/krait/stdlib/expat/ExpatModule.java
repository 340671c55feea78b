package org.krait.stdlib.expat;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The module {@code pyexpat}. */
@BuiltinModule(value = "pyexpat", doc = "An XML parser that calls handlers.")
public final class ExpatModule implements NativeModule {
  static final PyType ERROR =
      PyType.builtin(
          new SimpleTypeTable("xml.parsers.expat", "ExpatError", PyExceptions.Exception));

  @Value("EXPAT_VERSION")
  static final String EXPAT_VERSION = "expat_2.5.0";

  @Value("native_encoding")
  static final String NATIVE_ENCODING = "UTF-8";

  @Value("XML_PARAM_ENTITY_PARSING_NEVER")
  static final int NEVER = 0;

  @Value("XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE")
  static final int UNLESS_STANDALONE = 1;

  @Value("XML_PARAM_ENTITY_PARSING_ALWAYS")
  static final int ALWAYS = 2;

  private static final String[] MODEL_NAMES = {
    "XML_CTYPE_EMPTY", "XML_CTYPE_ANY", "XML_CTYPE_MIXED", "XML_CTYPE_NAME", "XML_CTYPE_CHOICE",
    "XML_CTYPE_SEQ"
  };
  private static final String[] QUANTIFIER_NAMES = {
    "XML_CQUANT_NONE", "XML_CQUANT_OPT", "XML_CQUANT_REP", "XML_CQUANT_PLUS"
  };

  private static PyStr key(String name) {
    return PyStr.interned(name);
  }

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    dict.put(key("ExpatError"), ERROR);
    dict.put(key("error"), ERROR);
    dict.put(key("XMLParserType"), PyXmlParser.TYPE);
    dict.put(
        key("version_info"), PyTuple.of(PyLong.of(2), PyLong.of(5), PyLong.of(0)));
    dict.put(key("features"), features());
    dict.put(key("errors"), errors());
    dict.put(key("model"), model());
  }

  private static PyObject feature(String name, int value) {
    return PyTuple.of(PyStr.of(name), PyLong.of(value));
  }

  private static PyObject features() {
    return PyList.of(
        feature("sizeof(XML_Char)", 1),
        feature("sizeof(XML_LChar)", 1),
        feature("XML_DTD", 0),
        feature("XML_CONTEXT_BYTES", 1024),
        feature("XML_NS", 0),
        feature("XML_BLAP_MAX_AMP", 100),
        feature("XML_BLAP_ACT_THRES", 8388608));
  }

  private static PyModule submodule(String name, String doc) {
    PyModule module = PyModule.named("pyexpat." + name);
    module.dict().put(key("__doc__"), PyStr.of(doc));
    ThreadState.current().interpreter.modules().put(key("pyexpat." + name), module);
    return module;
  }

  private static PyObject errors() {
    PyModule module = submodule("errors", "The errors of a parser by name, and their numbers.");
    PyDict codes = new PyDict();
    PyDict messages = new PyDict();
    for (XmlError error : XmlError.values()) {
      PyStr words = PyStr.of(error.words);
      module.dict().put(key("XML_ERROR_" + error.name()), words);
      codes.put((PyObject) words, PyLong.of(error.code()));
      messages.put(PyLong.of(error.code()), words);
    }
    module.dict().put(key("codes"), codes);
    module.dict().put(key("messages"), messages);
    return module;
  }

  private static PyObject model() {
    PyModule module = submodule("model", "The numbers in content models.");
    for (int i = 0; i < MODEL_NAMES.length; i++) {
      module.dict().put(key(MODEL_NAMES[i]), PyLong.of(i + 1));
    }
    for (int i = 0; i < QUANTIFIER_NAMES.length; i++) {
      module.dict().put(key(QUANTIFIER_NAMES[i]), PyLong.of(i));
    }
    return module;
  }

  private static String text(PyObject value, String name) {
    if (value == PyNone.NONE) {
      return null;
    }
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError(
          "ParserCreate() argument '%s' must be str or None, not %s", name, value.type().fullName());
    }
    return text.toString();
  }

  @Function("ParserCreate(encoding=None, namespace_separator=None, intern=NULL)")
  static PyObject parserCreate(PyObject encoding, PyObject separator, PyObject intern) {
    String name = text(encoding, "encoding");
    String mark = text(separator, "namespace_separator");
    if (mark != null && mark.length() > 1) {
      throw Errors.valueError(
          "namespace_separator must be at most one character, omitted, or None");
    }
    PyObject names = intern == null ? new PyDict() : intern;
    if (names != PyNone.NONE && !(names instanceof PyDict)) {
      throw Errors.typeError("intern must be a dictionary");
    }
    Character character = mark == null || mark.isEmpty() ? null : mark.charAt(0);
    return new PyXmlParser(name, character, mark != null, names);
  }

  @Function("ErrorString(code, /)")
  static PyObject errorString(PyObject code) {
    long number = Arguments.toLong(code);
    XmlError[] all = XmlError.values();
    return number < 1 || number > all.length
        ? PyNone.NONE
        : PyStr.of(all[(int) number - 1].words);
  }
}
