"""A day of sixty conversations with the bot, written down act by act in ``conversations.txt``.

``script`` reads it, ``readers`` do what it says, ``ledger`` keeps what each act is owed and counts
at the end what came. ``newsroom`` answers from invented articles whose every word is ``hostile``.
"""
