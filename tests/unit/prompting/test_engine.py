"""Which question is asked, and when: the engine alone, one event after another."""

from datetime import timedelta

import pytest

from agent.contract.directives import FollowUp, PromptAnswer, PromptCondition, PromptRule, PromptSet
from agent.feedback.trigger import Happening, Moving
from agent.prompting.engine import (
    Answered,
    AnsweredAway,
    Ask,
    Happened,
    Left,
    NotAsked,
    PromptEngine,
    Quiet,
    QuietOver,
    Remember,
    RulesChanged,
    Seen,
    TakeAway,
    Tick,
    WakeAt,
)
from agent.prompting.history import Asked, Ended, Limits, Suppressed
from tests.builders import T0

DAY = timedelta(days=1)
FREE = Limits(per_day=None, per_week=None)
YES, NO = PromptAnswer(answer_id="yes", zh="是"), PromptAnswer(answer_id="no", zh="否")


def rule(rule_id: str = "charge", trigger: str = "charging_done", **more) -> PromptRule:
    return PromptRule(rule_id=rule_id, trigger=trigger, question_zh="本次充电体验如何？", **more)


def prompts(*rules: PromptRule, days: int = 365) -> PromptSet:
    return PromptSet(set_id="test", version=1, expires_at=T0 + days * DAY, rules=rules)


def engine(*rules: PromptRule, limits: Limits = FREE, parked: bool = True, **more) -> PromptEngine:
    made = PromptEngine([prompts(*rules)], limits=limits, **more)
    if parked:
        made.handle(Moving(False), T0)
    return made


def happened(trigger: str = "charging_done", at=T0, **facts) -> Happened:
    return Happened(Happening(trigger, at, facts))


def asked(actions) -> list[str]:
    return [action.rule.rule_id for action in actions if isinstance(action, Ask)]


def refused(actions) -> list[tuple[str, Suppressed]]:
    return [(action.rule_id, action.reason) for action in actions if isinstance(action, NotAsked)]


def ask_and_end(made: PromptEngine, now, ended: Ended = Ended.ANSWERED):
    actions = made.handle(happened(at=now), now)
    if made.shown is not None:
        made.handle(Answered() if ended is Ended.ANSWERED else Left(ended), now)
    return actions


def test_what_has_happened_raises_the_question_that_waits_for_it():
    made = engine(rule(), rule("repair", "repair_done"))
    assert asked(made.handle(happened(), T0)) == ["charge"]
    assert made.shown.rule_id == "charge"


@pytest.mark.parametrize(
    ("test", "value", "fact", "fits"),
    [
        ("is", True, True, True),
        ("is", True, False, False),
        ("is_not", "P0171", "P0300", True),
        ("one_of", ["a", "b"], "b", True),
        ("one_of", "ab", "a", False),
        ("at_least", 3, 3, True),
        ("at_least", 3, 2, False),
        ("at_least", 1, True, False),
        ("at_most", 5.5, 5, True),
        ("at_most", 5, "5", False),
        ("no_such_test", 5, 5, False),
    ],
)
def test_a_condition_holds_for_its_facts_alone(test, value, fact, fits):
    made = engine(rule(conditions=(PromptCondition(fact="visits", test=test, value=value),)))
    assert asked(made.handle(happened(visits=fact), T0)) == (["charge"] if fits else [])
    assert (
        asked(engine(rule(conditions=(PromptCondition(fact="visits", test=test, value=value),))).handle(happened(), T0))
        == []
    )


def test_a_question_whose_words_need_an_unknown_fact_is_not_asked():
    on_way = PromptRule(rule_id="eta", trigger="surveyor_on_way", question_zh="约 {eta_minutes} 分钟后到")
    assert asked(engine(on_way).handle(happened("surveyor_on_way"), T0)) == []
    assert asked(engine(on_way).handle(happened("surveyor_on_way", eta_minutes=20), T0)) == ["eta"]


