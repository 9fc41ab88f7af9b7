from __future__ import annotations


def test_crawlers_are_asked_to_stay_out(client):
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    assert "Disallow: /" in answer.text
