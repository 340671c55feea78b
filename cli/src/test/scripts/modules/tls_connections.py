"""TLS over loopback: who is refused and in which words, names, versions, ends of connections."""
import asyncio
import pathlib
import socket
import ssl
import sys
import threading
import time

here = pathlib.Path(sys.argv[0]).resolve().parent
folder = here / "tls" if (here / "tls").is_dir() else here.parent / "tls"


def file(name):
    return str(folder / name)


def server_context(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file(certificate))
    return context


def serve(context, handle):
    """A server for one connection; its address, its thread and what went wrong."""
    listener = socket.create_server(("127.0.0.1", 0))
    errors = []

    def run():
        with listener:
            connection, _ = listener.accept()
            connection.settimeout(20)
            try:
                with context.wrap_socket(connection, server_side=True) as wrapped:
                    handle(wrapped)
            except OSError as e:
                errors.append(getattr(e, "reason", None) or type(e).__name__)

    thread = threading.Thread(target=run)
    thread.start()
    return listener.getsockname(), thread, errors


def echo(connection):
    connection.sendall(connection.recv(100).upper())


def visit(context, certificate, host, use=None, server=None):
    address, thread, errors = serve(server or server_context(certificate), echo)
    try:
        with socket.create_connection(address, timeout=20) as plain:
            with context.wrap_socket(plain, server_hostname=host) as wrapped:
                wrapped.sendall(b"hello")
                print(" ", host, wrapped.recv(100), wrapped.version(), *(use(wrapped) if use else ()))
    except ssl.SSLCertVerificationError as e:
        print(" ", host, type(e).__name__, e.verify_code, e.verify_message, e.reason, e.library, e.errno)
        print("   ", e)
    except ssl.SSLError as e:
        print(" ", host, type(e).__name__, e.reason)
    thread.join()
    return errors


def trusting(name="ca.pem"):
    return ssl.create_default_context(cafile=file(name))


print("who is let in")
visit(trusting(), "good.pem", "localhost")
visit(trusting(), "good.pem", "127.0.0.1")
visit(trusting(), "other.pem", "other.example")
visit(trusting(), "other.pem", "one.wild.example")
visit(trusting("self_signed.pem"), "self_signed.pem", "localhost")

print("who is not")
visit(trusting(), "good.pem", "example.org")
visit(trusting(), "other.pem", "localhost")
visit(trusting(), "other.pem", "two.one.wild.example")
visit(trusting(), "other.pem", "wild.example")
visit(trusting(), "other.pem", "127.0.0.1")
visit(trusting(), "good.pem", "::1")
visit(trusting(), "expired.pem", "localhost")
visit(trusting(), "early.pem", "localhost")
visit(trusting(), "expired.pem", "example.org")
visit(trusting(), "self_signed.pem", "localhost")
visit(trusting("self_signed.pem"), "good.pem", "localhost")

print("who does not look")
careless = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
careless.check_hostname = False
careless.verify_mode = ssl.CERT_NONE
visit(careless, "expired.pem", "example.org", lambda c: (c.getpeercert(), len(c.getpeercert(True)) > 300))
nameless = trusting()
nameless.check_hostname = False
visit(nameless, "other.pem", "localhost", lambda c: (c.getpeercert()["subjectAltName"],))

print("clients that show themselves")
asking = server_context("good.pem")
asking.verify_mode = ssl.CERT_REQUIRED
asking.load_verify_locations(file("ca.pem"))
known = trusting()
known.load_cert_chain(file("other.pem"))
visit(known, None, "localhost", lambda c: (c.getpeercert()["serialNumber"],), asking)
for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
    unknown = trusting()
    unknown.maximum_version = version
    print(visit(unknown, None, "localhost", None, asking))

print("names, ciphers, versions")
one, two = server_context("good.pem"), server_context("other.pem")
asked = []


def choose(connection, name, context):
    asked.append((name, context is one))
    if name == "other.example":
        connection.context = two


one.sni_callback = choose
visit(trusting(), None, "localhost", None, one)
visit(trusting(), None, "other.example", None, one)
visit(trusting(), None, "127.0.0.1", None, one)
print(asked)
old = trusting()
old.maximum_version = ssl.TLSVersion.TLSv1_2
old.set_ciphers("ECDHE+AESGCM")
old.set_alpn_protocols(["h2", "http/1.1"])
plain = server_context("good.pem")
plain.set_alpn_protocols(["http/1.1"])
visit(old, None, "localhost", lambda c: (c.cipher(), c.selected_alpn_protocol(), c.session_reused), plain)
new = server_context("good.pem")
new.minimum_version = ssl.TLSVersion.TLSv1_3
print(visit(old, None, "localhost", None, new))

print("plain text on both sides of TLS")


def start_tls(connection):
    print("  server", connection.recv(10))
    connection.sendall(b"bye")
    rest = connection.unwrap()
    rest.sendall(b"plain again")
    print("  server", rest.recv(20))
    rest.close()


address, thread, errors = serve(server_context("good.pem"), start_tls)
with socket.create_connection(address, timeout=20) as bare:
    wrapped = trusting().wrap_socket(bare, server_hostname="localhost")
    wrapped.sendall(b"hi")
    print("  client", wrapped.recv(10))
    bare = wrapped.unwrap()
    print("  client", bare.recv(20), type(bare).__name__)
    bare.sendall(b"so it is")
    bare.close()
thread.join()
print(errors)

print("no answer that waits for the kernel's acknowledgement, which takes 40 ms")


def exchange():
    address, thread, errors = serve(server_context("good.pem"), echo)
    with socket.create_connection(address, timeout=20) as plain:
        with trusting().wrap_socket(plain, server_hostname="localhost") as wrapped:
            start = time.perf_counter()
            wrapped.sendall(b"hello")
            wrapped.recv(100)
            end = time.perf_counter()
    thread.join()
    return end - start


print(" ", min(exchange() for _ in range(12)) < 0.035)

print("not TLS at all")
for request in (b"GET / HTTP/1.0\r\n\r\n", b"\x16\x05\x01\x00\x05hello"):
    address, thread, errors = serve(server_context("good.pem"), echo)
    with socket.create_connection(address, timeout=20) as bare:
        bare.sendall(request)
        thread.join()
    print(" ", errors)

print("much, both ways, from coroutines")


async def main():
    async def handle(reader, writer):
        data = await reader.readexactly(1_000_000)
        writer.write(data[::-1])
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=server_context("good.pem"))
    async with server:
        port = server.sockets[0].getsockname()[1]
        data = bytes(i * i % 251 for i in range(1_000_000))

        async def client():
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", port, ssl=trusting(), server_hostname="localhost")
            writer.write(data)
            answer = await reader.read()
            writer.close()
            await writer.wait_closed()
            return answer == data[::-1]

        print(" ", await asyncio.gather(client(), client()))
        try:
            await asyncio.open_connection("127.0.0.1", port, ssl=trusting(), server_hostname="other.example")
        except ssl.SSLCertVerificationError as e:
            print(" ", e.verify_message)


asyncio.run(main())
