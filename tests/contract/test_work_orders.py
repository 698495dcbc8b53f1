"""A shop's system tells its terminal of closed orders, by files and by signed posts: each is asked about once."""

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
import shutil
import subprocess
import time
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pytest

from agent.adapters.file_drop import GIVEN_TO_GROW_S, KEPT_S, LONGEST_BYTES, STANDS_STILL_S, FileDrop
from agent.errors import TechnicianNeededError, TemporaryError
from agent.profile import find_data
from agent.signals.work_orders import ClosedOrder, OrderKind, read_json
from agent.surfaces.order_hook import A_MINUTE, LONGEST_BODY, WINDOW_S, read_key, why_not
from agent.work_orders import FILE, Outcome, WorkOrders
from tests.e2e.processes import eventually
from tests.fakes.agent_process import AGENT, AgentProcess
from tests.fakes.clock import FakeClock
from tests.fakes.loopback_port import free_port
from tests.fakes.touched_device import TouchedDevice

PLATE, OWNER = "沪A12345", "王小明"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # of the standard's own example
ORDER = {"order": "WO-7", "kind": "repair", "shop": "星河湾店", "bay": "3", "vehicle": PLATE, "owner": OWNER}


def order(number="WO-7", **more) -> ClosedOrder:
    return ClosedOrder(number, OrderKind.REPAIR, **{"shop": "A", "vehicle": PLATE, **more})


# ---- each order once -------------------------------------------------------------------------------------------------


class Shop:
    """A terminal's orders on a real disk; can be started again."""

    def __init__(self, folder):
        self.folder, self.clock, self.raised = folder, FakeClock(), []
        self.start()

    def start(self):
        self.orders = WorkOrders(self.folder, b"key", lambda *what: self.raised.append(what), self.clock.now)


@pytest.fixture
def shop(tmp_path):
    return Shop(tmp_path)


def test_an_order_raises_its_question_once_whatever_was_restarted_meanwhile(shop):
    assert shop.orders.close(order()) is Outcome.TAKEN
    assert shop.orders.close(order()) is Outcome.KNOWN
    shop.start()
    assert shop.orders.close(order()) is Outcome.KNOWN
    ((trigger, facts),) = shop.raised
    assert (trigger, facts["kind"], facts["repairs_in_a_row"]) == ("repair_done", "repair", 1)


def test_the_third_repair_in_a_row_is_told_as_such_across_restarts_until_anybodys_data_is_erased(shop):
    for number in range(3):
        shop.orders.close(order(str(number)))
        shop.start()
    assert [facts["repairs_in_a_row"] for _, facts in shop.raised] == [1, 2, 3]
    assert shop.orders.forget_vehicles().count == 1
    shop.start()
    shop.orders.close(order("3"))
    assert shop.raised[-1][1]["repairs_in_a_row"] == 1
    assert shop.orders.close(order("0")) is Outcome.KNOWN, "which orders were told is nobody's data"


def test_nothing_on_disk_names_an_order_a_vehicle_or_an_owner(shop):
    shop.orders.close(read_json(json.dumps(ORDER).encode())[0])
    kept = b"".join(path.read_bytes() for path in shop.folder.iterdir())
    for word in ("WO-7", PLATE, "12345", OWNER, "星河湾"):
        assert word.encode() not in kept
    assert (shop.folder / FILE).stat().st_mode & 0o077 == 0


def test_an_order_that_was_closed_too_long_ago_asks_nobody_and_is_known_from_then_on(shop):
    late = order(closed_at=shop.clock.now() - timedelta(hours=3))
    assert [shop.orders.close(late), shop.orders.close(order())] == [Outcome.LATE, Outcome.KNOWN]
    assert shop.raised == []


def test_where_the_disk_refuses_nobody_is_asked_and_the_order_can_be_told_again(shop):
    (shop.folder / f".{FILE}.new").mkdir()
    with pytest.raises(TemporaryError):
        shop.orders.close(order())
    assert shop.raised == []
    (shop.folder / f".{FILE}.new").rmdir()
    assert shop.orders.close(order()) is Outcome.TAKEN
    assert shop.raised[0][1]["repairs_in_a_row"] == 1


