"""The service desk's campaigns: the list, and one campaign written, checked, pushed, followed and stopped."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hub.adapters.database.campaign_counts import Answered, CampaignCounts
from hub.adapters.database.campaign_store import CampaignStore, ChangedMeanwhileError, NotReadyError
from hub.campaigns.campaign import Campaign, State, choice_of
from hub.campaigns.draft import Draft
from hub.campaigns.results import results
from hub.campaigns.rules import Fault, Reading, read
from hub.campaigns.shipped import VOTE, named, shipped
from hub.campaigns.tally import SMALLEST
from hub.errors import InputRefusedError
from hub.people.roles import Permission
from hub.web import campaign_view as view
from hub.web.campaign_form import FORM, acted, typed
from hub.web.campaign_vote import VotePart
from hub.web.frame import Frame, visitor_of
from hub.web.gate import DeclaredRoute, Gate
from hub.web.moments import BEIJING, ago_words, moment_words
from hub.web.wording import Words

USUAL_LENGTH: Final = timedelta(days=30)
_CONFLICT = 409
_GONE = 404


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    title: str
    question: str
    trigger: str
    state: str
    state_words: str
    changed: bool
    have: int
    chosen: int
    answers: int
    weighted: str
    """What they weigh, in words; empty where it is the same."""
    until: str


@dataclass(frozen=True, slots=True)
class _Done:
    at: str
    who: str
    action: str
    what: str


@dataclass(frozen=True, slots=True)
class CampaignsPage:
    """The pages and their acts."""

    campaigns: CampaignStore
    counts: CampaignCounts
    votes: VotePart
    gate: Gate
    frame: Frame

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        needs = Permission.RUN_CAMPAIGNS
        return [
            self.gate.route("/campaigns", self._list, needs),
            self.gate.route("/campaigns", self._create, needs, ["POST"]),
            self.gate.route("/campaigns/{name}", self._one, needs),
            self.gate.route("/campaigns/{name}", self._act, needs, ["POST"], form=FORM),
        ]

    # ---- the list ------------------------------------------------------------------------------------------------

    def _list(self, request: Request) -> Response:
        answered = self.counts.conversations()

        def fill(words: Words, now: datetime) -> dict[str, Any]:
            return {
                "rows": [
                    self._row(one, answered.get(one.name, Answered(0, 0.0)), now, words) for one in self.campaigns.all()
                ],
                "beginnings": _beginnings(words),
            }

        return self.frame.plain(request, "campaigns.html", fill)

    def _row(self, campaign: Campaign, answers: Answered, now: datetime, words: Words) -> _Row:
        state, state_words = view.state_words(campaign, now, words)
        reach, draft = self.counts.reach(campaign), campaign.draft
        return _Row(
            name=campaign.name,
            title=draft.title or words("campaigns.untitled"),
            question=draft.questions[0].zh,
            trigger=words.get(f"scene.{draft.trigger}", draft.trigger),
            state=state,
            state_words=state_words,
            changed=campaign.changed_since,
            have=reach.have,
            chosen=reach.chosen,
            answers=answers.people,
            weighted="" if answers.weighted == answers.people else words("weighted", figure=f"{answers.weighted:g}"),
            until=view.day(campaign.pushed.ends_at - timedelta(seconds=1)) if campaign.pushed else draft.ends,
        )

    def _create(self, request: Request) -> Response:
        begun = named(request.state.form.get("from", ""))
        draft = begun.draft() if begun else Draft()
        now = self.frame.clock()
        last = (now + USUAL_LENGTH).astimezone(BEIJING).date().isoformat()
        made = self.campaigns.create(draft.model_copy(update={"ends": last}), who=_me(request), now=now)
        return self._to(request, made.name)

    # ---- one campaign --------------------------------------------------------------------------------------------

    def _one(self, request: Request) -> Response:
        campaign = self.campaigns.find(request.path_params["name"])
        if campaign is None:
            return self.frame.notice(request, "missing", _GONE)
        asked = request.query_params
        now = self.frame.clock()
        reading = read(campaign.name, campaign.draft, version=1, now=now)
        faults = self._faults(campaign.draft, reading) if "check" in asked or "push" in asked else ()
        found = {"faults": faults, "confirming": "push" in asked and not faults, "told": _told(request)}
        return self._page(request, campaign, campaign.draft, reading, found)

    def _act(self, request: Request) -> Response:
        """Whatever button was pressed: what stands in the form is kept first."""
        form, name = request.state.form, request.path_params["name"]
        before = self.campaigns.find(name)
        if before is None:
            return self.frame.notice(request, "missing", _GONE)
        do, who, now = form.get("do", "save"), _me(request), self.frame.clock()
        revision = int(form["revision"]) if form.get("revision", "").isdigit() else -1
        if do in {"stop", "rest"}:
            return self._follow(request, name, do)
        if do == "order":
            count = self.votes.confirm(before, form, who=who, now=now)
            return self._to(request, name, told="done_order" if count else "done_nothing", count=str(count))
        if do == "push":
            return self._push(request, name, revision)
        draft, anchor = acted(typed(form, before.draft), do)
        try:
            self.campaigns.save(name, draft, revision=revision, who=who, now=now)
        except ChangedMeanwhileError as error:
            reading = read(name, draft, version=1, now=now)
            found = {"faults": (), "confirming": False, "told": None, "conflict": error.now}
            return self._page(request, error.now, draft, reading, found, status=_CONFLICT)
        if do == "ask_push":
            faults = self._faults(draft, read(name, draft, version=1, now=now))
            return self._to(request, name, "wrong" if faults else "confirm", push="1")
        if do == "save":
            return self._to(request, name, check="1", told="saved")
        return self._to(request, name, anchor)

    def _push(self, request: Request, name: str, revision: int) -> Response:
        try:
            self.campaigns.push(name, revision=revision, who=_me(request), now=self.frame.clock())
        except (ChangedMeanwhileError, NotReadyError):
            return self._to(request, name, "wrong", push="1")
        return self._to(request, name, told="pushed")

    def _follow(self, request: Request, name: str, do: str) -> Response:
        who, now = _me(request), self.frame.clock()
        try:
            if do == "stop":
                self.campaigns.stop(name, who=who, now=now)
                return self._to(request, name, told="done_stop")
            more = self.campaigns.push_rest(name, who=who, now=now)
        except InputRefusedError:  # somebody was quicker: the page shows how it stands now
            return self._to(request, name)
        return self._to(request, name, told="done_rest", count=str(more))

    def _faults(self, draft: Draft, reading: Reading) -> tuple[Fault, ...]:
        nobody = () if self.campaigns.fitting(choice_of(draft.target)) else (Fault("target", "no_device"),)
        return (*reading.faults, *nobody)

    def _page(
        self,
        request: Request,
        campaign: Campaign,
        draft: Draft,
        reading: Reading,
        found: dict[str, Any],
        *,
        status: int = 200,
    ) -> Response:
        reach = self.counts.reach(campaign)
        counted, weighed = self.counts.answers(campaign.name), self.counts.weighed(campaign.name)

        def fill(words: Words, now: datetime) -> dict[str, Any]:
            state, state_words = view.state_words(campaign, now, words)
            here, others = view.facts(draft.trigger, words)
            ends_at = reading.prompts.expires_at if reading.prompts else None
            return {
                "c": campaign,
                "d": draft,
                "state": state,
                "state_words": state_words,
                "ongoing": campaign.state(now) in {State.RUNNING, State.SCHEDULED},
                "saved": words(
                    "campaign.saved_by",
                    who=campaign.changed_by,
                    ago=ago_words(campaign.changed_at, now, words),
                ),
                "wrong": view.fault_words(found["faults"], words),
                "places_words": view.place_words([fault.place for fault in found["faults"]], words),
                "triggers": view.triggers(words),
                "facts_here": here,
                "facts_others": others,
                "facts_names": words("comma").join(f"{{{name}}} {told}" for name, told in here),
                "tests": view.tests(words),
                "picks": view.picks(draft, self.campaigns.choosable(), words),
                "everybody": self.campaigns.choosable().everybody,
                "fitting": self.campaigns.fitting(choice_of(draft.target)),
                "starts": moment_words(reading.starts_at, now, words)
                if reading.starts_at
                else words("campaign.at_once"),
                "until": view.day(ends_at - timedelta(seconds=1)) if ends_at else "",
                "seen": view.preview(draft, words),
                "reach": reach,
                "reach_rows": view.reach_rows(campaign, reach, words),
                "pushed": view.pushed_words(campaign, now, words),
                "results": [(one, view.bars(one, words)) for one in results(campaign, counted, weighed)]
                if counted
                else [],
                "SMALLEST": SMALLEST,
                "history": [
                    _Done(
                        moment_words(entry.at, now, words),
                        entry.who,
                        words.get(f"action.{entry.action}", entry.action),
                        view.deed_words(entry.what, campaign.name, words),
                    )
                    for entry in self.campaigns.history(campaign.name)
                ],
                **self.votes.fill(campaign, request.query_params.get("order", ""), words),
                "conflict": found.get("conflict"),
                "confirming": found["confirming"],
                "told": found["told"],
            }

        return self.frame.plain(request, "campaign.html", fill, status=status)

    def _to(self, request: Request, name: str, anchor: str = "", **asked: str) -> Response:
        """Back to the page, by a fresh look: nothing is sent twice by a reload."""
        root = request.scope.get("root_path", "").rstrip("/")
        query, mark = f"?{urlencode(asked)}" if asked else "", f"#{anchor}" if anchor else ""
        return RedirectResponse(f"{root}/campaigns/{name}{query}{mark}", 303)


def _beginnings(words: Words) -> list[tuple[str, list[tuple[str, str]]]]:
    """(group, [(name, words)]) of every question to begin with."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in shipped():
        group = words("campaigns.vote.group") if one.source == VOTE else words.get(f"device.{one.source}", one.source)
        question = one.rule.question_zh if words.language == "zh-CN" else one.rule.question_en
        groups.setdefault(group, []).append((one.name, question))
    return list(groups.items())


def _told(request: Request) -> tuple[str, str] | None:
    """(what was done, a count) that the page says once more after a redirect."""
    told, count = request.query_params.get("told", ""), request.query_params.get("count", "")
    known = told in {"saved", "pushed", "done_stop", "done_rest", "done_order", "done_nothing"}
    return (told, count if count.isdigit() and len(count) < 9 else "0") if known else None  # noqa: PLR2004 - digits


def _me(request: Request) -> str:
    return visitor_of(request).session.person.name
