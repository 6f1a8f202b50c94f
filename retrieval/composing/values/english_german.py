"""What is said of numbers and days in English and German."""

from retrieval.composing.values.wording import Wording

ENGLISH = Wording(
    code="en",
    joint="and",
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
    joint="und|sowie",
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
