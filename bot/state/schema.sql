-- What the bot keeps of its readers. Moments are seconds since 1970, in UTC.

-- The journal: every update from Telegram, before Telegram is told that it has arrived.
CREATE TABLE updates (
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
CREATE INDEX updates_open ON updates (seq) WHERE closed IS NULL;
CREATE INDEX updates_received ON updates (received);

-- Messages that were sent again because nobody could know whether they had arrived.
CREATE TABLE possible_doubles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    of_update INTEGER NOT NULL REFERENCES updates (seq) ON DELETE CASCADE,
    message INTEGER NOT NULL,               -- its place in the reply, from 0
    moment REAL NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('process', 'connection'))
) STRICT;
CREATE INDEX possible_doubles_of ON possible_doubles (of_update);

-- The last turns of each chat, so that a reader can ask on.
CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat INTEGER NOT NULL,
    moment REAL NOT NULL,                   -- when it was asked
    during INTEGER,                         -- the update (seq) that was being answered
    turn TEXT NOT NULL                      -- JSON
) STRICT;
CREATE INDEX turns_chat ON turns (chat);
CREATE INDEX turns_moment ON turns (moment);

-- Who is banned by /admin: readers and chats.
CREATE TABLE bans (id INTEGER PRIMARY KEY) STRICT;

-- The chats that the bot has talked in and can still write to.
CREATE TABLE chats (id INTEGER PRIMARY KEY) STRICT;