def test_one_question_at_a_time_and_the_other_waits_its_turn():
    made = engine(rule(), rule("repair", "repair_done"))
    made.handle(happened(), T0)
    assert asked(made.handle(happened("repair_done"), T0)) == []
    assert asked(made.handle(Answered(("yes",)), T0)) == ["repair"]


def test_of_several_questions_for_one_event_the_most_important_is_asked():
    made = engine(rule("low", priority=1), rule("high", priority=5), rule("safe", safety=True))
    actions = made.handle(happened(), T0)
    assert asked(actions) == ["safe"]
    assert refused(actions) == [("high", Suppressed.ANOTHER_FIRST), ("low", Suppressed.ANOTHER_FIRST)]


# ---- how often -----------------------------------------------------------------------------------------------------


def test_one_a_day_and_two_a_week_over_all_rules():
    made = engine(rule(), limits=Limits())
    fates = [ask_and_end(made, T0 + n * 8 * timedelta(hours=1)) for n in range(10)]
    assert [n for n, actions in enumerate(fates) if asked(actions)] == [0, 3]
    reasons = [reason for actions in fates for _, reason in refused(actions)]
    assert reasons == [Suppressed.DAY_IS_FULL] * 4 + [Suppressed.WEEK_IS_FULL] * 4
    assert asked(ask_and_end(made, T0 + 7 * DAY)) == ["charge"]


def test_what_is_about_safety_is_never_held_back_by_the_limits_and_uses_none_up():
    made = engine(rule(), rule("hot", "battery_hot", safety=True), limits=Limits())
    ask_and_end(made, T0)
    assert asked(made.handle(happened("battery_hot"), T0)) == ["hot"]
    made.handle(Answered(("yes",)), T0)
    assert asked(ask_and_end(made, T0 + DAY)) == ["charge"]


def test_a_cool_down_binds_safety_too():
    made = engine(rule("hot", "battery_hot", safety=True, cool_down_s=600))
    made.handle(happened("battery_hot"), T0)
    made.handle(Answered(("no",)), T0)
    later = T0 + timedelta(seconds=599)
    assert refused(made.handle(happened("battery_hot", later), later)) == [("hot", Suppressed.COOL_DOWN)]
    later = T0 + timedelta(seconds=600)
    assert asked(made.handle(happened("battery_hot", later), later)) == ["hot"]


@pytest.mark.parametrize("ended", [Ended.DISMISSED, Ended.UNANSWERED])
def test_a_dismissed_question_rests_twice_as_long_each_time(ended):
    made = engine(rule())
    at = T0
    for rest in (7, 14, 28, 56, 56):
        assert asked(ask_and_end(made, at, ended)) == ["charge"]
        assert refused(ask_and_end(made, at + rest * DAY - timedelta(seconds=1))) == [("charge", Suppressed.DISMISSED)]
        at += rest * DAY
    ask_and_end(made, at)
    assert asked(ask_and_end(made, at)) == ["charge"], "an answer forgives"


def test_a_restart_forgets_no_limit():
    first = engine(rule(), limits=Limits())
    remembered = [
        a.asked for a in [*first.handle(happened(), T0), *first.handle(Left(), T0)] if isinstance(a, Remember)
    ]
    assert remembered == [Asked("charge", T0, Ended.DISMISSED)]
    again = engine(rule(), rule("repair", "repair_done"), limits=Limits(), asked=remembered)
    assert refused(again.handle(happened("repair_done"), T0)) == [("repair", Suppressed.DAY_IS_FULL)]
    assert refused(again.handle(happened(at=T0 + 2 * DAY), T0 + 2 * DAY)) == [("charge", Suppressed.DISMISSED)]


# ---- the right moment ----------------------------------------------------------------------------------------------


def test_until_the_vehicle_is_known_to_stand_it_counts_as_moving():
    made = engine(rule(), parked=False)
    assert asked(made.handle(happened(), T0)) == []
    assert asked(made.handle(Moving(False), T0)) == ["charge"]


