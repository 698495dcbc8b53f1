"""What the hub says reaches a device through a real broker: asleep, killed, or told twice and out of order."""

import os
import signal
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent.contract import topics
from hub.adapters.database.push_store import PushStore
from hub.adapters.database.ticket_desk import Move, TicketDesk
from hub.pushing.push import Choice, Order
from hub.pushing.reading import profile_change, prompt_set
from hub.runtime import open_database
from hub.tickets.ticket import Status, Step
from tests.e2e.processes import AGENT, HUB, eventually
from tests.fakes.line import Line
from tests.fakes.mqtt_client import MqttProbe

pytestmark = pytest.mark.broker

PROFILE = """kind = "head_unit"
[sync]
receipt_timeout_s = 3.0
backoff_first_s = 0.5
backoff_max_s = 1.0
"""
PROMPTS = """set_id = "spring"
[[rules]]
rule_id = "after-charging"
trigger = "charging_done"
question_zh = "这次充电顺利吗？"
question_en = "Did charging go well?"
answers = [{ answer_id = "yes", zh = "顺利" }, { answer_id = "no", zh = "不顺利" }]
"""


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    with Line(tmp_path_factory.mktemp("line"), PROFILE).running() as running:
        running.start_agent()
        eventually(lambda: running.status()["link"]["connected"], "the device is connected")
        yield running


def hub(line, *words):
    return line.processes.run([HUB, *words, "--state", str(line.hub_state), "--json"])


def words_file(line, *terms, name="words.toml"):
    file = line.folder / name
    listed = ", ".join(f'"{term}"' for term in terms)
    file.write_text(f"[speech]\nterms = [{listed}]\n", encoding="utf-8")
    return str(file)


def prompts_file(line):
    file = line.folder / "spring.toml"
    file.write_text(PROMPTS, encoding="utf-8")
    return str(file)


def push_prompts(line, until):
    """What `push prompts` does, at once: a command takes longer than these last."""
    values = {**tomllib.loads(PROMPTS), "expires_at": until}

    def payload(version):
        return prompt_set(values, version).model_dump(mode="json")

    return push(line, Order("prompts", "spring", payload, datetime.now(UTC), until))


def push_words(line, *terms):
    """What `push profile` does with these terms, for every device; its version."""

    def payload(version):
        return profile_change({"speech.terms": list(terms)}, version, None).model_dump(mode="json")

    return push(line, Order("profile", "", payload, datetime.now(UTC)))


def push(line, order):
    with open_database(line.hub_state, None) as opened:
        return PushStore(opened, os.urandom).push(order, Choice(everybody=True), who="test").version


def shown(line, kind="profile"):
    """What `tingche-hub devices` shows of the only device: (in force, outcome, newest version)."""
    (device,) = hub(line, "devices")
    (one,) = [told for told in device["directives"] if told["kind"] == kind]
    return one["in_force"], one["outcome"], one["version"]


def answered(line, version, outcome="applied", kind="profile"):
    """Wait until the device has answered this version so; the hub's own row, for a command takes a second."""
    wanted = [(version, outcome)]
    sql = "SELECT version, outcome FROM pushes WHERE kind = ?"
    eventually(lambda: line.query(sql, kind) == wanted, f"the device answered {kind} {version}: {outcome}")


def sent(line, kind="profile"):
    """Wait until the hub has sent what it pushed last."""
    eventually(lambda: line.query("SELECT tries FROM pushes WHERE kind = ?", kind)[0][0], f"the hub sent {kind}")


def in_force(line):
    return line.status()["from_hub"]["profile"]


def store_files(line):
    """The agent's open files of its store: descriptor, name and inode."""
    opened = {entry.name: entry.readlink() for entry in Path(f"/proc/{line.agent.process.pid}/fd").iterdir()}
    return sorted((name, file.name, file.stat().st_ino) for name, file in opened.items() if "agent.db" in file.name)


def rate(line):
    (recorded,) = [e for e in line.ask(do="rate", rating=2, agreed=True) if e["event"] == "recorded"]
    return recorded


