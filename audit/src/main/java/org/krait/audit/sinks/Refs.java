package org.krait.audit.sinks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known about things of other modules, by their dotted names. */
final class Refs {
  /** Modules under other names. */
  private static final Map<String, String> MODULES =
      Map.ofEntries(
          Map.entry("__builtin__", "builtins"),
          Map.entry("__builtins__", "builtins"),
          Map.entry("_pickle", "pickle"),
          Map.entry("cPickle", "pickle"),
          Map.entry("six.moves.cPickle", "pickle"),
          Map.entry("six.moves.builtins", "builtins"),
          Map.entry("posix", "os"),
          Map.entry("nt", "os"),
          Map.entry("_ctypes", "ctypes"),
          Map.entry("_ast", "ast"),
          Map.entry("_io", "io"),
          Map.entry("importlib._bootstrap", "importlib"),
          Map.entry("urllib2", "urllib.request"),
          Map.entry("six.moves.urllib.request", "urllib.request"),
          Map.entry("binascii", "binascii"));

  /** Builtin functions that a name means when nothing binds it. */
  static final Set<String> BUILTINS =
      Set.of(
          "eval", "exec", "compile", "__import__", "getattr", "setattr", "globals", "locals", "vars",
          "input", "raw_input", "open", "type", "object", "chr", "bytes", "bytearray", "str", "len",
          "map", "filter", "list", "tuple", "set", "dict", "sorted", "reversed", "repr", "ascii",
          "format", "execfile", "unicode", "any", "all", "int", "float", "bool", "iter", "next",
          "breakpoint", "isinstance", "hasattr", "delattr", "sum", "min", "max", "zip", "enumerate",
          "range", "abs", "print", "id", "hash", "callable", "super", "dir", "memoryview", "ord");

  /** Beginnings of names whose values, or results, come from somewhere. */
  private static final Map<String, Origin> SOURCES = sources();

  /** Functions whose result is made of their arguments and nothing else. */
  private static final Set<String> PURE =
      Set.of(
          "builtins.str", "builtins.bytes", "builtins.bytearray", "builtins.repr", "builtins.ascii",
          "builtins.format", "builtins.list", "builtins.tuple", "builtins.set", "builtins.dict",
          "builtins.sorted", "builtins.reversed", "builtins.map", "builtins.filter", "builtins.iter",
          "builtins.next", "builtins.chr", "builtins.unicode", "builtins.sum", "builtins.min",
          "builtins.max", "builtins.zip", "builtins.enumerate", "builtins.memoryview",
          "textwrap.dedent", "textwrap.indent", "os.path.join", "os.path.abspath", "os.fspath",
          "io.StringIO", "io.BytesIO", "copy.copy", "copy.deepcopy", "itertools.chain", "re.sub",
          "ast.parse", "ast.fix_missing_locations", "ast.unparse", "builtins.compile", "ast.Expression",
          "ast.Module", "ast.Interactive", "importlib.util.module_from_spec", "string.Template",
          "builtins.eval", "urllib.parse.quote", "urllib.parse.unquote", "shlex.split", "json.loads",
          "builtins.print");

  /** Functions whose result is a number or a truth value, of no use as code. */
  private static final Set<String> PLAIN =
      Set.of(
          "builtins.len", "builtins.int", "builtins.float", "builtins.bool", "builtins.any",
          "builtins.all", "builtins.isinstance", "builtins.hasattr", "builtins.callable", "builtins.id",
          "builtins.hash", "builtins.range", "builtins.abs", "builtins.ord");

  /** Functions that make something readable of constants that were made unreadable. */
  private static final List<String> DECODERS =
      List.of(
          "base64.", "zlib.decompress", "gzip.decompress", "bz2.decompress", "lzma.decompress",
          "binascii.", "codecs.decode", "bytes.fromhex", "builtins.bytes.fromhex", "marshal.loads",
          "cryptography.");

  private Refs() {}

  private static Map<String, Origin> sources() {
    Map<String, Origin> map = new HashMap<>();
    put(map, Origin.INPUT, "builtins.input", "builtins.raw_input", "sys.stdin", "getpass.getpass",
        "fileinput.input", "sys.__stdin__");
    put(map, Origin.ARGUMENTS, "sys.argv", "sys.orig_argv", "argparse.ArgumentParser",
        "optparse.OptionParser", "getopt.getopt");
    put(map, Origin.ENVIRONMENT, "os.environ", "os.environb", "os.getenv", "os.getenvb");
    put(map, Origin.FILE, "builtins.open", "io.open", "io.FileIO", "io.open_code", "codecs.open",
        "tokenize.open", "os.read", "os.popen", "pathlib.Path", "pathlib.PurePath", "pkgutil.get_data",
        "importlib.resources", "linecache", "gzip.open", "bz2.open", "lzma.open", "zipfile.ZipFile",
        "tarfile.open", "mmap.mmap", "configparser", "sqlite3", "subprocess.check_output",
        "subprocess.run", "subprocess.Popen", "subprocess.getoutput", "json.load", "shelve.open",
        "tempfile", "builtins.file", "inspect.getsource");
    put(map, Origin.NETWORK, "urllib.request", "urllib.urlopen", "requests", "httpx", "aiohttp",
        "urllib3", "http.client", "http.server", "socket", "ssl", "socketserver", "ftplib", "poplib",
        "imaplib", "smtplib", "telnetlib", "xmlrpc", "websocket", "websockets", "asyncio.open_connection",
        "flask.request", "multiprocessing.connection", "paramiko", "dns.resolver", "zmq", "redis",
        "pycurl");
    return Map.copyOf(map);
  }

  private static void put(Map<String, Origin> map, Origin origin, String... names) {
    for (String name : names) {
      map.put(name, origin);
    }
  }

  /** The name under which the tables have it. */
  static String canonical(String ref) {
    for (int dot = ref.length(); dot > 0; dot = ref.lastIndexOf('.', dot - 1)) {
      String module = MODULES.get(ref.substring(0, dot));
      if (module != null) {
        return module + ref.substring(dot);
      }
    }
    return ref;
  }

  /** Where what the name means, or what calling it gives, comes from; null when it says nothing. */
  static Origin origin(String ref) {
    for (int dot = ref.length(); dot > 0; dot = ref.lastIndexOf('.', dot - 1)) {
      Origin origin = SOURCES.get(ref.substring(0, dot));
      if (origin != null) {
        return origin;
      }
    }
    return null;
  }

  static boolean isPure(String ref) {
    return PURE.contains(ref);
  }

  static boolean isPlain(String ref) {
    return PLAIN.contains(ref);
  }

  static boolean isDecoder(String ref) {
    return DECODERS.stream().anyMatch(ref::startsWith);
  }
}