@pytest.mark.parametrize("damaged", [b"", b"[]", b'{"orders": {"a": "x"}}', b'{"repairs": {"a": 1}}', b"\x00" * 40])
def test_a_damaged_file_of_marks_is_not_guessed_at(shop, damaged):
    (shop.folder / FILE).write_bytes(damaged)
    with pytest.raises(TechnicianNeededError, match=FILE):
        shop.start()


# ---- dropped ---------------------------------------------------------------------------------------------------------


class Drop:
    """A watched folder by a clock of ours."""

    def __init__(self, folder, *, keep=False):
        self.folder, self.now, self.taken, self.disk_refuses = folder, 0.0, [], False
        takes = {".json": self.take}
        self.drop = FileDrop(folder, takes, keep=keep, key="work_orders.folder", monotonic=lambda: self.now)

    def take(self, raw, age_s):
        if self.disk_refuses:
            raise TemporaryError("full")
        self.taken.extend((one.number, age_s) for one in read_json(raw))
        return ["<svg/>"]

    def put(self, name, content):
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())

    def passes(self, seconds):
        self.drop.look()
        self.now += seconds
        self.drop.look()

    def files(self, *below):
        return sorted(path.name for path in self.folder.joinpath(*below).iterdir() if path.is_file())


@pytest.fixture
def dropped(tmp_path):
    return Drop(tmp_path)


def test_a_file_that_stands_still_is_taken_and_deleted_and_leaves_its_page_to_print(dropped):
    dropped.put("a.json", ORDER)
    dropped.passes(STANDS_STILL_S - 0.1)
    assert dropped.taken == []
    dropped.passes(0.1)
    assert [number for number, _ in dropped.taken] == ["WO-7"]
    assert dropped.files() == []
    assert dropped.files("codes") == ["a.json.svg"]


def test_what_is_kept_is_moved_to_done_and_overwrites_nothing_there(tmp_path):
    dropped = Drop(tmp_path, keep=True)
    for _ in range(2):
        dropped.put("a.json", ORDER)
        dropped.passes(STANDS_STILL_S)
    assert dropped.files("done") == ["a.2.json", "a.json"]


def test_a_half_written_file_is_waited_for(dropped):
    whole = json.dumps(ORDER).encode()
    dropped.put("a.json", whole[:20])
    for part in (40, 60, len(whole)):
        dropped.passes(STANDS_STILL_S + 1)
        assert dropped.taken == []
        dropped.put("a.json", whole[:part])
    dropped.passes(STANDS_STILL_S)
    assert len(dropped.taken) == 1
    assert dropped.files("refused") == []


def test_a_file_that_grew_as_it_was_read_is_read_again_and_not_deleted_unread(dropped):
    take = dropped.take

    def grows(raw, age_s):
        if not dropped.taken:
            dropped.put("a.json", [ORDER, ORDER | {"order": "WO-8"}])
        return take(raw, age_s)

    dropped.drop._takes[".json"] = grows
    dropped.put("a.json", [ORDER])
    dropped.passes(STANDS_STILL_S)
    assert dropped.files() == ["a.json"]
    dropped.passes(STANDS_STILL_S)
    assert [number for number, _ in dropped.taken] == ["WO-7", "WO-7", "WO-8"]
    assert dropped.files() == []


