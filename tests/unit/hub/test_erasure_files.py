from hub.erasure.files import FILES, unlisted


def test_a_file_that_somebody_adds_to_the_state_folder_is_found():
    known = ["hub.db", "hub.db-wal", "keys/ca.pem", "tombstones.jsonl", "broker.toml"]
    assert unlisted(known) == []
    assert unlisted([*known, "exports/visit.json", "hub.db.old"]) == ["exports/visit.json", "hub.db.old"]


def test_every_listed_file_says_what_an_erasure_does_to_it():
    assert all(FILES.values())
