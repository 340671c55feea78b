# packages: python3-twisted python3-zope.interface python3-constantly python3-incremental python3-hyperlink python3-automat python3-attr python3-idna python3-typing-extensions python3-pkg-resources python3-six
"""Twisted: deferreds, protocols, web pages, threads, timers."""
import warnings

warnings.simplefilter("ignore")
from twisted.internet import defer, endpoints, error, protocol, reactor, task, threads
from twisted.protocols import basic
from twisted.web import resource, server
from twisted.web.client import Agent, readBody
from zope.interface import Interface, implementer, verify


class Echo(basic.LineReceiver):
    def connectionMade(self):
        self.sendLine(b"welcome")

    def lineReceived(self, line):
        self.sendLine(line[::-1])
        if line == b"quit":
            self.transport.loseConnection()


class Asker(basic.LineReceiver):
    def __init__(self):
        self.lines, self.done = [], defer.Deferred()

    def lineReceived(self, line):
        self.lines.append(line)
        if len(self.lines) == 1:
            self.sendLine(b"abc")
            self.sendLine(b"quit")

    def connectionLost(self, reason):
        self.done.callback((self.lines, reason.check(error.ConnectionDone) is not None))


class Page(resource.Resource):
    isLeaf = True

    def render_GET(self, request):
        request.setHeader(b"content-type", b"text/plain")
        if request.path == b"/late":
            reactor.callLater(0.05, lambda: (request.write(b"late"), request.finish()))
            return server.NOT_DONE_YET
        if request.path == b"/bad":
            request.setResponseCode(500)
        return request.path + b" " + b",".join(request.args.get(b"a", []))


class IThing(Interface):
    def get(key):
        """Gets."""


@implementer(IThing)
class Thing:
    def get(self, key):
        return key


async def main():
    print(verify.verifyObject(IThing, Thing()), IThing.providedBy(Thing()), IThing.implementedBy(int))
    d = defer.Deferred()
    d.addCallback(lambda x: x + 1).addCallback(lambda x: 1 / 0).addErrback(lambda f: f.trap(ZeroDivisionError).__name__).addBoth(print)
    d.callback(1)
    print(await defer.gatherResults([defer.succeed(1), task.deferLater(reactor, 0.01, lambda: 2)]), await defer.DeferredList([defer.fail(ValueError("x")), defer.succeed(3)], consumeErrors=True) and "list")
    port = await endpoints.serverFromString(reactor, "tcp:0:interface=127.0.0.1").listen(protocol.Factory.forProtocol(Echo))
    asker = Asker()
    await endpoints.connectProtocol(endpoints.clientFromString(reactor, f"tcp:127.0.0.1:{port.getHost().port}"), asker)
    print(await asker.done)
    await port.stopListening()
    web = reactor.listenTCP(0, server.Site(Page()), interface="127.0.0.1")
    agent = Agent(reactor)
    for path in (b"/x?a=1&a=2", b"/late", b"/bad"):
        answer = await agent.request(b"GET", b"http://127.0.0.1:%d%s" % (web.getHost().port, path))
        print(answer.code, await readBody(answer), answer.headers.getRawHeaders(b"content-type"))
    await web.stopListening()
    print(await threads.deferToThread(lambda: sum(range(100))))
    ticks = []
    loop = task.LoopingCall(lambda: ticks.append(1) or len(ticks) < 3 or loop.stop())
    await loop.start(0.01)
    print(len(ticks))
    clock = task.Clock()
    seen = []
    clock.callLater(5, seen.append, "five")
    clock.callLater(1, seen.append, "one")
    clock.pump([1, 1, 4])
    print(seen, clock.seconds())
    try:
        await agent.request(b"GET", b"http://127.0.0.1:1/")
    except Exception as e:
        print(type(e).__name__)
    cancelled = task.deferLater(reactor, 100)
    cancelled.cancel()
    try:
        await cancelled
    except defer.CancelledError as e:
        print(type(e).__name__)


task.react(lambda reactor: defer.ensureDeferred(main()))
