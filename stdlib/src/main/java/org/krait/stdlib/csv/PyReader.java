package org.krait.stdlib.csv;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyStr;

/** {@code _csv.reader}: gives a list of fields for each record. */
@BuiltinType(
    name = "reader",
    module = "_csv",
    disallowNew = true,
    parts = {IteratorMethods.class})
public final class PyReader extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyReaderTable());

  private final CsvModule module;
  private final PyObject lines;
  private final PyDialect dialect;
  private long lineNumber;

  /** How many fields the last record had. */
  private int usual;

  PyReader(CsvModule module, PyObject lines, PyDialect dialect) {
    super(TYPE);
    this.module = module;
    this.lines = lines;
    this.dialect = dialect;
  }

  @Getter(value = "dialect", member = true)
  PyObject dialect() {
    return dialect;
  }

  @Getter(value = "line_num", member = true)
  long lineNumber() {
    return lineNumber;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    RecordParser record = new RecordParser(dialect, module.fieldLimit(), usual);
    do {
      PyObject line = Iteration.next(lines);
      if (line == null) {
        if (!record.isInField()) {
          return null;
        }
        if (dialect.strict) {
          throw CsvModule.error("unexpected end of data");
        }
        return record.finish();
      }
      if (!(line instanceof PyStr text)) {
        throw CsvModule.error(
            "iterator should return strings, not %s (the file should be opened in text mode)",
            line.type().fullName());
      }
      lineNumber++;
      record.take(text);
    } while (!record.isComplete());
    usual = record.fields().size();
    return record.fields();
  }
}
