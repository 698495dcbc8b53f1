"""`tingche-hub`: the command line of the hub. Commands are loaded when called, so that --help is quick."""

import importlib
import os
import sys
from typing import NamedTuple

import click

from hub.errors import HubError
from hub.people.roles import Permission


class Command(NamedTuple):
    """One command, not yet loaded."""

    module: str
    function: str
    needs: Permission
    """What its deed would need on the staff pages. Here the state folder's owner decides: whoever may read it, may."""


COMMANDS = {
    "serve": Command("hub.commands.serve", "serve", Permission.RUN_HUB),
    "broker": Command("hub.commands.broker", "broker", Permission.RUN_HUB),
    "claim": Command("hub.commands.claim", "claim", Permission.MANAGE_DEVICES),
    "people": Command("hub.commands.people", "people", Permission.MANAGE_PEOPLE),
    "tickets": Command("hub.commands.tickets", "tickets", Permission.SEE_TICKETS),
    "figures": Command("hub.commands.figures", "figures", Permission.SEE_TICKETS),
    "contact": Command("hub.commands.contact", "contact", Permission.OPEN_CONTACT),
    "desk-key": Command("hub.commands.desk_key", "desk_key", Permission.RUN_HUB),
    "audit": Command("hub.commands.audit", "audit", Permission.READ_AUDIT),
    "devices": Command("hub.commands.devices", "devices", Permission.MANAGE_DEVICES),
    "push": Command("hub.commands.push", "push", Permission.MANAGE_DEVICES),
    "campaign": Command("hub.commands.campaign", "campaign", Permission.RUN_CAMPAIGNS),
    "phase": Command("hub.commands.phase", "phase", Permission.MANAGE_DEVICES),
    "tag": Command("hub.commands.tag", "tag", Permission.MANAGE_DEVICES),
    "revoke": Command("hub.commands.revoke", "revoke", Permission.MANAGE_DEVICES),
    "erase": Command("hub.commands.erase", "erase", Permission.MANAGE_DEVICES),
    "erasures": Command("hub.commands.erasures", "erasures", Permission.SEE_ERASURES),
    "retention": Command("hub.commands.retention", "retention", Permission.MANAGE_DEVICES),
    "hold": Command("hub.commands.hold", "hold", Permission.MANAGE_DEVICES),
    "refusals": Command("hub.commands.refusals", "refusals", Permission.MANAGE_DEVICES),
    "backup": Command("hub.commands.backup", "backup", Permission.RUN_HUB),
    "restore": Command("hub.commands.restore", "restore", Permission.RUN_HUB),
    "set-aside": Command("hub.commands.set_aside", "set_aside", Permission.MANAGE_DEVICES),
}
"""By name."""


class _LazyGroup(click.Group):
    """Imports a command's module only when that command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        named = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(named.module), named.function)
        command.epilog = f"Permission: {named.needs}. Here it is the state folder's owner who has it."
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
