package org.krait.stdlib.sys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Options;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;

/** The attributes of {@code sys} that describe the interpreter. */
final class SysInformation {
  /** In the form that {@code platform} takes apart: version, build and compiler. */
  private static final String VERSION =
      "3.12.1 (Krait 0.1.0) [JDK " + Runtime.version().feature() + "]";

  private static final StructSequenceType FLAGS =
      StructSequenceType.ofClosed(
          "sys.flags", 18,
          "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
          "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet",
          "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
          "safe_path", "int_max_str_digits");

  private static final StructSequenceType VERSION_INFO =
      StructSequenceType.ofClosed(
          "sys.version_info", 5, "major", "minor", "micro", "releaselevel", "serial");

  private static final StructSequenceType FLOAT_INFO =
      StructSequenceType.of(
          "sys.float_info", 11,
          "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
          "epsilon", "radix", "rounds");

  private static final StructSequenceType INT_INFO =
      StructSequenceType.of(
          "sys.int_info", 4,
          "bits_per_digit", "sizeof_digit", "default_max_str_digits",
          "str_digits_check_threshold");

  private static final StructSequenceType HASH_INFO =
      StructSequenceType.of(
          "sys.hash_info", 9,
          "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits",
          "cutoff");

  private static final StructSequenceType THREAD_INFO =
      StructSequenceType.of("sys.thread_info", 3, "name", "lock", "version");

  /** In one text: an array of so many takes a start longer to fill than the set that is made of it. */
  private static final String STDLIB_NAMES =
      """
      __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk
      _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle
      _compression _contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal
      _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io
      _json _locale _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator
      _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydatetime _pydecimal _pyio
      _pylong _queue _random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl
      _stat _statistics _string _strptime _struct _symtable _thread _threading_local _tkinter _tokenize
      _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc antigravity
      argparse array ast asyncio atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar
      cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
      contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib
      dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch
      fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib
      heapq hmac html http idlelib imaplib imghdr importlib inspect io ipaddress itertools json keyword
      lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder
      msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator
      optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix
      posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri
      random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex
      shutil signal site smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants
      sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig
      syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token
      tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest
      urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc
      zipapp zipfile zipimport zlib zoneinfo
      """;

  private SysInformation() {}

  static void addTo(PyDict sys, Options options) {
    PyObject version =
        VERSION_INFO.make(
            PyLong.of(3), PyLong.of(12), PyLong.of(1), PyStr.of("final"), PyLong.ZERO);
    put(sys, "version", PyStr.of(VERSION));
    put(sys, "version_info", version);
    put(sys, "hexversion", PyLong.of(0x030c01f0));
    put(sys, "implementation", implementation(version));
    put(sys, "flags", flags(options));
    put(sys, "float_info", floatInfo());
    put(
        sys,
        "int_info",
        INT_INFO.make(PyLong.of(30), PyLong.of(4), PyLong.of(4300), PyLong.of(640)));
    put(sys, "hash_info", hashInfo());
    put(
        sys,
        "thread_info",
        THREAD_INFO.make(PyStr.of("pthread"), PyStr.of("semaphore"), PyNone.NONE));
    put(sys, "builtin_module_names", builtinNames());
    put(sys, "stdlib_module_names", stdlibNames());
    addPlaces(sys, options);
  }

