package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** {@code sqlite3.Connection}: an open database. */
@BuiltinType(
    name = "Connection",
    module = "sqlite3",
    heapType = true,
    parts = {
      ConnectionMethods.class,
      ConnectionTransactions.class,
      ConnectionFunctions.class,
      ConnectionAttributes.class,
      ConnectionSettings.class
    },
    basicSize = 224,
    doc = "SQLite database connection object.")
final class PyConnection extends PyInstance implements Finalizers.Watched {
  static final PyType TYPE = PyType.builtin(new PyConnectionTable());

  /** Transactions as the module has always made them. */
  static final int LEGACY = -1;

  static final int DISABLED = 0;
  static final int ENABLED = 1;

  private static final Sqlite OPEN = new Sqlite("open_v2");
  private static final Sqlite CLOSE = new Sqlite("close_v2");
  private static final Sqlite BUSY_TIMEOUT = new Sqlite("busy_timeout");
  private static final Sqlite GET_AUTOCOMMIT = new Sqlite("get_autocommit");
  private static final int READ_WRITE_CREATE = 6;
  private static final int URI = 0x40;
  private static final String[] LEVELS = {"", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"};

  final SqliteState state;

  private long database;
  private boolean initialized;
  private boolean checksThread;
  private long thread;
  int detectTypes;

  /** {@code BEGIN …}, or null when the program does that itself. */
  String isolationLevel;

  int autocommit = LEGACY;
  PyObject rowFactory = PyNone.NONE;
  PyObject textFactory = PyStr.TYPE;
  private int cacheSize;

  /** Numbers of the callbacks that SQLite keeps, by what they are for. */
  final Map<String, Long> hooks = new LinkedHashMap<>();

  private final Map<PyStr, PyStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

  /** A statement beside those that are kept by their text; closed when it is dropped. */
  private static final class Other extends WeakReference<PyStatement> {
    private final PyStatement.Handle handle;

    Other(PyStatement statement) {
      super(statement);
      handle = statement.handle;
    }
  }

  /** A cursor whose statement has rows: when it is dropped they are given up. */
  static final class Use extends WeakReference<PyCursor> {
    private final PyStatement statement;
    private final List<Use> all;

    Use(PyCursor cursor, List<Use> all) {
      super(cursor);
      statement = cursor.statement;
      this.all = all;
    }

    void end() {
      all.remove(this);
    }
  }

  private static final int PATIENCE = 100;

  private final List<Other> others = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();

  /** Statements of a database that was open before, whose rows cursors still ask for. */
  private final List<PyStatement.Handle> former = new ArrayList<>();

  private final List<WeakReference<PyBlob>> blobs = new ArrayList<>();
  private Object watch;
  private int place;

  private PyConnection(PyType cls) {
    super(cls);
    state = SqliteState.current();
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyConnection(cls);
  }

  @Method(
      "__init__(self, /, database, timeout=5.0, detect_types=0, isolation_level='',"
          + " check_same_thread=True, factory=NULL, cached_statements=128, uri=False, *,"
          + " autocommit=-1)")
  void init(
      PyObject path,
      double timeout,
      int detect,
      PyObject isolation,
      boolean checkSameThread,
      PyObject factory,
      int cachedStatements,
      boolean uri,
      PyObject commit) {
    AuditHooks.audit("sqlite3.connect", path);
    byte[] file = pathBytes(path);
    String level = level(isolation);
    int mode = autocommit(commit);
    if (initialized) {
      close(true);
    }
    initialized = false;
    database = open(file, uri, timeout);
    detectTypes = detect;
    isolationLevel = level;
    checksThread = checkSameThread;
    thread = ThreadState.current().ident();
    cacheSize = cachedStatements;
    autocommit = mode;
    rowFactory = PyNone.NONE;
    textFactory = PyStr.TYPE;
    initialized = true;
    if (type() == TYPE) {
      Finalizers.watchLater(ThreadState.current(), this);
    }
    AuditHooks.audit("sqlite3.connect/handle", this);
    if (autocommit == DISABLED) {
      PyStatement.run(this, "BEGIN");
    }
  }

  private static byte[] pathBytes(PyObject path) {
    PyObject plain = Objects.fsPath(path);
    byte[] bytes =
        plain instanceof PyStr text ? Utf8.encode(text, "surrogateescape") : Buffers.copy(plain);
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError("embedded null byte");
      }
    }
    return bytes;
  }

  /** The canonical isolation level; null for None. */
  static String level(PyObject value) {
    if (value == null || value == PyNone.NONE) {
      return null;
    }
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("isolation_level must be str or None");
    }
    if (text.toString().indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    for (String level : LEVELS) {
      if (level.equalsIgnoreCase(text.toString())) {
        return level;
      }
    }
    throw Errors.valueError(
        "isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
  }

  static int autocommit(PyObject value) {
    if (value == PyBool.TRUE) {
      return ENABLED;
    }
    if (value == PyBool.FALSE) {
      return DISABLED;
    }
    if (value instanceof PyInt number && number.fitsLong() && number.longValue() == LEGACY) {
      return LEGACY;
    }
    throw Errors.valueError(
        "autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL");
  }

  private long open(byte[] file, boolean uri, double timeout) {
    try (Arena arena = Arena.ofConfined()) {
      long name = Native.string(arena, file).address();
      long pointer = arena.allocate(8, 8).address();
      int code = OPEN.callInt(name, pointer, READ_WRITE_CREATE | (uri ? URI : 0), 0);
      long opened = Native.at(pointer, 8).get(Native.LONG, 0);
      if (opened == 0) {
        throw Errors.of(org.krait.runtime.types.PyExceptions.MemoryError);
      }
      if (code != Sqlite.OK) {
        PyException e = SqliteErrors.failed(state, opened);
        CLOSE.call(opened);
        throw e;
      }
      BUSY_TIMEOUT.call(opened, (int) (timeout * 1000));
      return opened;
    }
  }

  // ---- whether it may be used

  void check() {
    checkThread();
    checkOpen();
  }

  void checkThread() {
    if (initialized && checksThread && thread != ThreadState.current().ident()) {
      throw SqliteErrors.programming(
          "SQLite objects created in a thread can only be used in that same thread. The object was"
              + " created in thread id %d and this is thread id %d.",
          thread, ThreadState.current().ident());
    }
  }

  void checkOpen() {
    if (!initialized) {
      throw SqliteErrors.programming("Base Connection.__init__ not called.");
    }
    if (database == 0) {
      throw SqliteErrors.programming("Cannot operate on a closed database.");
    }
  }

  boolean isInitialized() {
    return initialized;
  }

  boolean isOpen() {
    return database != 0;
  }

  long database() {
    return database;
  }

  PyException failed() {
    checkOpen();
    return SqliteErrors.failed(state, database);
  }

  boolean isInTransaction() {
    return GET_AUTOCOMMIT.callInt(database) == 0;
  }

  // ---- what belongs to it

  /** The statement of a text, from the latest ones or prepared. */
  PyStatement statement(PyStr sql) {
    PyStr key = sql.getClass() == PyStr.class ? sql : PyStr.of(sql.toString());
    PyStatement known = statements.get(key);
    if (known != null) {
      return known;
    }
    PyStatement made = PyStatement.prepare(this, sql);
    if (cacheSize > 0) {
      statements.put(key, made);
      if (statements.size() > cacheSize) {
        Iterator<PyStatement> oldest = statements.values().iterator();
        own(oldest.next());
        oldest.remove();
      }
    } else {
      own(made);
    }
    return made;
  }

  /** A statement beside those that are kept by their text, closed with the connection. */
  PyStatement own(PyStatement statement) {
    others.removeIf(
        one -> {
          if (one.get() == null) {
            one.handle.close();
            return true;
          }
          return false;
        });
    others.add(new Other(statement));
    return statement;
  }

  /** Notes that a cursor's statement has rows. */
  void uses(PyCursor cursor) {
    if (cursor.use == null) {
      cursor.use = new Use(cursor, uses);
      uses.add(cursor.use);
    }
  }

  /**
   * Gives up the rows of cursors that were dropped, which lock their tables until the collector has
   * been; true when there were any.
   */
  boolean freeDropped() {
    if (uses.isEmpty()) {
      return false;
    }
    System.gc();
    boolean found = false;
    for (int wait = 0; wait < PATIENCE && !found; wait++) {
      for (Use use : List.copyOf(uses)) {
        if (use.refersTo(null)) {
          use.statement.reset();
          use.end();
          found = true;
        }
      }
      Thread.onSpinWait();
    }
    return found;
  }

  void own(PyBlob blob) {
    blobs.removeIf(one -> one.get() == null);
    blobs.add(new WeakReference<>(blob));
  }

  void close() {
    close(false);
  }

  /** Closes the database; statements with rows may stay open for the cursors that ask for them. */
  private void close(boolean keepsRows) {
    for (WeakReference<PyBlob> blob : blobs) {
      PyBlob open = blob.get();
      if (open != null) {
        open.closeQuietly();
      }
    }
    blobs.clear();
    for (PyStatement statement : statements.values()) {
      close(statement, statement.handle, keepsRows);
    }
    statements.clear();
    for (Other one : others) {
      close(one.get(), one.handle, keepsRows);
    }
    others.clear();
    if (!keepsRows) {
      former.forEach(PyStatement.Handle::close);
      former.clear();
    }
    long open = database;
    database = 0;
    if (open != 0) {
      CLOSE.call(open);
    }
    hooks.values().forEach(Callbacks::release);
    hooks.clear();
    if (place != 0 || watch != null) {
      Finalizers.forget(ThreadState.current(), this);
    }
  }

  private void close(PyStatement statement, PyStatement.Handle handle, boolean keepsRows) {
    if (keepsRows && statement != null && statement.isBusy()) {
      former.add(handle);
    } else {
      handle.close();
    }
  }

  // ---- when it is dropped

  @Override
  public Object watch() {
    return watch;
  }

  @Override
  public void setWatch(Object teller) {
    watch = teller;
  }

  @Override
  public int place() {
    return place;
  }

  @Override
  public void setPlace(int place) {
    this.place = place;
  }

  @Override
  public boolean isDone() {
    return database == 0;
  }

  @Override
  public void drop() {
    if (database != 0) {
      close();
    }
  }

  @Method(value = "__del__(self, /)", textSignature = false)
  void del() {
    drop();
  }
}
