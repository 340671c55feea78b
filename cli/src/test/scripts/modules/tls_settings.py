"""Settings of contexts, certificates as dicts, keys of all forms, and the errors of each."""
import pathlib
import ssl
import sys
import warnings
import _ssl

here = pathlib.Path(sys.argv[0]).resolve().parent
folder = here / "tls" if (here / "tls").is_dir() else here.parent / "tls"


def file(name):
    return str(folder / name)


def attempt(what, call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as e:
        words = str(e).replace(str(folder), "FOLDER")
        print(what, type(e).__name__, getattr(e, "errno", ""), words, getattr(e, "reason", ""))
    else:
        print(what, result)


warnings.simplefilter("ignore")
client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
print(ssl.OPENSSL_VERSION_INFO >= (1, 1, 1), ssl.OPENSSL_VERSION.startswith("OpenSSL 3"))
print(client.options, client.verify_flags, client.verify_mode, client.check_hostname, client.minimum_version)
print(server.options, server.verify_flags, server.verify_mode, server.check_hostname, server.num_tickets)

for name in ("verify_mode", "options", "num_tickets", "minimum_version", "sni_callback", "verify_flags"):
    for value in (-1, 42, None, "a", 2**70):
        attempt(f"{name} {value!r}", setattr, server, name, value)
attempt("no check, no name", setattr, client, "verify_mode", ssl.CERT_NONE)

for ciphers in ("DEFAULT", "ECDHE+AESGCM:!aNULL", "AES128:AES256:@STRENGTH", "kEDH", "nothing", "ECDHE:-AES128:+CHACHA20"):
    attempt(ciphers, lambda: (client.set_ciphers(ciphers), [
        c["name"] for c in client.get_ciphers() if "CCM" not in c["name"] and "ARIA" not in c["name"]
        and "CAMELLIA" not in c["name"] and "PSK" not in c["name"] and "SRP" not in c["name"]
        and "NULL" not in c["name"] and not c["name"].startswith(("AES", "AECDH", "ADH", "DH-"))][:12])[1])
print(client.get_ciphers()[3])

for name, key, password in (
    ("good.pem", None, None), ("encrypted.pem", None, "secret"), ("encrypted.pem", None, b"secret"),
    ("encrypted.pem", None, lambda: "secret"), ("encrypted.pem", None, "wrong"),
    ("encrypted.pem", None, lambda: 3), ("encrypted.pem", None, 3), ("encrypted.pem", None, "x" * 2000),
    ("good.pem", "traditional.key", None), ("good.pem", "traditional_encrypted.key", "secret"),
    ("other.pem", "traditional.key", None), ("ca.pem", None, None), ("traditional.key", None, None),
    ("missing.pem", None, None),
):
    attempt(f"{name} {key}", server.load_cert_chain, file(name), key and file(key), password)

store = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
for arguments in ({}, {"cafile": file("ca.pem")}, {"cafile": file("ca.pem")}, {"cafile": file("good.pem")},
                  {"cafile": file("traditional.key")}, {"cafile": file("missing")}, {"cafile": 3},
                  {"cadata": ""}, {"cadata": "text"}, {"cadata": b"bytes"}, {"capath": "/nowhere"}):
    attempt(list(arguments), store.load_verify_locations, **arguments)
    print(store.cert_store_stats())
print([c["subject"] for c in store.get_ca_certs()])

print(_ssl._test_decode_cert(file("good.pem"))["subjectAltName"])
print(sorted(_ssl._test_decode_cert(file("expired.pem"))))
print(_ssl._test_decode_cert(file("expired.pem"))["notAfter"])
print(ssl._ASN1Object("1.3.6.1.5.5.7.3.1"), ssl._ASN1Object.fromname("commonName"))
attempt("name", ssl._ASN1Object, "serverAuth")
attempt("number", ssl._ASN1Object.fromnid, 100000)

for host in ("", ".example.org", "a\0b", None):
    attempt(repr(host), lambda: type(client.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname=host)).__name__)
attempt("client's", server.wrap_bio, ssl.MemoryBIO(), ssl.MemoryBIO())
attempt("server's", client.wrap_bio, ssl.MemoryBIO(), ssl.MemoryBIO(), True)

incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
connection = client.wrap_bio(incoming, outgoing, server_hostname="localhost")
attempt("certificate", connection.getpeercert)
attempt("handshake", connection.do_handshake)
print(outgoing.pending > 100, connection.version(), connection.cipher())
incoming.write_eof()
attempt("handshake", connection.do_handshake)
attempt("write", incoming.write, b"more")
print(incoming.eof, incoming.read(), repr(ssl.SSLError(1, "words")), ssl.SSLError(1, "words"), ssl.SSLError("alone"))
