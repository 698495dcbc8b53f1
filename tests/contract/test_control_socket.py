"""The control socket: one request a connection, questions and answers, a button that is let go."""

import threading

import pytest

from agent.adapters.control_socket import ControlServer, request


@pytest.fixture
def serve(tmp_path):
    servers = []

    def started(handle):
        servers.append(ControlServer(tmp_path, handle))
        return tmp_path

    yield started
    for server in servers:
        server.close()


def levels_until_released(talk):
    while not talk.released():
        talk.tell({"event": "level", "bar": 0.5})
        threading.Event().wait(0.005)


def test_letting_go_reaches_a_request_that_listens(serve):
    def hold(_, talk):
        levels_until_released(talk)
        talk.tell({"event": "heard"})

    release, seen = threading.Event(), []
    for event in request(serve(hold), {"do": "say"}, lambda _: {}, release=release):
        seen.append(event["event"])
        if len(seen) == 3:
            release.set()
    assert seen[-1] == "heard"


def test_letting_go_when_it_is_over_is_not_taken_for_an_answer(serve):
    def ends_by_itself(_, talk):
        talk.tell({"event": "heard"})
        talk.tell({"event": "told", "answer": talk.ask({"event": "ask_contact"})})

    release = threading.Event()
    release.set()
    events = list(request(serve(ends_by_itself), {"do": "say"}, lambda _: {"contact": None}, release=release))
    assert events[-1]["answer"] == {"contact": None}


def test_a_client_that_hangs_up_has_let_go(serve):
    done = threading.Event()

    def hold(_, talk):
        levels_until_released(talk)
        done.set()

    events = request(serve(hold), {"do": "say"}, lambda _: {})
    next(events)
    events.close()
    assert done.wait(10)
