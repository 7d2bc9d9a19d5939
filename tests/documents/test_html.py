"""HTML pages: the article, what the page says of itself, and nothing fetched."""

import socket

import pytest

from watchfloor.documents import read_bytes

PAGE = """<!DOCTYPE html><html><head><title>Drone hits base | The Site</title>
<meta property="og:site_name" content="The Site"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2021-09-24T23:30:00-05:00"></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>Drone hits base in Erbil</h1><p class="byline">By Jane Doe</p>
<figure><img src="http://example.org/a.jpg"><figcaption>Soldiers at the airport (Photo: AFP)</figcaption></figure>
<p>A drone struck a base near <b>Erbil</b> airport on Saturday night, the counter-terrorism service said
(<a href="http://example.org">Rudaw</a>, September&nbsp;12).</p>
<h2>Claims &amp; denials</h2><p>Nobody took responsibility. Officials blamed militias, which denied it.</p>
<ul><li>Two drones took part, officials said.</li>
<li>No casualties were reported. <ul><li>None at all</li></ul></li></ul>
<blockquote><p>“We will find them,” the governor said.</p></blockquote>
<table><tr><th>Date</th><th>Place</th></tr><tr><td>July 1</td><td>Erbil</td></tr></table></article>
<aside><p>Most read: other news of the day from elsewhere.</p></aside>
<footer>Copyright 2021 The Site. All rights reserved.</footer></body></html>"""


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a page was fetched")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_article():
    document = read_bytes(PAGE.encode(), "page")
    assert document.text.split("\n\n") == [
        "Drone hits base in Erbil",
        "A drone struck a base near Erbil airport on Saturday night, the counter-terrorism service said "
        "(Rudaw, September 12).",
        "Claims & denials",
        "Nobody took responsibility. Officials blamed militias, which denied it.",
        "- Two drones took part, officials said.",
        "- No casualties were reported.",
        "- None at all",
        "“We will find them,” the governor said.",
        "Date | Place",
        "July 1 | Erbil",
    ]
    assert [s.heading for s in document.sections] == ["Drone hits base in Erbil", "Claims & denials"]
    assert (document.title, document.authors) == ("Drone hits base in Erbil", ("Jane Doe",))
    assert (document.publication, document.published) == ("The Site", "2021-09-24")


HEADS = {
    "meta": ('<meta name="dc.date" content="2022-03-04">', "2022-03-04"),
    "JSON-LD": (
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-03-04"}]}</script>',
        "2022-03-04",
    ),
    "broken JSON-LD": ('<script type="application/ld+json">{"datePublished": </script>', None),
    "deep JSON-LD": (f'<script type="application/ld+json">{"[" * 50_000}</script>', None),
    "ambiguous": ('<meta name="date" content="03/04/2022">', None),
    "modified only": ('<meta property="article:modified_time" content="2022-03-04">', None),
    "empty": ("", None),
}


@pytest.mark.parametrize(("head", "day"), HEADS.values(), ids=HEADS)
def test_day_of_publication_from_the_head(head, day, prose):
    page = f"<html><head>{head}</head><body><article><p>{prose}</p><p>{prose}!</p></article></body></html>"
    assert read_bytes(page.encode(), "x").published == day


BODIES = {
    "time": ('<time datetime="2022-03-04T10:00">yesterday</time>', "2022-03-04"),
    "shown": ('<span class="published-on">Published on Friday, 4 March 2022</span>', "2022-03-04"),
    "two days": ('<time datetime="2022-03-04"></time><time datetime="2022-03-05"></time>', None),
    "in the prose": ("<p>It happened on 4 March 2022, they say.</p>", None),
}


@pytest.mark.parametrize(("body", "day"), BODIES.values(), ids=BODIES)
def test_day_of_publication_from_the_body(body, day, prose):
    page = f"<html><body><div>{body}</div><article><p>{prose}</p><p>{prose}!</p></article></body></html>"
    assert read_bytes(page.encode(), "x").published == day


def test_the_title_is_put_on_top_where_the_article_lacks_it(prose):
    page = f"<html><head><title>Gunmen Attack</title></head><body><article><p>{prose}</p></article></body></html>"
    assert read_bytes(page.encode(), "x").text.startswith("Gunmen Attack\n\n")


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8", "utf-16"])
def test_encodings(encoding):
    words = "Взрыв прогремел в понедельник в центре Кабула, сообщила полиция города."
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{words}</p></body></html>'
    document = read_bytes(page.encode(encoding), "x")
    assert words in document.text
    assert document.language == "ru"


def test_a_wrong_label_of_the_encoding_is_overruled():
    page = '<html><head><meta charset="ascii"></head><body><p>The café was bombed, police said.</p></body></html>'
    assert "café" in read_bytes(page.encode(), "x").text


def test_entities_are_not_expanded(prose):
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>{prose} &x;</p></body></html>'
    text = read_bytes(page.encode(), "x").text
    assert "root:" not in text
    assert "]>" not in text


@pytest.mark.parametrize(
    "page",
    [
        "<p>Seven died in Kabul on Monday, police said.",
        "<html><body>Seven died in Kabul on Monday, police said.<br>More came.</body></html>",
        "<div><div>Seven died in Kabul on Monday, police said.</div></div>",
    ],
)
def test_poor_pages(page):
    assert read_bytes(page.encode(), "x").text.startswith("Seven died in Kabul on Monday, police said.")
