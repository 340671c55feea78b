"""A dropped socket is closed while everybody waits, so that whoever waits for its end goes on."""
import socket
import threading


listener = socket.create_server(("127.0.0.1", 0))
seen = []


def serve():
    with listener:
        connection, _ = listener.accept()
        with connection:
            connection.settimeout(30)
            while data := connection.recv(100):
                seen.append(data)
            seen.append("end")


thread = threading.Thread(target=serve)
thread.start()


class Holder:
    pass


def hold_and_forget():
    holder = Holder()
    holder.connection = socket.create_connection(listener.getsockname())
    holder.connection.sendall(b"hello")
    holder.file = holder.connection.makefile("rb")
    holder.connection.close()


hold_and_forget()
thread.join()
print(seen)