def test_while_moving_only_what_may_be_asked_by_voice():
    made = engine(rule(), rule("hot", "battery_hot", while_moving=True))
    made.handle(Moving(True), T0)
    made.handle(happened(), T0)
    (ask,) = [a for a in made.handle(happened("battery_hot"), T0) if isinstance(a, Ask)]
    assert (ask.rule.rule_id, ask.by_voice) == ("hot", True)
    made.handle(Answered(("yes",)), T0)
    (ask,) = [a for a in made.handle(Moving(False), T0) if isinstance(a, Ask)]
    assert (ask.rule.rule_id, ask.by_voice) == ("charge", False)


def test_a_question_on_the_screen_goes_when_the_vehicle_moves_and_comes_back():
    made = engine(rule(ask_within_s=600))
    made.handle(happened(), T0)
    moves = made.handle(Moving(True), T0)
    assert TakeAway("charge", Suppressed.MOVING) in moves
    assert WakeAt(T0 + timedelta(seconds=600)) in moves
    assert made.shown is None
    assert asked(made.handle(Moving(False), T0 + timedelta(seconds=599))) == ["charge"]


def test_a_question_that_waited_too_long_is_counted_and_not_asked():
    made = engine(rule(ask_within_s=600))
    made.handle(Moving(True), T0)
    made.handle(happened(), T0)
    late = made.handle(Moving(False), T0 + timedelta(seconds=600))
    assert asked(late) == []
    assert refused(late) == [("charge", Suppressed.MOVING)]
    busy = engine(rule(), rule("repair", "repair_done", ask_within_s=60))
    busy.handle(happened(), T0)
    busy.handle(happened("repair_done"), T0)
    assert refused(busy.handle(Tick(), T0 + timedelta(seconds=60))) == [("repair", Suppressed.BUSY)]


def test_a_delayed_question_is_asked_when_its_time_has_come():
    made = engine(rule("surveyor", "accident", delay_s=480, ask_within_s=120))
    first = made.handle(happened("accident"), T0)
    assert asked(first) == []
    assert WakeAt(T0 + timedelta(seconds=480)) in first
    assert asked(made.handle(Tick(), T0 + timedelta(seconds=480))) == ["surveyor"]


def test_not_this_trip_silences_all_but_safety():
    made = engine(rule(), rule("repair", "repair_done"), rule("hot", "battery_hot", safety=True))
    made.handle(happened(), T0)
    made.handle(happened("repair_done"), T0)
    quiet = made.handle(Quiet(True), T0)
    assert TakeAway("charge", Suppressed.NOT_THIS_TRIP) in quiet
    assert refused(quiet) == [("repair", Suppressed.NOT_THIS_TRIP)]
    assert refused(made.handle(happened("repair_done"), T0)) == [("repair", Suppressed.NOT_THIS_TRIP)]
    assert asked(made.handle(happened("battery_hot"), T0)) == ["hot"]


def test_not_this_trip_ends_with_the_trip_and_covers_the_question_about_its_end():
    made = engine(rule(), rule("how_was_it", "trip_ended"))
    made.handle(Quiet(True), T0)
    ended = made.handle(happened("trip_ended"), T0)
    assert refused(ended) == [("how_was_it", Suppressed.NOT_THIS_TRIP)]
    assert QuietOver() in ended
    assert asked(made.handle(happened(), T0)) == ["charge"]
    assert QuietOver() not in made.handle(happened("trip_ended"), T0), "a trip that was not quiet ends nothing"


# ---- what is about safety goes first ---------------------------------------------------------------------------------

HOT = rule("hot", "battery_hot", safety=True, while_moving=True, cool_down_s=600)


def test_what_is_about_safety_takes_the_place_of_what_is_not_and_that_comes_back():
    made = engine(rule(), HOT)
    made.handle(happened(), T0)
    interrupted = made.handle(happened("battery_hot"), T0)
    assert interrupted[0] == TakeAway("charge", Suppressed.SAFETY_FIRST)
    assert asked(interrupted) == ["hot"]
    assert asked(made.handle(Answered(("no",)), T0)) == ["charge"]
    assert made.handle(happened("battery_hot"), T0)[0] == NotAsked("hot", Suppressed.COOL_DOWN), "still on the screen"
    assert made.shown.rule_id == "charge"


