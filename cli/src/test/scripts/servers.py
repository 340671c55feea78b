"""Servers as a user would judge them: servers.py REQUESTS CONNECTIONS [figures]

A threading HTTP server answers REQUESTS requests over 32 connections, and an asyncio server holds
CONNECTIONS connections at a time, without an error and without descriptors or memory growing.
Prints a line for each, and figures if asked to.
"""
import asyncio
import gc
import http.client
import http.server
import os
import queue
import resource
import sys
import threading
import time


FIGURES = "figures" in sys.argv


def descriptors():
    return len(os.listdir("/proc/self/fd"))


def resident():
    """Memory that is in use, in MB."""
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() >> 20


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = self.path.encode() * 20
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def visit(port, numbers, errors):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while True:
        try:
            number = numbers.get_nowait()
        except queue.Empty:
            break
        try:
            connection.request("GET", f"/{number}")
            response = connection.getresponse()
            if response.status != 200 or response.read() != b"/%d" % number * 20:
                errors.append(number)
            if number % 50 == 0:
                connection.close()
        except Exception as e:
            errors.append(e)
            connection.close()
    connection.close()


def round_of_requests(port, count):
    numbers = queue.SimpleQueue()
    for number in range(count):
        numbers.put(number)
    errors = []
    threads = [threading.Thread(target=visit, args=(port, numbers, errors)) for _ in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def settled(count):
    """Descriptors, once those that are being closed are."""
    for _ in range(100):
        if descriptors() <= count:
            break
        time.sleep(0.05)
    return descriptors()


def http_server(requests):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        port = server.server_port
        errors = round_of_requests(port, max(200, requests // 10))
        before = descriptors(), resident()
        start = time.perf_counter()
        errors += round_of_requests(port, requests)
        seconds = time.perf_counter() - start
        after = settled(before[0]), resident()
        server.shutdown()
        thread.join()
    if FIGURES:
        print(before, after, f"{requests / seconds:.0f} a second")
    grown = after[0] > before[0] + 8 or after[1] > before[1] + 100
    print("http", requests, "errors:", errors[:3], "grown" if grown else "level")


async def echoes(connections):
    busy = most = 0

    async def handle(reader, writer):
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        try:
            while line := await reader.readline():
                writer.write(line.upper())
                await writer.drain()
        finally:
            busy -= 1
            writer.close()

    async def client(port, number, all_here):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for turn in range(3):
            writer.write(b"line %d\n" % (number + turn))
            if await reader.readline() != b"LINE %d\n" % (number + turn):
                return False
            if turn == 0:
                await all_here.wait()
        writer.close()
        await writer.wait_closed()
        return True

    async def one_round(port):
        all_here = asyncio.Barrier(connections)
        return await asyncio.gather(*(client(port, i, all_here) for i in range(connections)))

    server = await asyncio.start_server(handle, "127.0.0.1", 0, backlog=connections)
    async with server:
        port = server.sockets[0].getsockname()[1]
        good = all(await one_round(port))
        while busy:
            await asyncio.sleep(0.01)
        before = descriptors(), resident()
        start = time.perf_counter()
        good &= all(await one_round(port))
        seconds = time.perf_counter() - start
        while busy:
            await asyncio.sleep(0.01)
        after = settled(before[0]), resident()
    if FIGURES:
        print(before, after, f"{seconds:.2f} s")
    grown = after[0] > before[0] + 8 or after[1] > before[1] + 100
    print("echo", most, "good:", good, "grown" if grown else "level")


if __name__ == "__main__":
    requests, connections = map(int, sys.argv[1:3])
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * connections + 200
    if limit[0] < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, limit[1]), limit[1]))
    http_server(requests)
    asyncio.run(echoes(connections))
