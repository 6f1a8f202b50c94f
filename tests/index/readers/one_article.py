"""One invented article, in every form that is read."""

import csv
import io
import json
from collections.abc import Mapping

TITLE = "Ferry leaves Port Ondra"
URL = "https://ondra-post.example/2019/05/ferry"
BODY = (
    'PORT ONDRA — The ferry left the quay at noon, "as ever", said the harbour.\n\n'
    "What the crew say\n\nNobody was left behind; the sea was calm."
)
RECORD = {
    "url": URL,
    "title": TITLE,
    "text": BODY,
    "published": "2019-05-09",
    "author": "Mira Lind",
    "outlet": "The Ondra Post",
    "language": "en",
}
PAGE = f"{TITLE}\n\nBy Mira Lind\n\nMay 9, 2019\n\n{BODY}\n\nOriginal url:\n\n{URL}\n"

LINKED_DATA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2019-05-09T10:15:00+02:00",
    "author": [{"@type": "Person", "name": "Mira Lind"}],
    "publisher": {"@type": "Organization", "name": "The Ondra Post"},
}
PARAGRAPHS = BODY.split("\n\n")
ARTICLE = f"""<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>{TITLE}</h1>
<p>By Mira Lind</p><p>{PARAGRAPHS[0]}</p><h2>{PARAGRAPHS[1]}</h2><p>{PARAGRAPHS[2]}</p></article>
<footer>Cookies and terms</footer></body></html>"""
LINKED_PAGE = f"""<!doctype html><html lang="en"><head><title>{TITLE} | The Ondra Post</title>
<link rel="canonical" href="{URL}"><script type="application/ld+json">{json.dumps(LINKED_DATA)}
</script></head>{ARTICLE}"""
TAGGED_PAGE = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- saved --><HTML lang='en-GB'><head><title>{TITLE}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:url" content="{URL}">
<meta property="og:site_name" content="The Ondra Post"><meta name="author" content="Mira Lind">
<meta property="article:published_time" content="2019-05-09"></head>{ARTICLE}"""


def as_table(delimiter: str, *records: Mapping[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(RECORD), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()


FORMS = {
    "page": PAGE,
    "json object": json.dumps(RECORD),
    "json, indented": json.dumps(RECORD, indent=2),
    "json array": json.dumps([RECORD]),
    "json in a wrapper, one line": json.dumps({"articles": [RECORD]}),
    "json in a wrapper": json.dumps({"status": "ok", "articles": [RECORD]}, indent=1),
    "json lines": json.dumps(RECORD) + "\n",
    "csv": as_table(",", RECORD),
    "tsv": as_table("\t", RECORD),
    "semicolons": as_table(";", RECORD),
    "html with linked data": LINKED_PAGE,
    "html with meta tags": TAGGED_PAGE,
}
