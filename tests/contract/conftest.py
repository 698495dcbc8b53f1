"""An empty database of the hub, on SQLite and on PostgreSQL alike."""

import pytest
from sqlalchemy import text

from hub.adapters.database.connection import Database
from tests.fakes.postgresql import postgresql_server


@pytest.fixture(scope="module")
def server():
    with postgresql_server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/hub.db"
        return
    address = request.getfixturevalue("server")
    yield address
    opened = Database(address)
    with opened.write() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    opened.close()


@pytest.fixture
def database(url):
    opened = Database(url)
    opened.prepare()
    yield opened
    opened.close()