def test_a_question_about_safety_is_not_interrupted_by_another():
    made = engine(HOT, rule("smoke", "warning_light", safety=True))
    made.handle(happened("battery_hot"), T0)
    assert asked(made.handle(happened("warning_light"), T0)) == []
    assert asked(made.handle(Left(), T0)) == ["smoke"]


def test_what_made_way_for_safety_until_it_was_too_late_is_counted_and_not_asked():
    made = engine(rule(ask_within_s=60), HOT)
    made.handle(happened(), T0)
    made.handle(happened("battery_hot"), T0)
    assert refused(made.handle(Tick(), T0 + timedelta(seconds=60))) == [("charge", Suppressed.SAFETY_FIRST)]


def test_a_safety_question_that_cannot_be_asked_at_the_wheel_takes_nobodys_place():
    spoken = rule("spoken", "trip_began", while_moving=True)
    made = engine(spoken, rule("read", "battery_hot", safety=True), parked=False)
    made.handle(happened("trip_began"), T0)
    assert asked(made.handle(happened("battery_hot"), T0)) == []
    assert made.shown.rule_id == "spoken"
    assert asked(made.handle(Moving(False), T0)) == ["read"]


def test_a_conversation_that_safety_interrupts_is_over_and_its_answer_was_given():
    made = engine(SLOW, WHY, HOT)
    made.handle(happened(), T0)
    made.handle(Answered(("no",)), T0)
    actions = made.handle(happened("battery_hot"), T0)
    assert [a.asked for a in actions if isinstance(a, Remember)] == [Asked("charge", T0, Ended.ANSWERED)]
    assert asked(made.handle(Answered(), T0)) == []


def test_a_question_that_was_answered_as_safety_took_its_place_does_not_come_back():
    made = engine(rule(), HOT)
    made.handle(happened(), T0)
    made.handle(happened("battery_hot"), T0)
    late = made.handle(AnsweredAway("charge"), T0)
    assert [a.asked for a in late if isinstance(a, Remember)] == [Asked("charge", T0, Ended.ANSWERED)]
    assert asked(made.handle(Answered(("no",)), T0)) == []


# ---- in front of a person --------------------------------------------------------------------------------------------


def by_pages(*rules: PromptRule, limits: Limits = FREE) -> PromptEngine:
    made = engine(*rules, limits=limits)
    made.wait_until_seen()
    return made


def test_where_pages_show_questions_one_counts_from_when_it_is_seen():
    made = by_pages(rule(), limits=Limits())
    assert asked(made.handle(happened(), T0)) == ["charge"]
    assert not made.seen
    later = T0 + timedelta(minutes=10)
    made.handle(Seen(), later)
    assert made.seen
    ended = made.handle(Left(Ended.UNANSWERED), later)
    assert [a.asked for a in ended if isinstance(a, Remember)] == [Asked("charge", later, Ended.UNANSWERED)]


def test_what_nobody_saw_in_its_time_is_counted_by_its_reason_and_uses_up_no_limit():
    made = by_pages(rule(ask_within_s=120), limits=Limits())
    end = T0 + timedelta(seconds=120)
    assert WakeAt(end) in made.handle(happened(), T0)
    actions = made.handle(Tick(), end)
    assert TakeAway("charge", Suppressed.NOT_SEEN) in actions
    assert refused(actions) == [("charge", Suppressed.NOT_SEEN)]
    assert not [a for a in actions if isinstance(a, Remember)]
    assert asked(made.handle(happened(at=end), end)) == ["charge"], "the day is not full: nobody was asked"