@pytest.mark.parametrize("name", [".a.json", "a.json.tmp", "a.json.part", "a.json.TMP"])
def test_a_file_under_its_writers_own_name_is_left_alone_until_it_is_renamed(dropped, name):
    dropped.put(name, b"half")
    dropped.passes(GIVEN_TO_GROW_S * 2)
    assert dropped.files() == [name]
    dropped.put(name, ORDER)
    (dropped.folder / name).rename(dropped.folder / "a.json")
    dropped.passes(STANDS_STILL_S)
    assert len(dropped.taken) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", b"{", "不是 JSON"),
        ("a.json", {"order": "WO-7", "kind": OWNER}, "kind"),
        ("a.xlsx", b"PK}", "结尾"),
        ("a.json", b" " * LONGEST_BYTES + b"{}", "太大"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason_beside_it_and_the_next_is_taken(dropped, name, content, said):
    dropped.put(name, content)
    dropped.put("z.json", ORDER)
    dropped.passes(GIVEN_TO_GROW_S)
    assert dropped.files() == []
    assert dropped.files("refused") == [name, f"{name}.reason.txt"]
    why = (dropped.folder / "refused" / f"{name}.reason.txt").read_text(encoding="utf-8")
    assert said in why
    assert OWNER not in why
    assert len(dropped.taken) == 1


def test_no_log_line_has_the_name_of_a_refused_file_which_may_be_a_plate(dropped, caplog):
    dropped.put("沪A12345.json", "{}")
    dropped.passes(GIVEN_TO_GROW_S)
    assert dropped.files("refused") == ["沪A12345.json", "沪A12345.json.reason.txt"]
    assert "refused" in caplog.text
    assert "沪A12345" not in caplog.text


def test_where_the_disk_refuses_the_file_stays_and_is_taken_later(dropped):
    dropped.put("a.json", ORDER)
    dropped.disk_refuses = True
    dropped.passes(GIVEN_TO_GROW_S * 2)
    assert dropped.files() == ["a.json"]
    dropped.disk_refuses = False
    dropped.passes(0)
    assert len(dropped.taken) == 1
    assert dropped.files() == []


def test_links_and_folders_are_not_followed(dropped, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "b.json"
    elsewhere.write_text(json.dumps(ORDER))
    (dropped.folder / "a.json").symlink_to(elsewhere)
    (dropped.folder / "c.json").mkdir()
    dropped.passes(GIVEN_TO_GROW_S * 2)
    assert dropped.taken == []
    assert elsewhere.exists()


def test_how_old_a_file_is_comes_with_it_and_what_is_older_than_thirty_days_goes(dropped):
    dropped.put("a.json", ORDER)
    (dropped.folder / "refused" / "old.json").write_text(PLATE)
    yesterday, last_month = time.time() - 86400, time.time() - KEPT_S - 60
    os.utime(dropped.folder / "a.json", (yesterday, yesterday))
    os.utime(dropped.folder / "refused" / "old.json", (last_month, last_month))
    dropped.passes(STANDS_STILL_S)
    assert dropped.taken[0][1] >= 86400
    assert dropped.files("refused") == []


def test_a_share_that_is_gone_is_tried_again_and_one_that_is_not_there_at_the_start_is_named(tmp_path, caplog):
    share = tmp_path / "share"
    with pytest.raises(TechnicianNeededError, match=r"work_orders\.folder"):
        Drop(share)
    share.mkdir()
    dropped = Drop(share)
    shutil.move(share, tmp_path / "away")
    dropped.passes(1)
    dropped.passes(1)
    assert len(caplog.records) == 1
    shutil.move(tmp_path / "away", share)
    dropped.put("a.json", ORDER)
    dropped.passes(STANDS_STILL_S)
    assert len(dropped.taken) == 1


# ---- posted ----------------------------------------------------------------------------------------------------------


def test_the_standards_own_example_is_signed_as_we_check_it():
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    key, body = read_key(SECRET, "file"), b'{"test": 2432232314}'
    assert why_not(key, headers, body, 1614265330 + WINDOW_S) is None
    assert (
        why_not(key, headers | {"webhook-signature": f"v1a,x v1,y {headers['webhook-signature']}"}, body, 1614265330)
        is None
    )
    for off_s in (WINDOW_S + 1, -WINDOW_S - 1):
        assert why_not(key, headers, body, 1614265330 + off_s)[0] == 401
    assert why_not(key, headers, body + b" ", 1614265330)[0] == 401
    assert why_not(key, headers | {"webhook-timestamp": "1614265331"}, body, 1614265331)[0] == 401
    assert why_not(key, headers | {"webhook-id": "msg_another"}, body, 1614265330)[0] == 401


@pytest.mark.parametrize("secret", ["", "secret", "whsec_", "whsec_!!!!", "whsec_c2hvcnQ="])
def test_a_secret_that_is_none_is_refused_with_how_to_make_one_and_without_its_value(secret):
    with pytest.raises(TechnicianNeededError, match="openssl rand") as refused:
        read_key(secret, "the file")
    assert "c2hvcnQ" not in str(refused.value)


class Terminal:
    """A 4S-shop terminal whose pages are open, and its shop's system."""

    def __init__(self, folder: Path):
        self.secret = folder / "webhook"
        self.secret.write_text(f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}\n")
        self.secret.chmod(0o600)
        self.drop = folder / "drop"
        self.drop.mkdir()
        self.phones = free_port()
        lan = f'lan = {{host = "127.0.0.1", port = {self.phones}}}'
        orders = f'[work_orders]\nwebhook_secret = "{self.secret}"\nfolder = "{self.drop}"'
        self.device = TouchedDevice(folder / "terminal", "service_terminal", None, surface=f"{lan}\n{orders}\n")
        self.url = f"{self.device.url}hooks/work-order"

    def signed(self, body: bytes, at: int | None = None) -> dict[str, str]:
        stamp, key = (
            str(at or int(time.time())),
            base64.b64decode(self.secret.read_text().strip().removeprefix("whsec_")),
        )
        mac = hmac.new(key, f"msg_1.{stamp}.".encode() + body, hashlib.sha256).digest()
        signature = f"v1,{base64.b64encode(mac).decode()}"
        return {"webhook-id": "msg_1", "webhook-timestamp": stamp, "webhook-signature": signature}

    def post(self, told, **changes):
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        return httpx.post(self.url, content=body, headers=self.signed(body) | changes, timeout=20)

    @property
    def asks(self):
        question = self.device.agent._questioning.question
        return None if question is None else question.rule.rule_id


@pytest.fixture
def terminal(tmp_path):
    made = Terminal(tmp_path)
    yield made
    made.device.close()


@pytest.fixture(scope="module")
def quiet_terminal(tmp_path_factory):
    """One that nothing is asked on: for all that is refused."""
    made = Terminal(tmp_path_factory.mktemp("terminal"))
    yield made
    made.device.close()


def test_a_signed_post_raises_the_question_once_and_its_code_opens_one_feedback(terminal):
    answers = [terminal.post(ORDER) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 202]
    (first,), (again,) = (answer.json()["orders"] for answer in answers)
    assert (first["outcome"], again["outcome"]) == ("taken", "known")
    assert terminal.asks == "after_repair"
    entrance = f"http://127.0.0.1:{terminal.phones}/"
    tokens = [one["code"].removeprefix(f"{entrance}#t=") for one in (first, again)]
    entered = [
        httpx.post(f"{entrance}api/enter", json={"code": token}, headers={"origin": entrance.rstrip("/")}).json()
        for token in tokens
    ]
    assert entered[0]["entry"] == "work_order"
    assert entered[1]["refused"] == "used"
    files = b"".join(file.read_bytes() for file in (terminal.device.state).rglob("*") if file.is_file())
    for word in (PLATE, OWNER, "WO-7"):
        assert word.encode() not in files


def test_the_third_repair_at_one_shop_is_asked_about_as_such(terminal):
    for number in range(3):
        assert terminal.post(ORDER | {"order": f"WO-{number}"}).status_code == 202
        question = terminal.device.agent._questioning.question
        if number < 2:
            assert question.rule.rule_id == "after_repair"
            assert terminal.device.agent._questioning.leave(question.number)
    assert terminal.asks == "third_repair"


@pytest.mark.parametrize(
    ("changes", "status", "named"),
    [
        ({"webhook-id": ""}, 400, "webhook-id"),
        ({"webhook-timestamp": "yesterday"}, 400, "webhook-timestamp"),
        ({"webhook-signature": "v2,abc"}, 400, "webhook-signature"),
        ({"webhook-signature": "v1,YWJj"}, 401, "signature"),
        ({"webhook-timestamp": "1614265330"}, 401, "signature"),
        ({"host": "terminal.attacker.example"}, 421, "address"),
        ({"origin": "https://attacker.example"}, 403, "browser"),
    ],
)
def test_what_is_not_signed_by_the_shop_is_told_what_is_wrong_and_asks_nobody(quiet_terminal, changes, status, named):
    terminal = quiet_terminal
    answer = terminal.post(ORDER, **changes)
    assert (answer.status_code, named in answer.json()["refused"]) == (status, True)
    assert terminal.asks is None
    assert not (terminal.device.state / FILE).exists()


def test_an_old_message_a_long_one_a_wrong_one_and_too_many_are_told_so(terminal):
    body = json.dumps(ORDER).encode()
    old = httpx.post(terminal.url, content=body, headers=terminal.signed(body, int(time.time()) - WINDOW_S - 5))
    assert (old.status_code, "clock" in old.json()["refused"]) == (401, True)
    assert terminal.post(b" " * (LONGEST_BODY + 1)).status_code == 413
    wrong = terminal.post(ORDER | {"kind": OWNER})
    assert (wrong.status_code, "kind" in wrong.json()["refused"], OWNER in wrong.text) == (422, True, False)
    assert httpx.get(terminal.url).status_code == 405
    statuses = [terminal.post(b"{}").status_code for _ in range(A_MINUTE)]
    assert statuses[-1] == 429
    assert httpx.get(terminal.device.url).status_code == 200, "the pages have limits of their own"


def test_a_full_disk_is_told_and_the_same_message_is_taken_later(terminal):
    blocked = terminal.device.state / f".{FILE}.new"
    blocked.mkdir()
    refused = terminal.post(ORDER)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "30")
    assert terminal.asks is None
    blocked.rmdir()
    assert terminal.post(ORDER).json()["orders"][0]["outcome"] == "taken"


def test_a_dropped_file_raises_the_question_and_leaves_the_code_to_print(terminal):
    whole = terminal.drop / ".a.json"
    whole.write_text(json.dumps(ORDER))
    whole.rename(terminal.drop / "a.json")
    eventually(lambda: terminal.asks, "a question")
    assert terminal.asks == "after_repair"
    page = eventually(lambda: [*(terminal.drop / "codes").glob("a.json.svg")], "a page to print")[0]
    assert "WO-7" in {text.text for text in ET.fromstring(page.read_text()).iter("{http://www.w3.org/2000/svg}text")}  # noqa: S314
    eventually(lambda: not (terminal.drop / "a.json").exists(), "the file is gone")
    terminal.post(ORDER)
    heard = terminal.device.agent.status()["sources"]
    assert heard == {"work_order_files": {"refused": 0}, "work_orders": {"taken": 1, "known": 1, "late": 0}}


def test_an_agent_that_is_killed_asks_about_no_order_twice(tmp_path):
    drop, state = tmp_path / "drop", tmp_path / "state"
    drop.mkdir()
    state.mkdir()
    profile = f'[work_orders]\nfolder = "{drop}"\n'
    agent = AgentProcess(state, "service_terminal", profile)
    for expected in ({"taken": 1, "known": 0, "late": 0}, {"taken": 0, "known": 1, "late": 0}):
        (drop / "a.json").write_text(json.dumps(ORDER))
        agent.__enter__()
        told = eventually(lambda: not (drop / "a.json").exists() and agent.do("status"), "the file was read")
        assert told[0]["sources"]["work_orders"] == expected
        assert (agent.asks() is not None) == bool(expected["taken"])
        agent.process.kill()
        agent.process.wait(30)
        agent.process.stdout.close()


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("openssl")), reason="needs curl and openssl")
def test_the_example_in_the_documentation_works_as_it_stands(terminal):
    text = (find_data("device_profiles") / "README.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```sh\n(body=.*?)```", text, re.DOTALL)
    script = script.replace("/etc/tingche/webhook", str(terminal.secret)).replace(
        "http://127.0.0.1:8470/", terminal.device.url
    )
    done = subprocess.run(["sh", "-eu", "-c", script], capture_output=True, text=True, timeout=30, check=True)
    assert json.loads(done.stdout)["orders"][0]["outcome"] == "taken"
    assert terminal.asks == "after_repair"


@pytest.mark.parametrize(("mode", "port", "said"), [(0o644, "0", "chmod 600"), (0o600, None, "surface.port")])
def test_a_secret_that_others_can_read_or_a_hook_without_pages_refuses_to_start(tmp_path, mode, port, said):
    secret = tmp_path / "webhook"
    secret.write_text(SECRET)
    secret.chmod(mode)
    surface = "" if port is None else f"[surface]\nport = {port}\n"
    agent = AgentProcess(tmp_path, "service_terminal", f'{surface}[work_orders]\nwebhook_secret = "{secret}"\n')
    command = [*AGENT, "run", "--state", str(agent.state)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode != 0
    assert said in ended.stderr
    assert SECRET not in ended.stdout + ended.stderr