  private static void addPlaces(PyDict sys, Options options) {
    String home = options.home == null ? "" : options.home.toString();
    for (String name : new String[] {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"}) {
      put(sys, name, PyStr.of(home));
    }
    put(sys, "_home", PyNone.NONE);
    put(sys, "_stdlib_dir", options.home == null ? PyNone.NONE : PyStr.of(options.library().toString()));
    put(sys, "executable", PyStr.of(options.executable));
    put(sys, "_base_executable", PyStr.of(options.baseExecutable));
    put(sys, "argv", strings(options.argv));
    put(sys, "orig_argv", strings(options.originalArgv));
    put(sys, "path", path(options));
    put(sys, "path_importer_cache", importers(options));
    put(sys, "warnoptions", strings(options.warnings));
    put(sys, "_xoptions", extraOptions(options));
    put(sys, "platlibdir", PyStr.of(options.platlibdir));
    put(sys, "dont_write_bytecode", PyBool.of(options.dontWriteBytecode));
    put(
        sys,
        "pycache_prefix",
        options.pycachePrefix == null ? PyNone.NONE : PyStr.of(options.pycachePrefix));
  }

  private static PyObject path(Options options) {
    PyList path = strings(options.extraPath);
    if (options.home != null) {
      path.append(PyStr.of(archive(options).toString()));
      path.append(PyStr.of(options.library().toString()));
    }
    return path;
  }

  /** Where a library in one file would lie. */
  private static Path archive(Options options) {
    return options.library().resolveSibling("python312.zip");
  }

  /** That there is no such file is known at once, so that nobody need load what reads it. */
  private static PyObject importers(Options options) {
    PyDict known = new PyDict();
    if (options.home != null && !Files.exists(archive(options))) {
      known.put(PyStr.of(archive(options).toString()), PyNone.NONE);
    }
    return known;
  }

  private static PyList strings(List<String> texts) {
    PyList list = new PyList();
    for (String text : texts) {
      list.append(PyStr.of(text));
    }
    return list;
  }

  private static PyObject extraOptions(Options options) {
    PyDict dict = new PyDict();
    for (Map.Entry<String, String> entry : options.extra.entrySet()) {
      dict.put(
          PyStr.of(entry.getKey()),
          entry.getValue() == null ? PyBool.TRUE : PyStr.of(entry.getValue()));
    }
    return dict;
  }

  private static PyObject implementation(PyObject version) {
    PyStr[] names = {
      PyStr.interned("name"), PyStr.interned("cache_tag"), PyStr.interned("version"),
      PyStr.interned("hexversion"), PyStr.interned("_multiarch")
    };
    return PySimpleNamespace.TYPE.call(
        new PyObject[] {
          PyStr.of("krait"), PyStr.of("cpython-312"), version, PyLong.of(0x030c01f0),
          PyStr.of("x86_64-linux-gnu")
        },
        names);
  }

  private static PyObject flags(Options o) {
    int digits = o.intMaxStrDigits < 0 ? 4300 : o.intMaxStrDigits;
    return FLAGS.make(
        PyLong.of(o.debug), PyLong.of(o.inspect), PyLong.of(o.interactive), PyLong.of(o.optimize),
        bit(o.dontWriteBytecode), bit(o.noUserSite), bit(o.noSite), bit(o.ignoreEnvironment),
        PyLong.of(o.verbose), PyLong.of(o.bytesWarning), PyLong.of(o.quiet), bit(o.hashRandomization),
        bit(o.isolated), PyBool.of(o.devMode), bit(o.utf8Mode), bit(o.warnDefaultEncoding),
        PyBool.of(o.safePath), PyLong.of(digits));
  }

  private static PyObject bit(boolean flag) {
    return PyLong.of(flag ? 1 : 0);
  }

  private static PyObject floatInfo() {
    return FLOAT_INFO.make(
        new PyFloat(Double.MAX_VALUE), PyLong.of(1024), PyLong.of(308),
        new PyFloat(Double.MIN_NORMAL), PyLong.of(-1021), PyLong.of(-307), PyLong.of(15),
        PyLong.of(53), new PyFloat(Math.ulp(1.0)), PyLong.of(2), PyLong.ONE);
  }

  private static PyObject hashInfo() {
    return HASH_INFO.make(
        PyLong.of(64), PyLong.of((1L << 61) - 1), PyLong.of(314159), PyLong.ZERO,
        PyLong.of(1000003), PyStr.of("siphash13"), PyLong.of(64), PyLong.of(128), PyLong.ZERO);
  }

  private static PyObject builtinNames() {
    List<String> all = ThreadState.current().interpreter.builtinNames();
    PyObject[] names = new PyObject[all.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = PyStr.internedUnits(all.get(i));
    }
    return PyTuple.of(names);
  }

  private static PyObject stdlibNames() {
    byte[] text = STDLIB_NAMES.getBytes(StandardCharsets.ISO_8859_1);
    PySetStorage names = new PySetStorage();
    int start = 0;
    for (int at = 0; at < text.length; at++) {
      if (text[at] <= ' ') {
        names.add(PyStr.ofLatin1(text, start, at));
        start = at + 1;
      }
    }
    return new PyFrozenSet(names);
  }

  private static void put(PyDict sys, String name, PyObject value) {
    sys.put(PyStr.interned(name), value);
  }
}
