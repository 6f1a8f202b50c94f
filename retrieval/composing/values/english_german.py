"""Numbers and what is said of them in English and German."""

from retrieval.composing.values.wording import Wording

_UNITS = "zwei 2;drei 3;vier 4;funf 5;sechs 6;sieben 7;acht 8;neun 9"
_TENS = "zwanzig 20;dreißig|dreissig 30;vierzig 40;funfzig 50;sechzig 60;siebzig 70;achtzig 80"


def _german_compounds() -> str:
    """ "einundzwanzig" to "neunundneunzig"."""
    units = [("ein", 1)] + [(w, int(n)) for w, n in (each.split() for each in _UNITS.split(";"))]
    tens = [(w, int(n)) for w, n in (each.split() for each in f"{_TENS};neunzig 90".split(";"))]
    return ";".join(
        f"{ten + unit} {'|'.join(f'{first}und{second}' for second in word.split('|'))}"
        for word, ten in tens
        for first, unit in units
    )


ENGLISH = Wording(
    code="en",
    numbers="2 two;3 three;4 four;5 five;6 six;7 seven;8 eight;9 nine;10 ten;11 eleven;12 twelve"
    ";13 thirteen;14 fourteen;15 fifteen;16 sixteen;17 seventeen;18 eighteen;19 nineteen"
    ";20 twenty;30 thirty;40 forty;50 fifty;60 sixty;70 seventy;80 eighty;90 ninety"
    ";12 a dozen|one dozen;24 two dozen",
    scales="100 hundred;1000 thousand;1000000 million|mn|mln;1000000000 billion|bn",
    joint="and",
    decimal=".",
    how_many="how many|(?:what|which) (?:is|was|were) the (?:(?:total|exact|final) )?"
    "(?:number of|death toll|toll|turnout)|what number of|death toll",
    how_much="how (?:much|long|far|high|tall|deep|wide|big|large|heavy|fast|strong)"
    "|what (?:percentage|share|proportion|per ?cent)|what (?:is|was|will be) the "
    "(?:price|cost|length|height|share|size|value|budget|fine|salary)|what did .+ cost",
    how_old="how old|what age",
    when="when (?:is|was|were|will|did|does|do|are|has|can)|(?:on )?(?:what|which) (?:day|date|year"
    "|month)|what(?:'s| is| was) the (?:opening |closing )?date",
    people="people|person",
    about="about|around|some|roughly|nearly|almost|close to|approximately|an? estimated|estimated"
    "|just (?:over|under)|circa",
    least="at least|more than|over|upwards of|no fewer than|no less than|not less than"
    "|a minimum of",
    most="up to|at most|fewer than|less than|under|no more than|below|a maximum of",
    part="another|additional|further|including|other|others|more|of them|of whom|of those|of the",
    changed="rises?\\b|rose|risen|rising|climb|up from|down from|from \\d|raised (?:from|to|the)"
    "|increas|revis|updat|correct|earlier|previous|initial|original|first (?:said|put|reported)"
    "|postpon|delay|reschedul|moved (?:to|from|back|forward)|brought forward|pushed back"
    "|instead|no longer|fell to|falls to|fallen|dropp|lowered|grew to|grown to|extended",
    counting="so far|at least|now\\b|to date|as of|yet\\b|still",
    planned="plan|forecast|budgeted|target|goal|hope|aim|propos|could|may\\b(?! \\d)|might",
    places="in|at|near|outside|around",
    aged="aged|age",
    dead="kill|die[sd]?\\b|dying|dead|death|deceas|lives|lost their li|perish|fatal|bod(?:y|ies)\\b"
    "|toll\\b|drown",
    hurt="injur|wound|hurt|hospitali[sz]",
    missing="missing|unaccounted",
    held="arrest|detain|charged|in custody|evacuat|rescu|displac|homeless",
    women="wom[ae]n|girl|female",
    men="m[ae]n\\b|boy|male",
    children="child|minor\\b|minors|pupil|teen|under-",
    begins="beg[iau]n|start|open|launch|commenc",
    ends="end(?:s|ed|ing)?\\b|clos|finish|conclud|expir|shut",
    town="town\\b|city|village",
    region="provinc|region|count(?:y|ry)|nation|state\\b|district",
)

GERMAN = Wording(
    code="de",
    numbers="2 zwei;3 drei;4 vier;5 fünf;6 sechs;7 sieben;8 acht;9 neun;10 zehn;11 elf;12 zwölf"
    ";13 dreizehn;14 vierzehn;15 fünfzehn;16 sechzehn;17 siebzehn;18 achtzehn;19 neunzehn"
    ";20 zwanzig;30 dreißig|dreissig;40 vierzig;50 fünfzig;60 sechzig;70 siebzig;80 achtzig"
    ";90 neunzig;12 ein dutzend;" + _german_compounds(),
    scales="100 hundert;1000 tausend;1000000 million(?:en)?|mio\\.?;1000000000 milliarden?|mrd\\.?",
    joint="und|sowie",
    decimal=",",
    how_many="wie ?viele|wie hoch (?:ist|war) die (?:zahl|opferzahl)",
    how_much="wie ?viel\\b|wie (?:hoch|lang|lange|weit|tief|breit|gross|schwer|teuer|stark)"
    "|was kostet",
    how_old="wie alt",
    when="wann|seit wann|an welchem (?:tag|datum)|in welchem (?:jahr|monat)",
    people="mensch|person|leute",
    about="etwa|rund|ungefähr|circa|ca\\.?|fast|knapp|beinahe|gut\\b|schätzungsweise",
    least="mindestens|mehr als|über",
    most="bis zu|höchstens|weniger als|unter|maximal",
    part="weitere|darunter|andere|davon|mehr\\b|zusätzlich|der \\d",
    changed="stieg|steig|gestiegen|erhöh|zunächst|zuvor|bisher(?:ige)|ursprünglich|anfangs"
    "|korrigier|revidier|verschob|verschieb|verleg|statt|zuerst|früher|sank|gesunken|verlänger"
    "|nicht mehr|aktualisier",
    counting="bislang|bisher|mindestens|inzwischen|mittlerweile|nun\\b|noch",
    planned="plan|geplant|prognos|ziel|soll|könnt|vorschl|hofft",
    places="in|bei|nahe|im|um",
    aged="im alter von|alter",
    dead="tot|tod|töt|getöt|starb|sterb|gestorb|ums leben|todesopfer|opfer|leichen|ertrunk|ertrank"
    "|umgekommen",
    hurt="verletz|verwund",
    missing="vermiss",
    held="festgenomm|festnahm|verhaft|evakuier|gerettet|obdachlos",
    women="frau|mädchen",
    men="mann\\b|männer|jungen",
    children="kind|minderjähr|schüler|jugendlich",
    begins="beginn|began|begonn|start|öffn|eröffn|geöffn",
    ends="end(?:e|et|ete)\\b|schlie|schloss|geschloss|läuft aus",
    town="stadt|dorf|ort\\b",
    region="provinz|region|land\\b|landesweit|kreis|bezirk",
)
