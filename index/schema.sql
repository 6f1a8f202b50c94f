-- The truth. Every write transaction advances `revision` by one; what it added carries that number,
-- what it removed leaves a row in `removed`, so that a derived index can catch up by difference.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    content_hash TEXT NOT NULL,
    recipe TEXT NOT NULL,    -- how its passages were cut and encoded; empty: it has none yet
    story TEXT NOT NULL,     -- the same for all articles that are copies of one another
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
    modified TEXT,           -- when the source last changed this version, as `published`
    read_from TEXT NOT NULL
);
CREATE INDEX articles_day ON articles (published_day);
CREATE INDEX articles_story ON articles (story);
-- Younger than the format: made at opening where an older version left them out.
CREATE INDEX IF NOT EXISTS articles_outlet ON articles (outlet);
CREATE INDEX IF NOT EXISTS articles_byline ON articles (byline);

-- Every version of an article that stands in a file, also one that another has taken the place of.
CREATE TABLE readings (
    file TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    content_hash TEXT NOT NULL,
    PRIMARY KEY (file, article_id, content_hash)
) WITHOUT ROWID;
CREATE INDEX readings_article ON readings (article_id);

-- Parts of an article's MinHash: copies of one another share some of them.
CREATE TABLE bands (
    band INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (band, article_id)
) WITHOUT ROWID;
CREATE INDEX bands_article ON bands (article_id);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentences TEXT NOT NULL, -- JSON array of [start, end] in the body
    vector_key BLOB NOT NULL,    -- no foreign key: it would look through all passages at a sweep
    sentence_keys BLOB NOT NULL, -- of their vectors, sixteen bytes each
    revision INTEGER NOT NULL
);
CREATE INDEX passages_article ON passages (article_id);
CREATE INDEX passages_revision ON passages (revision);

CREATE TABLE removed (passage_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL);

-- Half-precision vectors, keyed by the hash of the encoder's exact input and its fingerprint.
-- `uses` counts the passages and sentences that have it; at none it is swept at the end of a run.
CREATE TABLE vectors (
    key BLOB PRIMARY KEY,
    vector BLOB NOT NULL,
    uses INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX vectors_unused ON vectors (key) WHERE uses = 0;
