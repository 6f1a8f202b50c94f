"""Makes terminal.svg: three questions asked of the seed corpus, as a terminal shows the answers.

python docs/pictures/terminal.py DATA_DIR     (after `dateline index seeds --data-dir DATA_DIR`)
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from bot.commands.terminal_text import print_reply
from bot.composition import open_desk
from bot.settings import Settings

QUESTIONS = (
    "What did Xi assure Putin of?",
    "¿Qué ciudades une el nuevo puente?",
    "Who won the World Cup?",
)
ASKED = datetime(2026, 11, 23, 12, tzinfo=UTC)


def main() -> None:
    """Ask, record, write the picture beside this file."""
    settings = Settings(data_dir=Path(sys.argv[1]))
    desk = open_desk(settings)
    console = Console(record=True, width=100, highlight=False, force_terminal=True)
    for question in QUESTIONS:
        console.print(f"[bold green]You:[/] {question}")
        print_reply(console, desk.conversation.reply(question, ASKED), settings.old_after_days)
        console.print()
    console.save_svg(str(Path(__file__).with_suffix(".svg")), title="dateline chat")


if __name__ == "__main__":
    main()
