"""Tasks of an operating system: priorities, queues of messages, state machines as objects."""

KIND = "pure"
SIZE = 6


class Message:
    __slots__ = ("sender", "kind", "payload")

    def __init__(self, sender, kind, payload):
        self.sender = sender
        self.kind = kind
        self.payload = payload


class Task:
    def __init__(self, system, name, priority):
        self.system = system
        self.name = name
        self.priority = priority
        self.inbox = []
        self.blocked = False
        self.steps = 0
        system.add(self)

    def ready(self):
        return not self.blocked and bool(self.inbox)

    def receive(self, message):
        self.inbox.append(message)

    def step(self):
        self.steps += 1
        self.handle(self.inbox.pop(0))

    def handle(self, message):
        raise NotImplementedError


class Producer(Task):
    def __init__(self, system, name, priority, target, count):
        Task.__init__(self, system, name, priority)
        self.target = target
        self.left = count
        self.receive(Message(name, "tick", 0))

    def handle(self, message):
        if self.left:
            self.left -= 1
            self.system.send(self.target, Message(self.name, "work", self.left))
            self.receive(Message(self.name, "tick", 0))


class Worker(Task):
    def __init__(self, system, name, priority, target):
        super().__init__(system, name, priority)
        self.target = target
        self.total = 0

    def handle(self, message):
        value = message.payload
        for digit in range(4):
            value = (value * 31 + digit) & 0xFFFF
        self.total += value
        self.system.send(self.target, Message(self.name, "done", value))


class Device(Task):
    def __init__(self, system, name, priority):
        super().__init__(system, name, priority)
        self.served = 0

    def handle(self, message):
        self.served += 1
        self.system.interrupts += message.payload & 1


class System:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.interrupts = 0

    def add(self, task):
        self.tasks[task.name] = task
        self.order.append(task)
        self.order.sort(key=lambda each: -each.priority)

    def send(self, name, message):
        self.tasks[name].receive(message)

    def run(self):
        while True:
            for task in self.order:
                if task.ready():
                    task.step()
                    break
            else:
                return


def run(n):
    for _ in range(n):
        system = System()
        Device(system, "disk", 5)
        Device(system, "net", 4)
        Worker(system, "parse", 3, "disk")
        Worker(system, "render", 2, "net")
        Producer(system, "user", 1, "parse", 1000)
        Producer(system, "timer", 0, "render", 1000)
        system.run()
        served = system.tasks["disk"].served + system.tasks["net"].served
        assert served == 2000, served
        assert system.tasks["user"].steps == 1001
        assert system.tasks["parse"].total == system.tasks["render"].total
