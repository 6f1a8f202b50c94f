-- What the bot keeps of its readers. Moments are seconds since 1970, in UTC.
-- Done at every opening, so that a file that an older version wrote has what came later.

-- The journal: every update from Telegram, before Telegram is told that it has arrived.
CREATE TABLE IF NOT EXISTS updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of arrival
    bot INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    chat INTEGER,
    received REAL NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('received', 'answering', 'sending', 'done', 'failed')),
    tries INTEGER NOT NULL DEFAULT 0,       -- how often it began to be answered
    payload TEXT NOT NULL,                  -- the update as JSON
    reply TEXT,                             -- JSON array of messages, while they are being sent
    sent INTEGER NOT NULL DEFAULT 0,        -- how many of them Telegram has confirmed
    closed REAL,                            -- NULL while it is owed an answer
    why TEXT,                               -- of a failed one
    UNIQUE (bot, update_id)
) STRICT;
CREATE INDEX IF NOT EXISTS updates_open ON updates (seq) WHERE closed IS NULL;
CREATE INDEX IF NOT EXISTS updates_received ON updates (received);

-- Messages that were sent again because nobody could know whether they had arrived.
CREATE TABLE IF NOT EXISTS possible_doubles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    of_update INTEGER NOT NULL REFERENCES updates (seq) ON DELETE CASCADE,
    message INTEGER NOT NULL,               -- its place in the reply, from 0
    moment REAL NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('process', 'connection'))
) STRICT;
CREATE INDEX IF NOT EXISTS possible_doubles_of ON possible_doubles (of_update);

-- The last turns of each chat, so that a reader can ask on.
CREATE TABLE IF NOT EXISTS turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat INTEGER NOT NULL,
    moment REAL NOT NULL,                   -- when it was asked
    during INTEGER,                         -- the update (seq) that was being answered
    turn TEXT NOT NULL                      -- JSON
) STRICT;
CREATE INDEX IF NOT EXISTS turns_chat ON turns (chat);
CREATE INDEX IF NOT EXISTS turns_moment ON turns (moment);

-- Who is banned by /admin: readers and chats.
CREATE TABLE IF NOT EXISTS bans (id INTEGER PRIMARY KEY) STRICT;

-- The chats that the bot has talked in and can still write to.
CREATE TABLE IF NOT EXISTS chats (id INTEGER PRIMARY KEY) STRICT;

-- The groups whose admins want no answers there; they stay when the bot is thrown out.
CREATE TABLE IF NOT EXISTS silent_groups (id INTEGER PRIMARY KEY) STRICT;

-- What was answered. A key stands in the buttons below an answer.
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY,
    chat INTEGER NOT NULL,
    question_message INTEGER,               -- the id of the reader's message
    kept REAL NOT NULL,                     -- when
    question TEXT NOT NULL,                 -- as asked
    asked TEXT NOT NULL,                    -- ISO instant, with the offset of the place
    turn TEXT NOT NULL,                     -- JSON: what the next question may go on from
    turns_before TEXT NOT NULL,             -- JSON array: what the question could go on from
    outcome TEXT NOT NULL,                  -- JSON, with quotes and offsets, without bodies
    any_date INTEGER NOT NULL,              -- whether its period was left out of account
    UNIQUE (chat, question_message)
) STRICT;
CREATE INDEX IF NOT EXISTS answers_kept ON answers (kept);

-- The messages of the bot's that an answer stands in.
CREATE TABLE IF NOT EXISTS answer_messages (
    chat INTEGER NOT NULL,
    message INTEGER NOT NULL,
    answer TEXT NOT NULL REFERENCES answers (key) ON DELETE CASCADE,
    PRIMARY KEY (chat, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answer_messages_of ON answer_messages (answer);

-- What readers think of answers.
CREATE TABLE IF NOT EXISTS feedback (
    answer TEXT NOT NULL REFERENCES answers (key) ON DELETE CASCADE,
    reader INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    moment REAL NOT NULL,
    PRIMARY KEY (answer, reader)
) STRICT, WITHOUT ROWID;

-- Answers that a reader shares: whoever has the token may see the answer.
CREATE TABLE IF NOT EXISTS shares (
    token TEXT PRIMARY KEY,
    answer TEXT NOT NULL UNIQUE REFERENCES answers (key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What of an article stood in a chat: never over 400 words, for as long as this file is there.
CREATE TABLE IF NOT EXISTS shown (
    place TEXT NOT NULL,                    -- hash of chat and article
    body_hash TEXT NOT NULL,                -- of the version that offsets are counted in
    spans TEXT NOT NULL,                    -- JSON array of [start, end], none overlapping
    words INTEGER NOT NULL,                 -- in them
    PRIMARY KEY (place, body_hash)
) STRICT, WITHOUT ROWID;
