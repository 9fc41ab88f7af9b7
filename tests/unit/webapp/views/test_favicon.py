from __future__ import annotations


def test_who_asks_for_an_icon_gets_the_drawing(client):
    answer = client.get("/favicon.ico", follow_redirects=True)
    assert answer.status_code == 200
    assert answer.mimetype == "image/svg+xml"
