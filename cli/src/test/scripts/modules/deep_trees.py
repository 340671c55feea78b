"""How deep a tree of objects may be that is compiled, and what is said of one that is deeper or contains itself."""
import ast

PLACE = dict(lineno=1, col_offset=0)


def constant():
    return ast.Constant(1, **PLACE)


def negations(count):
    tree = constant()
    for _ in range(count):
        tree = ast.UnaryOp(ast.Not(), tree, **PLACE)
    return ast.Expression(tree)


def keywords(count):
    tree = ast.Name("f", ast.Load(), **PLACE)
    for _ in range(count):
        tree = ast.Call(ast.Name("f", ast.Load(), **PLACE), [], [ast.keyword("a", tree, **PLACE)], **PLACE)
    return ast.Expression(tree)


def calls(count):
    tree = ast.Name("f", ast.Load(), **PLACE)
    for _ in range(count):
        tree = ast.Call(tree, [], [ast.keyword("a", constant(), **PLACE)], **PLACE)
    return ast.Expression(tree)


def conditions(count):
    tree = ast.Pass(**PLACE)
    for _ in range(count):
        tree = ast.If(constant(), [tree], [], **PLACE)
    return ast.Module([tree], [])


def blocks(count):
    tree = ast.Pass(**PLACE)
    for _ in range(count):
        tree = ast.Try([tree], [], [], [ast.Pass(**PLACE)], **PLACE)
    return ast.Module([tree], [])


def generators(count):
    tree = ast.Name("f", ast.Load(), **PLACE)
    for _ in range(count):
        name = ast.Name("x", ast.Store(), **PLACE)
        tree = ast.ListComp(constant(), [ast.comprehension(name, tree, [], 0)], **PLACE)
    return ast.Expression(tree)


def said(tree):
    mode = "eval" if isinstance(tree, ast.Expression) else "exec"
    try:
        compile(tree, "<tree>", mode)
        return "compiled"
    except RecursionError as e:
        return str(e)


for make in (negations, keywords, calls, conditions, blocks, generators):
    for count in (5, 600, 1600, 2500):
        tree = make(count)
        if make is generators and count == 600 or make is blocks and count == 600:
            continue
        print(make.__name__, count, said(tree))

# At module level; where the limit is exactly depends on how often the call ran.
for make, most in ((negations, 1495), (keywords, 747), (calls, 1494), (conditions, 1495)):
    for count in (most, most + 2):
        tree = make(count)
        try:
            compile(tree, "<tree>", "eval" if isinstance(tree, ast.Expression) else "exec")
            print(make.__name__, count, "compiled")
        except RecursionError as e:
            print(make.__name__, count, e)

ring = ast.UnaryOp(ast.Not(), None, **PLACE)
ring.operand = ring
print(said(ast.Expression(ring)))
other = ast.If(constant(), [], [], **PLACE)
other.body.append(other)
print(said(ast.Module([other], [])))
one, two = ast.BinOp(constant(), ast.Add(), None, **PLACE), ast.UnaryOp(ast.Not(), None, **PLACE)
one.right, two.operand = two, one
print(said(ast.Expression(one)), said(ast.Expression(two)))
print(said(negations(10)), eval(compile(negations(11), "<tree>", "eval")))
