from __future__ import annotations

from webapp.app import create_app


def test_a_healthy_server_says_so_and_what_it_runs(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json["ok"] is True
    assert answer.json["articles"] == 1
    assert answer.json["version"]


def test_a_server_without_a_gazetteer_says_what_is_wrong(config, tmp_path):
    broken = {**config, "BUILD_ATLAS": None, "GAZETTEER": tmp_path / "none.sqlite"}
    answer = create_app(broken).test_client().get("/healthz")
    assert answer.status_code == 500
    assert "no gazetteer" in answer.json["error"]
    assert "Traceback" not in answer.text