def down(line):
    identity = line.status()
    return topics.down_filter(identity["tenant"], identity["device"])


def test_a_pushed_profile_is_in_force_in_the_running_agent_and_opens_nothing_anew(line):
    rate(line)
    files = store_files(line)
    version = hub(line, "push", "profile", words_file(line, "海豚驿站"), "--all")[0]["version"]
    eventually(lambda: in_force(line)["version"] == version, "the device has it")
    rate(line)
    assert in_force(line)["changed"] == ["speech.terms"]
    assert store_files(line) == files
    assert files
    answered(line, version)
    assert shown(line) == (version, "applied", version)
    eventually(lambda: line.status()["ledger"]["pending"] == 0, "the queue went on")
    assert line.status()["ledger"]["balanced"]


def test_one_that_was_pushed_while_the_device_was_off_is_there_after_it_came_back(line):
    line.processes.end(line.agent)
    version = push_words(line, "蓝鲸站", "海豚驿站")
    sent(line)
    assert shown(line)[1:] == (None, version)
    line.start_agent()
    answered(line, version)
    assert shown(line) == (version, "applied", version)
    assert in_force(line)["version"] == version


def test_it_survives_a_restart_with_no_hub(line):
    before = in_force(line)
    assert line.processes.end(line.hub) == 0
    line.processes.end(line.agent)
    line.start_agent()
    assert in_force(line) == before
    line.start_hub()


def test_an_older_one_that_comes_later_and_a_copy_change_nothing(line):
    with MqttProbe(line.broker.port, down(line).replace("#", "profile")) as probe:
        old = push_words(line, "旧站名")
        topic, old_frame = probe.arrived.get(timeout=30)
        answered(line, old)
        new = push_words(line, "新站名")
        frame = probe.next()
        answered(line, new)
        for again in (old_frame, frame, frame, old_frame):
            probe.publish(topic, again)
        rate(line)
    eventually(lambda: line.status()["queue"]["waiting"] == 0, "all that was said was answered")
    assert in_force(line)["version"] == new
    assert shown(line) == (new, "applied", new)


def test_kill_9_between_receipt_and_store_loses_nothing(line):
    """The broker has handed it over, and the process dies before it could read it."""
    before = in_force(line)["version"]
    os.kill(line.agent.process.pid, signal.SIGSTOP)
    version = push_words(line, "杀不掉站")
    sent(line)
    line.agent.kill()
    line.processes.running.remove(line.agent)
    (status,) = line.processes.run([AGENT, "status", "--state", str(line.car), "--json"])
    assert status["from_hub"]["profile"]["version"] == before
    line.start_agent()
    answered(line, version)
    assert in_force(line)["version"] == version


def test_a_bad_one_leaves_the_old_one_in_force_and_the_hub_shows_why(line):
    before = in_force(line)
    version = push_words(line, "王小明")
    answered(line, version, "refused")
    assert shown(line) == (before["version"], "refused", version)
    assert in_force(line) == before
    (told,) = [one for one in hub(line, "push", "list", "--waiting") if one["kind"] == "profile"]
    assert told["reason"] == "speech.terms.0: reads like a person, a plate or a number"


def test_a_key_that_nobody_may_push_is_refused_at_the_desk(line):
    file = line.folder / "wrong.toml"
    file.write_text('anonymous_visits = true\n[masking]\nrecognizers = ["email"]\n')
    before = hub(line, "push", "list")
    words = [HUB, "push", "profile", str(file), "--all", "--state", str(line.hub_state)]
    assert line.processes.run(words, ok=(65,)) == []
    assert hub(line, "push", "list") == before


