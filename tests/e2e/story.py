"""The main job as one story: real processes, real speech, a broker that dies, an agent that is killed, an erasure.

`make demo` plays it for a person, the end-to-end test for CI. An expectation that fails ends it and says which.
"""

import csv
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agent.consent.notice import NOTICE
from agent.profile import find_data
from tests.e2e.processes import AGENT, HUB, Processes, Running, eventually, expect

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
CONTACT = "13700137019"
"""An invented number, left as a contact; sealed for the call-back desk alone."""
KIOSK_SENTENCE = "扫了三次都付不了款，最后打13600136028才结上"
ONLINE = ("brake", "phone", "claim", "charger")
"""Clips spoken while the broker is there; the first is about safety, the second says a phone number."""
OFFLINE = ("aircon", "rescue")

Narrator = Callable[[str], None]


@dataclass(frozen=True)
class Clip:
    """One spoken sentence of the corpus."""

    path: Path
    text: str

    @property
    def shown(self) -> str:
        """What was said, for the table. A spoken number is not printed, not even here."""
        return re.sub(r"[0-9零〇一二三四五六七八九十幺两]{7,}", "〈号码〉", self.text)


@dataclass
class Told:
    """What became of one feedback."""

    said: str
    kept: str
    place: str
    record_id: str
    receipt_code: str
    durable_s: float
    ticket_no: str | None = None
    ticket_s: float | None = None


@dataclass
class Result:
    """What the story leaves to look at."""

    told: list[Told] = field(default_factory=list)
    ledgers: dict[str, dict[str, Any]] = field(default_factory=dict)
    erased: dict[str, Any] = field(default_factory=dict)
    http: str = ""
    invitation: str = ""
    """For the first administrator, to sign in to the staff pages with; good once."""
    mqtt: str = ""
    searched_files: int = 0


def load_clips(folder: Path = CLIPS) -> dict[str, Clip]:
    """The corpus, by file name without its ending."""
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {Path(row["file"]).stem: Clip(folder / row["file"], row["text"]) for row in rows}


