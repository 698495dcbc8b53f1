"""`tingche-hub`: the command line of the hub. Commands are loaded when called, so that --help is quick."""

import importlib
import os
import sys

import click

from hub.errors import HubError

COMMANDS = {
    "serve": ("hub.commands.serve", "serve"),
    "broker": ("hub.commands.broker", "broker"),
    "claim": ("hub.commands.claim", "claim"),
    "tickets": ("hub.commands.tickets", "tickets"),
    "audit": ("hub.commands.audit", "audit"),
    "contact": ("hub.commands.contact", "contact"),
    "devices": ("hub.commands.devices", "devices"),
    "push": ("hub.commands.push", "push"),
    "tag": ("hub.commands.tag", "tag"),
    "revoke": ("hub.commands.revoke", "revoke"),
    "erasures": ("hub.commands.erasures", "erasures"),
    "retention": ("hub.commands.retention", "retention"),
    "hold": ("hub.commands.hold", "hold"),
    "refusals": ("hub.commands.refusals", "refusals"),
    "backup": ("hub.commands.backup", "backup"),
    "restore": ("hub.commands.restore", "restore"),
    "set-aside": ("hub.commands.set_aside", "set_aside"),
}
"""By name: the module and the function in it."""


class _LazyGroup(click.Group):
    """Imports a command's module only when that command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), function)
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tingche")
def cli() -> None:
    """听车: take feedback from devices, turn it into tickets, and follow every erasure."""


def main() -> None:
    """Run the command line; turn every expected failure into one clear line and an exit status."""
    os.umask(0o077)  # what this hub writes, it writes for its owner
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        print("Stopped.", file=sys.stderr)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except HubError as error:
        print(f"tingche-hub: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    sys.exit(status if isinstance(status, int) else 0)


if __name__ == "__main__":
    main()