def test_what_nobody_saw_keeps_its_end_when_the_vehicle_moves_and_counts_for_nothing_on_a_quiet_trip():
    made = by_pages(rule(ask_within_s=120))
    made.handle(happened(), T0)
    made.handle(Moving(True), T0 + timedelta(seconds=60))
    assert refused(made.handle(Tick(), T0 + timedelta(seconds=120))) == [("charge", Suppressed.MOVING)]
    quiet = by_pages(rule())
    quiet.handle(happened(), T0)
    actions = quiet.handle(Quiet(True), T0)
    assert refused(actions) == [("charge", Suppressed.NOT_THIS_TRIP)]
    assert not [a for a in actions if isinstance(a, Remember)]


def test_a_follow_up_has_somebody_before_it():
    made = by_pages(SLOW, WHY)
    made.handle(happened(), T0)
    made.handle(Answered(("no",)), T0)
    assert made.seen
    assert refused(made.handle(Tick(), T0 + DAY)) == []


# ---- for whom, how long ----------------------------------------------------------------------------------------------


def test_an_audience_is_asked_and_nobody_else():
    mine = rule(audience=("family", "business"))
    assert refused(engine(mine).handle(happened(), T0)) == [("charge", Suppressed.OTHER_AUDIENCE)]
    assert asked(engine(mine, tags=["family"]).handle(happened(), T0)) == ["charge"]


def test_rules_end_with_their_set_and_by_themselves():
    ended = PromptEngine([prompts(rule(), days=1)], limits=FREE)
    assert refused(ended.handle(happened(at=T0 + DAY), T0 + DAY)) == [("charge", Suppressed.EXPIRED)]
    made = engine(rule(valid_until=T0 + DAY))
    assert refused(made.handle(happened(at=T0 + DAY), T0 + DAY)) == [("charge", Suppressed.EXPIRED)]


def test_other_rules_take_over_and_limits_stay():
    made = engine(rule(), limits=Limits())
    ask_and_end(made, T0)
    made.handle(RulesChanged((prompts(rule("other")),)), T0)
    assert refused(made.handle(happened(), T0)) == [("other", Suppressed.DAY_IS_FULL)]
    assert asked(made.handle(happened(at=T0 + DAY), T0 + DAY)) == ["other"]


# ---- follow-ups ------------------------------------------------------------------------------------------------------

SLOW = rule(answers=(YES, NO), follow_ups=(FollowUp(after=("no",), ask="why"),))
WHY = PromptRule(rule_id="why", trigger="follow_up", question_zh="主要是哪方面？")


def test_an_answer_leads_to_its_follow_up_within_the_same_conversation():
    made = engine(SLOW, WHY, limits=Limits())
    made.handle(happened(), T0)
    assert asked(made.handle(Answered(("no",)), T0)) == ["why"]
    ended = made.handle(Answered(), T0)
    assert [a.asked for a in ended if isinstance(a, Remember)] == [Asked("charge", T0, Ended.ANSWERED)]
    other = engine(SLOW, WHY)
    other.handle(happened(), T0)
    assert asked(other.handle(Answered(("yes",)), T0)) == []


def test_leaving_at_a_follow_up_is_no_refusal():
    made = engine(SLOW, WHY)
    made.handle(happened(), T0)
    made.handle(Answered(("no",)), T0)
    left = made.handle(Left(), T0)
    assert [a.asked.ended for a in left if isinstance(a, Remember)] == [Ended.ANSWERED]


def test_driving_off_at_a_follow_up_ends_the_conversation():
    made = engine(SLOW, WHY)
    made.handle(happened(), T0)
    made.handle(Answered(("no",)), T0)
    moves = made.handle(Moving(True), T0)
    assert TakeAway("why", Suppressed.MOVING) in moves
    assert [a.asked for a in moves if isinstance(a, Remember)] == [Asked("charge", T0, Ended.ANSWERED)]
    assert asked(made.handle(Moving(False), T0)) == []


def test_an_answer_to_nothing_changes_nothing():
    assert engine(rule()).handle(Answered(("yes",)), T0) == []
    assert engine(rule()).handle(Left(), T0) == []
