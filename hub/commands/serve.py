"""`tingche-hub serve`: run the hub."""

from pathlib import Path
from typing import Any

import click

from hub.commands.options import database_option, json_option, log_to_stderr, print_json, state_option


@click.command()
@state_option
@click.option(
    "--http-port",
    default=8460,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Staff pages and enrolment, on 127.0.0.1. 0: a free one.",
)
@click.option(
    "--http-host",
    default="127.0.0.1",
    show_default=True,
    help="Only 127.0.0.1 is taken: the pages speak plain HTTP. See --page-url.",
)
@click.option(
    "--mqtt-port",
    default=18460,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Embedded broker. 0: a free one.",
)
@click.option(
    "--mqtt-host",
    default="127.0.0.1",
    show_default=True,
    help="Only 127.0.0.1 is taken: it cannot check client certificates.",
)
@click.option(
    "--broker",
    metavar="HOST:PORT",
    help="Use this MQTT 5 broker instead of the embedded one. TLS with client certificates, unless on loopback.",
)
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1, 32),
    help="Intake processes. More than one share the broker's subscription ($share): they read and decrypt side by side "
    "and commit one after another.",
)
@click.option(
    "--page-url",
    metavar="URL",
    help="https address of the staff pages, where a TLS proxy of this machine stands before them.",
)
@click.option("--tenant", metavar="NAME", help="Whose feedback this is; kept in the state folder. Default: demo.")
@click.option("--enrol-listen", metavar="HOST:PORT", help="Also serve enrolment, and nothing else, over TLS here.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Further host name or address for the server certificate. Repeatable.",
)
@database_option
@json_option
def serve(as_json: bool, state: Path, **chosen: Any) -> None:
    """Run the hub: broker, intake, staff pages, enrolment. Stops cleanly on SIGTERM and Ctrl-C.

    \b
    Example:
      tingche-hub serve --state ./hub-state
      tingche-hub claim --state ./hub-state --kind charger_kiosk --place "Station 12"
    """
    from hub.runtime import ServeSettings
    from hub.runtime import serve as run

    log_to_stderr()

    def ready(addresses: dict[str, Any]) -> None:
        if as_json:
            print_json({"event": "ready", **addresses})
            return
        print(f"听车服务中心已启动 / hub is running (pid {addresses['pid']}, tenant {addresses['tenant']})")
        print(f"  工单页面 / tickets:    {addresses['pages']}")
        print(f"  设备注册 / enrolment:  {addresses['enrol'] or addresses['http']}")
        print(f"  MQTT:                  {addresses['mqtt']}{' (TLS)' if addresses['mqtt_tls'] else ''}")
        if addresses["invitation"]:
            print("  第一位管理员的邀请，用一次，24 小时内 / the first administrator's invitation, once, within 24 h:")
            print(f"    {addresses['invitation']}")
        print("  停止 / stop: Ctrl-C", flush=True)

    run(ServeSettings(state=state, **chosen), ready)
