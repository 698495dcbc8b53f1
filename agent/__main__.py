"""`tingche-agent`: the device's command line. Commands are loaded when called, so that `mask` starts fast."""

import importlib
import sys

import click

from agent.commands._crash import forbid_core_dumps, tell_kind_and_place_only
from agent.commands._imports import spare_lookups
from agent.errors import AgentError
from agent.version import VERSION

COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("agent.commands.run", "run"),
    "say": ("agent.commands.say", "say"),
    "rate": ("agent.commands.rate", "rate"),
    "mask": ("agent.commands.mask", "mask"),
    "transcribe": ("agent.commands.transcribe", "transcribe"),
    "listen": ("agent.commands.listen", "listen"),
    "doctor": ("agent.commands.doctor", "doctor"),
    "models": ("agent.commands.models", "models"),
    "provision": ("agent.commands.provision", "provision"),
    "status": ("agent.commands.status", "status"),
    "questions": ("agent.commands.questions", "questions"),
    "trigger": ("agent.commands.trigger", "trigger"),
    "replay": ("agent.commands.replay", "replay"),
    "news": ("agent.commands.news", "news"),
    "consent": ("agent.commands.consent", "consent"),
    "export": ("agent.commands.personal_data", "export"),
    "erase": ("agent.commands.personal_data", "erase"),
    "receipt": ("agent.commands.deletion_receipt", "receipt"),
    "verify-receipt": ("agent.commands.deletion_receipt", "verify_receipt"),
    "keys": ("agent.commands.keys", "keys"),
    "sticker": ("agent.commands.sticker", "sticker"),
    "cabin": ("agent.commands.cabin", "cabin"),
    "speech-worker": ("agent.commands.speech_worker", "speech_worker"),
}


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
@click.version_option(VERSION)
def cli() -> None:
    """听车: hear, mask, keep and forward feedback, offline first."""


def main() -> None:
    """Run the command line; turn every expected failure into one clear line and an exit status."""
    forbid_core_dumps()
    tell_kind_and_place_only()
    spare_lookups()
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        print("Stopped. Nothing that was acknowledged is lost.", file=sys.stderr)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except AgentError as error:
        print(f"tingche-agent: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


if __name__ == "__main__":
    main()
