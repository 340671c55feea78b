"""One-way constraints between variables, planned by strength and executed: many small virtual calls."""

KIND = "pure"
SIZE = 90

REQUIRED, STRONG, MEDIUM, WEAK = range(4)


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined = None
        self.mark = 0
        self.strength = WEAK


class Constraint:
    def __init__(self, strength):
        self.strength = strength
        for variable in self.variables():
            variable.constraints.append(self)

    def variables(self):
        raise NotImplementedError

    def inputs(self):
        target = self.output()
        return [each for each in self.variables() if each is not target]

    def output(self):
        raise NotImplementedError

    def execute(self):
        raise NotImplementedError

    def known(self, mark):
        for each in self.inputs():
            if each.mark != mark:
                return False
        return True


class Edit(Constraint):
    def __init__(self, variable, strength):
        self.variable = variable
        super().__init__(strength)

    def variables(self):
        return (self.variable,)

    def output(self):
        return self.variable

    def execute(self):
        pass


class Equal(Constraint):
    def __init__(self, source, target, strength):
        self.source = source
        self.target = target
        super().__init__(strength)

    def variables(self):
        return (self.source, self.target)

    def output(self):
        return self.target

    def execute(self):
        self.target.value = self.source.value


class Scale(Equal):
    def __init__(self, source, factor, offset, target, strength):
        self.factor = factor
        self.offset = offset
        super().__init__(source, target, strength)

    def variables(self):
        return (self.source, self.factor, self.offset, self.target)

    def execute(self):
        self.target.value = self.source.value * self.factor.value + self.offset.value


class Planner:
    def __init__(self):
        self.mark = 0

    def plan(self, roots):
        """The constraints that follow from the roots, each after those it needs."""
        self.mark += 1
        mark = self.mark
        plan = []
        pending = sorted(roots, key=lambda each: each.strength)
        while pending:
            constraint = pending.pop()
            target = constraint.output()
            if target.mark == mark or not constraint.known(mark):
                continue
            target.mark = mark
            target.determined = constraint
            target.strength = max(constraint.strength, WEAK)
            plan.append(constraint)
            for each in target.constraints:
                if each is not constraint and each.output() is not target:
                    pending.append(each)
        return plan


def chain(planner, length):
    variables = [Variable("v%d" % i, 0) for i in range(length)]
    for left, right in zip(variables, variables[1:]):
        Equal(left, right, REQUIRED)
    edit = Edit(variables[0], STRONG)
    plan = planner.plan([edit])
    assert len(plan) == length
    for value in range(20):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        assert variables[-1].value == value


def projection(planner, length):
    factor, offset = Variable("factor", 10), Variable("offset", 1000)
    sources = [Variable("s%d" % i, i) for i in range(length)]
    targets = [Variable("t%d" % i, 0) for i in range(length)]
    for source, target in zip(sources, targets):
        Scale(source, factor, offset, target, REQUIRED)
    roots = [Edit(each, MEDIUM) for each in sources + [factor, offset]]
    plan = planner.plan(roots)
    for value in (3, 5, 7):
        factor.value = value
        for constraint in plan:
            constraint.execute()
        assert sum(each.value for each in targets) == length * 1000 + value * length * (length - 1) // 2


def run(n):
    planner = Planner()
    for _ in range(n):
        chain(planner, 60)
        projection(planner, 60)
