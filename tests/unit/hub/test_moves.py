"""Which status follows which, and what is told."""

from agent.contract.directives import TicketState
from hub.tickets.moves import NEXT, is_news, news_of
from hub.tickets.ticket import GONE, OPEN, Status


def test_every_ticket_that_can_be_read_has_a_next_step_and_what_is_gone_has_none():
    assert set(NEXT) == set(Status) - set(GONE)
    assert all(NEXT.values())


def test_every_open_ticket_can_be_closed_and_a_closed_one_only_reopened():
    assert all(Status.CLOSED in NEXT[status] for status in OPEN)
    assert NEXT[Status.CLOSED] == (Status.REOPENED,)
    assert not {after for nexts in NEXT.values() for after in nexts} & set(GONE)


def test_nothing_goes_back_to_new():
    assert all(Status.NEW not in nexts for nexts in NEXT.values())


def test_agents_in_the_field_hear_of_the_states_that_they_know():
    assert {news_of(status) for status in NEXT} == set(TicketState)
    assert news_of(Status.CLOSED) is TicketState.SOLVED
    assert news_of(Status.REOPENED) is TicketState.IN_PROGRESS


def test_a_step_that_says_nothing_new_is_no_news_unless_there_are_words():
    assert not is_news(Status.IN_PROGRESS, Status.WAITING, "")
    assert is_news(Status.IN_PROGRESS, Status.WAITING, "配件周五到")
    assert is_news(Status.NEW, Status.ACCEPTED, "")
    assert is_news(Status.CLOSED, Status.REOPENED, "")
