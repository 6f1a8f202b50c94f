"""Words of time in German."""

from retrieval.times.grammar import Bound, Language, Meaning, Unit

_LAST = "(?:letzt|vorig|vergangen)e[nmrs]?"
_THIS = "diese[nmrs]?"
_HALF_DAY = "(?:(?: |s?)(?:früh|morgen|vormittag|nachmittag|mittag|abend|nacht))?"
_AT = "(?:(?:am|den|der|im|in|vom|zum) )?"

GERMAN = Language(
    code="de",
    common="der|die|das|und|ist|war|was|wer|wo|wann|wie|warum|wurde|hat|sind|im|am|von|mit|den|dem"
    "|ein|eine|für|über|zu|auf|es|gibt|nachrichten|welche[rsnm]?|bei|passiert|geschah",
    months=(
        r"januars?|jänner|jan\.?(?= \d)",
        r"februars?|feb\.?(?= \d)",
        "märz|maerz",
        r"aprils?|apr\.?(?= \d)",
        "mai",
        "junis?",
        "julis?",
        r"augusts?|aug\.?(?= \d)",
        r"septembers?|sept?\.?(?= \d)",
        r"oktobers?|okt\.?(?= \d)",
        r"novembers?|nov\.?(?= \d)",
        r"dezembers?|dez\.?(?= \d)",
    ),
    weekdays=(
        "montags?",
        "dienstags?",
        "mittwochs?",
        "donnerstags?",
        "freitags?",
        "samstags?|sonnabends?",
        "sonntags?",
    ),
    seasons=("frühjahrs?|frühlings?", "sommers?", "herbste?s?", "winters?"),
    ordinals=(
        r"erste[nsm]?|1\.?",
        r"zweite[nsm]?|2\.?",
        r"dritte[nsm]?|3\.?",
        r"vierte[nsm]?|4\.?",
    ),
    numbers=tuple(
        "eine[mnrs]?|ein;zwei|zweier;drei;vier;fünf;sechs;sieben;acht;neun;zehn;elf;zwölf".split(
            ";"
        )
    ),
    units={
        Unit.HOUR: "stunden?",
        Unit.DAY: "tage?n?",
        Unit.WEEK: "wochen?",
        Unit.MONTH: "monate?[ns]?",
        Unit.QUARTER: "quartals?|quartale",
        Unit.YEAR: "jahre?[ns]?",
    },
    last_year=f"(?:des )?{_LAST} jahr(?:es)?|des vorjahres",
    this_year=f"(?:des )?{_THIS} jahr(?:es)?",
    rules=(
        (Meaning.TODAY, f"heute{_HALF_DAY}"),
        (Meaning.YESTERDAY, f"gestern{_HALF_DAY}"),
        (Meaning.BEFORE_YESTERDAY, f"vorgestern{_HALF_DAY}"),
        (Meaning.LAST_NIGHT, f"(?:in der )?{_LAST} nacht"),
        (Meaning.THIS, f"{_AT}{_THIS} <period>"),
        (Meaning.LAST, f"{_AT}{_LAST} <period>"),
        (Meaning.LAST, "(?:im )?vor<period>"),
        (Meaning.PAST, "(?:(?:in|während) )?(?:den|der|die) (?:letzten|vergangenen) <n> <unit>"),
        (Meaning.PAST, "(?:letzte|vergangene)n? <n> <unit>"),
        (Meaning.AGO, "vor (?:etwa |rund |knapp )?<n> <unit>"),
        (Meaning.WEEKDAY, f"<weekday>{_HALF_DAY}"),
        (Meaning.LAST_WEEKDAY, f"{_AT}{_LAST} <weekday>{_HALF_DAY}"),
        (Meaning.WEEKDAY_OF_LAST_WEEK, f"(?:am )?<weekday> (?:der )?{_LAST} woche"),
        (Meaning.WEEKEND, "(?:am|übers) wochenende"),
        (Meaning.THIS_WEEKEND, f"{_AT}{_THIS} wochenende"),
        (Meaning.LAST_WEEKEND, f"{_AT}{_LAST} wochenende"),
        (Meaning.DATE, r"<day>\. ?<month>(?:,? (?:des jahres )?<when>)?"),
        (Meaning.DATES, r"<day>\.? ?(?:-|bis(?: zum)?|und) ?<other>\. ?<month>(?:,? <when>)?"),
        (Meaning.MONTH, "<month>(?:,? (?:des jahres )?<when>)?"),
        (Meaning.LAST_NAMED_MONTH, f"{_AT}{_LAST} <month>"),
        (Meaning.THIS_NAMED_MONTH, f"{_AT}{_THIS} <month>"),
        (Meaning.SEASON, "<season> (?:des jahres )?<when>"),
        (Meaning.SEASON, "<season>"),
        (Meaning.LAST_SEASON, f"{_AT}{_LAST} <season>"),
        (Meaning.THIS_SEASON, f"{_AT}{_THIS} <season>"),
        (Meaning.QUARTER, "<quarter> quartal (?:des jahres )?<when>"),
        (Meaning.NAMED_YEAR, "(?:(?:im|des) )?jahre?s? <year>"),
        (Meaning.DECADE, "<decade>er(?: ?-? ?jahren?)?"),
        (
            Meaning.LATELY,
            "kürzlich|neulich|in letzter zeit|unlängst|vor kurzem"
            "|vor einigen (?:stunden|tagen|wochen)"
            "|in den (?:letzten|vergangenen) (?:tagen|wochen)|jüngst",
        ),
        (
            Meaning.FUTURE,
            r"(?<!heute\s)(?<!gestern\s)morgen(?! früh)|übermorgen|(?:nächst|kommend)e[nmrs]? "
            "(?:<period>|<weekday>|<month>|<season>|wochenende|tage)|in <n> <unit>",
        ),
        (
            Meaning.IGNORED,
            "guten morgen|hier|am morgen|jede[nmrs]? (?:<weekday>|<month>|<season>|<unit>)"
            "|(?:kar|rosen)<weekday>|alle <n> <unit>",
        ),
    ),
    bounds={
        Bound.IN: "im|in|während|des|vom|von|für|zum",
        Bound.ON: "am|an",
        Bound.SINCE: "seit(?: dem| der)?|ab(?: dem)?",
        Bound.UNTIL: "bis(?: zum| zur| ende)?",
        Bound.BEFORE: "vor(?: dem| der)?",
        Bound.AFTER: "nach(?: dem| der)?",
        Bound.BETWEEN: "zwischen(?: dem)?",
    },
    parts=(
        "anfang|beginn",
        "mitte",
        "ende",
        "(?:der )?ersten? hälfte(?: des)?",
        "(?:der )?zweiten? hälfte(?: des)?",
    ),
    articles="dem|den|der|des|das|jahre?s?",
    reported="(?:veröffentlicht|berichtet|geschrieben|erschienen|artikel[ns]?|berichten?|meldungen"
    "|nachrichten|texte)",
    joint_and="und(?: dem)?",
    joint_to="bis(?: zum| zur)?",
    events="wahl(?:en)?|[\\w-]+wahl(?:en)?|referendum|[\\w-]*weltmeisterschaft|wm|em|olympia|spiele"
    "|finale|festival|krieg|krise|proteste|streik|flut|hochwasser|erdbeben|brand|gipfel|haushalt"
    "|anschlag|abkommen|[\\w-]*meisterschaft|pandemie|messe",
    counted="menschen|personen|häuser|stellen|arbeitsplätze|soldaten|arbeiter|tote[nr]?|dollar"
    "|euro|kilometer|km|meter|meilen|stimmen|tonnen|fälle|jahre|tage|kinder|männer|frauen"
    "|einwohner|dörfer|schulen|liter|mitglieder|autos|hektar|bücher|prozent|millionen|mitarbeiter",
    latest="(?:neueste[nsr]?|aktuelle[nsr]?|letzte[nsr]?|jüngste[nsr]?) "
    "(?:nachrichten|meldung(?:en)?|informationen|entwicklung(?:en)?|berichte?|stand|lage|schlagzeilen|artikel)|neuigkeiten"
    "|was gibt(?: es|'s) neues|(?:das|was ist das) neueste",
    present="ist|sind|wird|werden|gibt|kann|können|läuft|bleibt|steht|geht|macht|plant|droht|heißt"
    "|leitet|regiert|hält|spielt|fordert",
    past="war|waren|wurde|wurden|hatte|hatten|konnte|geschah|ist passiert|sind passiert|hat|haben"
    "|was ist (?:[\\w-]+ )*(?:passiert|geschehen)|gewann|starb|sagte",
    to_come="wird|werden|soll|sollen|geplant",
)
