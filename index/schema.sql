-- The truth. Every write transaction advances `revision` by one; what it added carries that number,
-- what it removed leaves a row in `removed`, so that a derived index can catch up by difference.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    content_hash TEXT NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    outlet TEXT,
    byline TEXT,
    dateline TEXT,
    published TEXT,          -- ISO date, or instant with offset; NULL is unknown
    published_day INTEGER,   -- its calendar day, counted as Python's date.toordinal
    captions TEXT NOT NULL,  -- JSON array
    related TEXT NOT NULL,   -- JSON array of [title, outlet, url]
    headings TEXT NOT NULL,  -- JSON array of [start, end]
    language TEXT,
    read_from TEXT NOT NULL
);
CREATE INDEX articles_day ON articles (published_day);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentences TEXT NOT NULL, -- JSON array of [start, end] in the body
    vector_key BLOB NOT NULL REFERENCES vectors (key),
    revision INTEGER NOT NULL
);
CREATE INDEX passages_article ON passages (article_id);
CREATE INDEX passages_revision ON passages (revision);

CREATE TABLE removed (passage_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL);

-- Half-precision vectors, keyed by the hash of the encoder's exact input and its fingerprint.
CREATE TABLE vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