def test_prompts_are_kept_and_an_expired_copy_is_dropped_and_answered(line):
    with MqttProbe(line.broker.port, down(line).replace("#", "prompt")) as probe:
        first = hub(line, "push", "prompts", prompts_file(line), "--days", "30", "--all")[0]["version"]
        topic, _ = probe.arrived.get(timeout=30)
        answered(line, first, kind="prompts")
        line.processes.end(line.agent)
        until = datetime.now(UTC) + timedelta(seconds=4)
        second = push_prompts(line, until)
        late = probe.next()
        eventually(lambda: datetime.now(UTC) > until + timedelta(seconds=2), "they have ended")
        line.start_agent()
        eventually(lambda: line.status()["link"]["connected"], "the device is back")
        rate(line)
        eventually(lambda: line.status()["queue"]["waiting"] == 0, "all that the broker had was handed over")
        assert shown(line, "prompts") == (first, None, second)  # the broker dropped its copy
        probe.publish(topic, late)
        answered(line, second, "expired", kind="prompts")
    (kept,) = line.status()["from_hub"]["prompts"]
    assert (kept["set"], kept["version"], kept["rules"]) == ("spring", first, 1)


def test_news_of_a_ticket_reaches_who_left_it_and_goes_with_them(line):
    recorded = rate(line)
    number = eventually(
        lambda: line.ask(do="news", who=recorded["receipt_code"])[0]["tickets"][0]["ticket_no"], "it is a ticket"
    )
    hub(line, "push", "news", number, "--status", "solved", "--zh", "三号枪已更换", "--en", "Connector 3 was replaced")
    told = [AGENT, "news", recorded["receipt_code"], "--state", str(line.car), "--json"]
    eventually(lambda: line.processes.run(told)[0]["tickets"][0]["state"] == "solved", "the news is there")
    (ticket,) = line.processes.run(told)[0]["tickets"]
    assert (ticket["ticket_no"], ticket["note_zh"]) == (number, "三号枪已更换")
    with MqttProbe(line.broker.port, down(line).replace("#", "ticket")) as probe:
        hub(line, "push", "news", number, "--status", "in_progress", "--zh", "又坏了")
        topic, frame = probe.arrived.get(timeout=30)
        eventually(lambda: line.processes.run(told)[0]["tickets"][0]["state"] == "in_progress", "the newest is there")
        line.ask(do="erase", who="driver")
        eventually(lambda: line.status()["erasures"][0]["hub"] is not None, "the hub has erased too")
        probe.publish(topic, frame)
        probe.publish(topic, frame)
    eventually(lambda: line.status()["queue"]["waiting"] == 0, "the late copy was answered")
    assert line.status()["from_hub"]["news"] == 0
    assert [one for one in hub(line, "push", "list") if one["kind"] == "ticket_news"] == []


def test_a_step_that_the_desk_takes_reaches_who_left_it_in_the_order_of_the_steps(line):
    recorded = rate(line)
    told = [AGENT, "news", recorded["receipt_code"], "--state", str(line.car), "--json"]
    number = eventually(lambda: line.processes.run(told)[0]["tickets"][0]["ticket_no"], "it is a ticket")
    for before, after, note in (
        (Status.NEW, Status.ACCEPTED, "我们已经派人去看"),
        (Status.ACCEPTED, Status.CLOSED, "三号枪已更换"),
        (Status.CLOSED, Status.REOPENED, "又坏了，重新处理"),
    ):
        with open_database(line.hub_state, None) as opened:
            move = Move(number, before, after, "已联系站点", note)
            desk = TicketDesk(opened, os.urandom)
            assert isinstance(desk.move(move, tenant="demo", who="王丽", now=datetime.now(UTC)), Step)
        eventually(
            lambda note=note: line.processes.run(told)[0]["tickets"][0].get("note_zh") == note, "the news is there"
        )
    assert line.processes.run(told)[0]["tickets"][0]["state"] == "in_progress"
    (ticket,) = [one for one in hub(line, "tickets") if one["number"] == number]
    assert (ticket["status"], ticket["closed_at"], len(ticket["steps"])) == ("reopened", None, 3)


def test_a_revoked_device_gets_nothing(line):
    device = line.status()["device"]
    hub(line, "tag", device, "pilot")
    hub(line, "revoke", device)
    words = [HUB, "push", "profile", words_file(line, "没有的站"), "--tag", "pilot", "--state", str(line.hub_state)]
    assert line.processes.run(words, ok=(65,)) == []
