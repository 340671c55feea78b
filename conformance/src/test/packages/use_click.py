# packages: python3-click
"""A command with groups, options of many types, prompts, environment variables, errors, and its help."""
import click
from click.testing import CliRunner


@click.group(context_settings={"auto_envvar_prefix": "DEMO"})
@click.option("--debug/--no-debug", default=False, help="Say more.")
@click.version_option("1.5", prog_name="demo")
@click.pass_context
def cli(ctx, debug):
    """Keeps a list of things.

    The second paragraph is wrapped by the help where the line is too long for the terminal of the user.
    """
    ctx.obj = {"debug": debug}


@cli.command(short_help="adds things")
@click.argument("names", nargs=-1, required=True)
@click.option("-n", "--count", type=click.IntRange(1, 9), default=1, show_default=True, help="How often.")
@click.option("--kind", type=click.Choice(["small", "large"], case_sensitive=False), multiple=True)
@click.option("--when", type=click.DateTime())
@click.option("-v", "verbosity", count=True)
@click.pass_obj
def add(obj, names, count, kind, when, verbosity):
    """Adds NAMES to the list."""
    click.secho(f"{names} x{count} {kind} {when} v{verbosity} debug={obj['debug']}", fg="green", bold=True)


@cli.command()
@click.option("--name", prompt="Your name", default="nobody")
@click.password_option()
@click.confirmation_option(prompt="Sure?")
def login(name, password):
    click.echo(f"hello {name}, {len(password)} letters")


@cli.command()
@click.argument("file", type=click.File("r"))
@click.option("--upper", "transform", flag_value="upper", default=True)
@click.option("--lower", "transform", flag_value="lower")
def show(file, transform):
    with click.progressbar(file, label="reading") as lines:
        for line in lines:
            click.echo(getattr(line.rstrip(), transform)())


@cli.result_callback()
def done(result, **options):
    click.echo(f"done {options}", err=True)


runner = CliRunner(mix_stderr=False)
with runner.isolated_filesystem():
    with open("a.txt", "w") as out:
        out.write("One\ntwo\n")
    for words, text, env in (
        ("--help", "", {}), ("add --help", "", {}), ("--version", "", {}), ("add", "", {}),
        ("--debug add -n 3 a b --kind SMALL --kind large -vvv --when 2026-01-02", "", {}),
        ("add x -n 10", "", {}), ("add x --kind tiny", "", {}), ("nosuch", "", {}), ("add x --coun 2", "", {}),
        ("add q", "", {"DEMO_ADD_COUNT": "4", "DEMO_DEBUG": "1"}),
        ("login", "ann\nsecret\nsecret\ny\n", {}), ("login", "ann\na\nb\nc\nc\nn\n", {}),
        ("show a.txt --lower", "", {}), ("show -", "from input\n", {}), ("show missing.txt", "", {}),
    ):
        result = runner.invoke(cli, words.split(), input=text, env=env, color="add" in words and "a b" in words)
        print(">", words, result.exit_code)
        print(result.stdout + result.stderr, end="")
        if result.exception and not isinstance(result.exception, SystemExit):
            print(repr(result.exception))
