"""An application that serves the sample article, and a client for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.unit.webapp.sample import sample_atlas, write_sample
from webapp.app import create_app


@pytest.fixture
def config(tmp_path: Path) -> dict[str, object]:
    """What an application of the sample article is made with."""
    return {
        "ARTICLES": (write_sample(tmp_path),),
        "LIBRARY": tmp_path / "library",
        "BUILD_ATLAS": sample_atlas,
    }


@pytest.fixture
def app(config: dict[str, object]) -> Flask:
    return create_app(config)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