class Story:
    """Plays the story in a folder; use once."""

    def __init__(
        self, root: Path, say: Narrator, processes: Processes, passage: Callable[[str], str] = lambda address: address
    ) -> None:
        self.passage = passage
        """From an address HOST:PORT to the one that is told to others: a place to listen in between."""
        self.root = root
        self.say = say
        self.processes = processes
        self.clips = load_clips()
        self.result = Result()
        self.hub_state = root / "hub"
        self.devices = {
            "head_unit": root / "head_unit",
            "charger_kiosk": root / "charger_kiosk",
            "service_terminal": root / "service_terminal",
        }
        self.agents: dict[str, Running] = {}

    def play(self) -> Result:
        """Everything, in order.

        Raises:
            StoryError: names the expectation that failed.
        """
        self.open_hub()
        self.enrol_devices()
        self.give_consent()
        self.speak_online()
        self.survive()
        self.touch_kiosk_and_terminal()
        self.search_for_numbers()
        self.erase()
        self.settle_accounts()
        return self.result

    # ---- 1 -------------------------------------------------------------------------------------------------------

    def open_hub(self) -> None:
        self.say("1  服务台启动：SQLite、内嵌消息代理、工单页面  The hub starts: SQLite, embedded broker, ticket page")
        self.broker = self.processes.start("broker", self._broker_command("0"))
        self.result.mqtt = str(self.broker.ready["mqtt"])
        command = [
            HUB,
            "serve",
            "--state",
            str(self.hub_state),
            "--broker",
            self.passage(self.result.mqtt),
            "--http-port",
            "0",
            "--json",
        ]
        hub = self.processes.start("hub", command)
        self.result.http = str(hub.ready["http"])
        self.result.invitation = str(hub.ready["invitation"])
        self.say(f"   工单页面 ticket page {hub.ready['pages']}   消息代理 broker {self.result.mqtt}")

    def enrol_devices(self) -> None:
        enrolment = self.passage(self.result.http.removeprefix("http://"))
        places = {"head_unit": "", "charger_kiosk": "滨江充电站 1 号桩", "service_terminal": "城西 4S 店"}
        for kind in self.devices:
            claim_command = [HUB, "claim", "--state", str(self.hub_state), "--kind", kind, "--json"]
            claim = self.processes.run(claim_command + (["--place", places[kind]] if places[kind] else []))[0]["claim"]
            options = ["--hub", f"http://{enrolment}", "--claim", claim, "--profile", self._profile(kind), "--json"]
            enrolled = self._command(kind, "provision", *options)[0]
            self._start_agent(kind)
            self.say(f"   已开通 enrolled  {kind:17} {enrolled['device']}   {self.agents[kind].ready['speech']}")

    # ---- 2 -------------------------------------------------------------------------------------------------------

    def give_consent(self) -> None:
        self.say("\n2  车机出示告知并取得同意  The head unit shows the notice and takes consent")
        for line in NOTICE.zh.splitlines():
            self.say(f"   │ {line}")
        before = self._command("head_unit", "say", str(self.clips["brake"].path), "--json", ok=(77,))
        expect(
            before and before[-1] == {"event": "not_kept", "reason": "no_consent"},
            "without consent the head unit must not capture or keep anything",
        )
        self.say("   没有同意时：不录、不存  without consent: nothing captured, nothing kept")
        purposes = ["--purpose", "improve_service", "--purpose", "call_back"]
        granted = self._command("head_unit", "consent", "grant", *purposes, "--period", "90d", "--json")[0]
        self.say(f"   已同意 agreed: {', '.join(granted['purposes'])}，{granted['period']}")

    def speak_online(self) -> None:
        self._link(up=True)
        for name in ONLINE:
            contact = CONTACT if name == "brake" else None
            told, wording = self._speak("head_unit", self.clips[name], contact=contact, wait_s=30)
            expect(told.ticket_no, f"the hub gives a ticket number for {name!r}")
            expect("联网发出后" not in wording, "online, the promise does not wait for a network")
            expect(
                ("联系您" in wording) == (contact is not None),
                "a call is promised where a contact was left, and only there",
            )
            if name == "phone":
                expect("[PHONE]" in told.kept, "the spoken phone number is masked as [PHONE]")
        tickets = self._tickets()
        expect(tickets[self.result.told[0].record_id]["severity"] == "safety", "the brake sentence is a safety ticket")

    # ---- 3 -------------------------------------------------------------------------------------------------------

    def survive(self) -> None:
        self.say("\n3  消息代理被杀（SIGKILL），车里继续说  The broker is killed; the driver goes on speaking")
        self.processes.running.remove(self.broker)
        self.broker.kill()
        self._link(up=False)
        offline = []
        for name in OFFLINE:
            told, wording = self._speak("head_unit", self.clips[name], wait_s=0)
            expect("联网发出后24小时内" in wording, "offline, the promise counts from the sending")
            offline.append(told)
        self.say("   代理程序被杀（SIGKILL），再启动  The agent is killed and started again")
        self.processes.running.remove(self.agents["head_unit"])
        self.agents["head_unit"].kill()
        self._start_agent("head_unit")
        waiting = self._status("head_unit")["queue"]["waiting"]
        expect(waiting >= len(offline), "both offline records survived the kill")
        self.say(f"   待发 {waiting} 条；消息代理恢复  {waiting} wait; the broker returns")
        returned_at = time.monotonic()
        port = self.result.mqtt.rpartition(":")[2]
        self.broker = self.processes.start("broker", self._broker_command(port))
        for told in offline:
            ticket = eventually(
                lambda told=told: self._tickets().get(told.record_id),  # type: ignore[misc]
                "a record spoken offline becomes a ticket once the broker is back",
            )
            told.ticket_no, told.ticket_s = ticket["number"], time.monotonic() - returned_at
            self.say(f"   {told.receipt_code} → {told.ticket_no}")
        self._expect_each_once()

    # ---- 4 -------------------------------------------------------------------------------------------------------

    def touch_kiosk_and_terminal(self) -> None:
        self.say("\n4  充电桩：评分和一句话；4S 终端：评分  Kiosk: a rating and a sentence; terminal: a rating")
        for kind in ("charger_kiosk", "service_terminal"):
            self._link(up=True, kind=kind)
        words = ["--text", "-", "--rating", "2", "--scene", "charging_done", "--agree", "--wait", "30", "--json"]
        events = self.processes.run(
            [AGENT, "say", "--state", str(self.devices["charger_kiosk"]), *words], stdin=KIOSK_SENTENCE + "\n"
        )
        told = self._told("charger_kiosk", "扫了三次都付不了款，最后打〈号码〉才结上 + 2 分", events)
        expect("[PHONE]" in told.kept and told.ticket_no, "the kiosk's sentence is masked and becomes a ticket")
        events = self._command(
            "service_terminal", "rate", "5", "--scene", "repair_done", "--agree", "--wait", "30", "--json"
        )
        told = self._told("service_terminal", "5 分", events)
        expect(told.ticket_no, "the terminal's rating becomes a ticket")
        self._expect_each_once()

    # ---- 5 -------------------------------------------------------------------------------------------------------

    def search_for_numbers(self) -> None:
        found, searched = self._search(self.numbers())
        self.result.searched_files = searched
        expect(not found, f"no file of device, broker or hub holds a spoken, typed or left number; found in {found}")
        self.say(f"\n   搜索 {searched} 个文件：没有任何号码  {searched} files searched: no number in any of them")

    def erase(self) -> None:
        self.say("\n5  “删除我的数据”  One person says: delete my data")
        mine = [t for t in self.result.told if t.place == "head_unit"]
        sentences = [t.kept for t in mine]
        clip = self.clips["delete"]
        events = self._command("head_unit", "say", str(clip.path), "--yes", "--json")
        erased = next((e for e in events if e["event"] == "erased"), None)
        expect(erased is not None, "the spoken request is understood and carried out")
        assert erased is not None
        self.result.erased = erased
        self.say(
            f"   车机：密钥销毁 {erased['keys_shredded']}，记录删除 {erased['rows_deleted']}，"
            f"日志截断 {'是' if erased['wal_truncated'] else '否'}"
            f"  keys shredded {erased['keys_shredded']}, rows deleted {erased['rows_deleted']}"
        )
        expect(erased["keys_shredded"] >= 1 and erased["wal_truncated"], "the key is destroyed and the log truncated")
        tombstone = eventually(
            lambda: next((t for t in self._erasures() if t["erasure_id"] == erased["erasure_id"]), None),
            "the hub shows the tombstone",
        )
        expect(tombstone["tickets_erased"] == len(mine), "the hub erased every ticket of this person")
        self.say(
            f"   服务台墓碑 hub tombstone: {tombstone['tickets_erased']} 张工单 tickets, {tombstone['completed_at']}"
        )
        answered = eventually(
            lambda: next((e for e in self._status("head_unit")["erasures"] if e["hub"]), None),
            "the device learns what the hub did",
        )
        stores = "，".join(f"{s['store']} {s['action']}" for s in answered["hub"]["stores"])
        self.say(f"   服务台答复 hub's answer: {stores}")
        fragments = [piece for text in sentences for piece in pieces(text)]
        found, searched = self._search([*fragments, *self.numbers()])
        expect(
            not found, f"no file of device, broker or hub holds a sentence or number after erasure; found in {found}"
        )
        self.result.searched_files = searched
        self.say(f"   搜索 {searched} 个文件：句子和号码都没有  {searched} files searched: neither sentence nor number")

    # ---- 6 -------------------------------------------------------------------------------------------------------

    def settle_accounts(self) -> None:
        for kind in self.devices:
            status = eventually(
                lambda kind=kind: self._drained(kind),  # type: ignore[misc]
                f"the queue of {kind} drains",
            )
            self.result.ledgers[kind] = status["ledger"]
            expect(status["ledger"]["balanced"], f"the ledger of {kind} balances")

    # ---- what the steps are made of --------------------------------------------------------------------------------

    def _profile(self, kind: str) -> str:
        """The shipped profile, but with a watcher's patience: a fleet spreads its reconnects over 40 s."""
        path = self.root / f"{kind}.toml"
        shipped = (find_data("device_profiles") / f"{kind}.toml").read_text(encoding="utf-8")
        path.write_text(f"{shipped}\n[sync]\nbackoff_first_s = 1.0\nbackoff_max_s = 4.0\n", encoding="utf-8")
        return str(path)

    def _start_agent(self, kind: str) -> None:
        command = [AGENT, "run", "--state", str(self.devices[kind]), "--json"]
        self.agents[kind] = self.processes.start(kind, command)

    def _broker_command(self, port: str) -> list[str]:
        return [HUB, "broker", "--state", str(self.root / "broker"), "--port", port, "--json"]

    def _command(self, kind: str, *words: str, ok: tuple[int, ...] = (0,)) -> list[dict[str, Any]]:
        return self.processes.run([AGENT, *words, "--state", str(self.devices[kind])], ok=ok)

    def _speak(self, kind: str, clip: Clip, *, wait_s: float, contact: str | None = None) -> tuple[Told, str]:
        self.say(f"\n   🎤 {clip.path.name}")
        command = [AGENT, "say", str(clip.path), "--state", str(self.devices[kind]), "--wait", str(wait_s), "--json"]
        events = []
        for event in self.processes.follow(
            command + (["--contact", "-"] if contact else []), stdin=f"{contact}\n" if contact else None
        ):
            events.append(event)
            self._show(event)
        told = self._told(kind, clip.shown, events)
        wording = next(e["wording"] for e in events if e["event"] == "recorded")
        return told, wording

    def _show(self, event: dict[str, Any]) -> None:
        match event["event"]:
            case "partial":
                self.say(f"      … {event['masked']}")
            case "heard":
                self.say(f"      遮盖后 masked  {event['masked']}")
            case "recorded":
                self.say(f"      {event['wording']}  回执 {event['receipt_code']}")
            case "ticket":
                self.say(f"      工单 ticket    {event['ticket_no']}")

    def _told(self, kind: str, said: str, events: list[dict[str, Any]]) -> Told:
        by_name = {event["event"]: event for event in events}
        expect("recorded" in by_name, f"the {kind} records {said!r}")
        recorded, ticket = by_name["recorded"], by_name.get("ticket", {})
        told = Told(
            said=said,
            kept=by_name.get("heard", {}).get("masked", ""),
            place=kind,
            record_id=recorded["record_id"],
            receipt_code=recorded["receipt_code"],
            durable_s=recorded["seconds"],
            ticket_no=ticket.get("ticket_no"),
            ticket_s=ticket.get("seconds"),
        )
        self.result.told.append(told)
        return told

    def _status(self, kind: str) -> dict[str, Any]:
        return self._command(kind, "status", "--json")[0]

    def _drained(self, kind: str) -> dict[str, Any] | None:
        status = self._status(kind)
        return status if status["queue"]["waiting"] == 0 else None

    def _link(self, *, up: bool, kind: str = "head_unit") -> None:
        eventually(
            lambda: self._status(kind)["link"]["connected"] is up,
            f"the {kind} notices that the broker is {'there' if up else 'gone'}",
        )

    def _tickets(self) -> dict[str, dict[str, Any]]:
        tickets = self.processes.run([HUB, "tickets", "--state", str(self.hub_state), "--json"])
        by_record = {ticket["record_id"]: ticket for ticket in tickets}
        expect(len(by_record) == len(tickets), "no record has a second ticket")
        return by_record

    def _erasures(self) -> list[dict[str, Any]]:
        return self.processes.run([HUB, "erasures", "--state", str(self.hub_state), "--json"])

    def _expect_each_once(self) -> None:
        expect(
            set(self._tickets()) == {told.record_id for told in self.result.told},
            "every record has its one ticket, and there is no other",
        )

    def numbers(self) -> list[str]:
        """Every number that is spoken, typed or left in the story, in the forms it can take."""
        spoken = re.search(r"[零一二三四五六七八九幺]{7,}", self.clips["phone"].text)
        expect(spoken, "the phone clip says a number")
        assert spoken is not None
        words = spoken[0]
        digits = words.translate(str.maketrans("零一二三四五六七八九幺", "01234567891"))
        typed = re.search(r"\d{7,}", KIOSK_SENTENCE)
        assert typed is not None
        return [digits, words, words.replace("幺", "一"), " ".join(digits), CONTACT, typed[0]]

    def _search(self, needles: list[str]) -> tuple[list[str], int]:
        """Files that hold one of these, in any encoding in use; and how many were searched."""
        forms = encoded(needles)
        found, searched = [], 0
        for path in sorted(self.root.rglob("*")):
            if not path.is_file():
                continue
            content = path.read_bytes()
            searched += 1
            if any(form in content for form in forms):
                found.append(str(path.relative_to(self.root)))
        return found, searched


def encoded(needles: list[str]) -> set[bytes]:
    """What to search bytes for, in any encoding in use."""
    return {needle.encode(name) for needle in needles for name in ("utf-8", "utf-16-le", "gb18030")}


def pieces(text: str) -> list[str]:
    """Runs of at least five Chinese characters of a masked sentence: what a leak would show."""
    return re.findall(r"[一-鿿]{5,}", text)
