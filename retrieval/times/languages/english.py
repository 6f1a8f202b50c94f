"""Words of time in English."""

from retrieval.times.grammar import Bound, Language, Meaning, Unit

_HALF_DAY = "(?: (?:morning|afternoon|evening|night))?"
_OF_MONTH = "(?:st|nd|rd|th)?"

ENGLISH = Language(
    code="en",
    common="the|of|and|in|to|is|are|was|were|did|does|has|who|what|when|where|why|how|which|on"
    "|about|for|with|from|at|by|happened|news",
    months=(
        r"january|jan\.?(?=\s\d)|(?<=\d\s)jan",
        r"february|feb\.?(?=\s\d)|(?<=\d\s)feb",
        r"march|mar\.?(?=\s\d)|(?<=\d\s)mar",
        r"april|apr\.?(?=\s\d)|(?<=\d\s)apr",
        "may",
        r"june|jun\.?(?=\s\d)|(?<=\d\s)jun",
        r"july|jul\.?(?=\s\d)|(?<=\d\s)jul",
        r"august|aug\.?(?=\s\d)|(?<=\d\s)aug",
        r"september|sept?\.?(?=\s\d)|(?<=\d\s)sept?",
        r"october|oct\.?(?=\s\d)|(?<=\d\s)oct",
        r"november|nov\.?(?=\s\d)|(?<=\d\s)nov",
        r"december|dec\.?(?=\s\d)|(?<=\d\s)dec",
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    seasons=("spring", "summer", "autumn|fall", "winter"),
    ordinals=("first|1st|1", "second|2nd|2", "third|3rd|3", "fourth|last|4th|4"),
    numbers=tuple(
        "an?|one;two|a couple of|couple of;three;four;five;six;seven;eight;nine;ten;eleven"
        ";twelve|a dozen".split(";")
    ),
    units={
        Unit.HOUR: "hours?",
        Unit.DAY: "days?",
        Unit.WEEK: "weeks?",
        Unit.MONTH: "months?",
        Unit.QUARTER: "quarter",
        Unit.YEAR: "years?",
    },
    last_year="last year",
    this_year="this year",
    rules=(
        (Meaning.TODAY, "today|tonight|this (?:morning|afternoon|evening)"),
        (Meaning.YESTERDAY, f"yesterday{_HALF_DAY}"),
        (Meaning.LAST_NIGHT, "last night|overnight"),
        (Meaning.BEFORE_YESTERDAY, "(?:the )?day before yesterday"),
        (Meaning.THIS, "(?:earlier |so far )?this <period>(?! of)|(?:the )?current year"),
        (Meaning.LAST, "(?:the )?last <period>(?! of| before)"),
        (Meaning.PAST, "(?:the )?(?:past|last) <n> <unit>(?! of| before)"),
        (
            Meaning.PAST,
            "(?:in|over|during|within|for|of|from) the (?:past|last) <unit>(?! of| before)",
        ),
        (Meaning.PAST, "(?:the |this )?past <period>(?! of)"),
        (Meaning.AGO, "<n> <unit> ago"),
        (Meaning.WEEKDAY, f"<weekday>{_HALF_DAY}"),
        (Meaning.LAST_WEEKDAY, f"(?:last|past|this past) <weekday>{_HALF_DAY}"),
        (Meaning.WEEKDAY_OF_LAST_WEEK, "<weekday>,? (?:of )?last week"),
        (Meaning.WEEKDAY_OF_LAST_WEEK, "last week,? (?:on )?<weekday>"),
        (Meaning.WEEKEND, "(?:over|at|on|during) the weekend(?! of)"),
        (Meaning.THIS_WEEKEND, "this weekend"),
        (Meaning.LAST_WEEKEND, "(?:the )?(?:last|past|this past) weekend"),
        (Meaning.DATE, f"(?:the )?<day>{_OF_MONTH} (?:of )?<month>(?:,? (?:of )?<when>)?"),
        (Meaning.DATE, f"<month> (?:the )?<day>{_OF_MONTH}(?:,? (?:of )?<when>)?"),
        (
            Meaning.DATES,
            f"(?:the )?<day>{_OF_MONTH} ?(?:-|to|until|till|through|and) ?(?:the )?<other>"
            f"{_OF_MONTH} (?:of )?<month>(?:,? <when>)?",
        ),
        (
            Meaning.DATES,
            f"<month> <day>{_OF_MONTH} ?(?:-|to|until|through|and) ?<other>{_OF_MONTH}"
            "(?:,? <when>)?",
        ),
        (Meaning.MONTH, "<month>(?:,? (?:of )?<when>)?"),
        (Meaning.LAST_NAMED_MONTH, "last <month>"),
        (Meaning.THIS_NAMED_MONTH, "this <month>"),
        (Meaning.SEASON, "(?:the )?<season>,? (?:of )?<when>"),
        (Meaning.SEASON, "the <season>(?! of| in| water| board)"),
        (Meaning.LAST_SEASON, "last <season>"),
        (Meaning.THIS_SEASON, "this (?:past )?<season>"),
        (Meaning.QUARTER, "(?:the )?<quarter> quarter(?: of)?,? <when>"),
        (Meaning.QUARTER, "q<quarter>(?: of)?,? <when>"),
        (Meaning.NAMED_YEAR, "the year <year>"),
        (Meaning.DECADE, "(?:the )?(?=19|20)<decade>'?s"),
        (Meaning.DECADE, "the '?<decade>'?s"),
        (
            Meaning.LATELY,
            "in recent (?:hours|days|weeks|months)|lately|recently|of late|these days|the other day"
            "|(?:a )?few (?:hours|days|weeks) ago|the (?:past|last) few (?:hours|days|weeks)",
        ),
        (
            Meaning.FUTURE,
            "tomorrow|next (?:<unit>|<weekday>|<month>|<season>|weekend)"
            "|later (?:today|this <unit>)|in the next <n> <unit>"
            "|(?:the )?(?:coming|upcoming|next few) <unit>"
            "|<n> <unit> from now|the day after tomorrow",
        ),
        (
            Meaning.IGNORED,
            "(?:every|each|a) (?:<weekday>|<month>|<season>)|half an? <unit> ago"
            "|(?:<weekday>) night (?:football|live)|(?:ash|black|good|bloody|super|cyber) <weekday>"
            "|march (?:on|of|for|against)|may day"
            "|(?:his|her|their|its|my|our|your) last <period>|sunday (?:school|roast|league|mass)"
            "|friday (?:the 13th|prayers?)|saturday job|usa today",
        ),
    ),
    bounds={
        Bound.IN: "in|during|throughout|within|of|for|over|around|as of",
        Bound.ON: "on",
        Bound.SINCE: "(?:ever )?since|starting(?: in| from)?",
        Bound.UNTIL: "until|till|up to|through|by",
        Bound.BEFORE: "before|prior to|ahead of",
        Bound.AFTER: "after|following",
        Bound.BETWEEN: "between",
        Bound.FROM: "from",
    },
    parts=(
        "early|(?:at )?(?:the )?(?:beginning|start) of",
        "mid|(?:the )?middle of",
        "late|(?:at )?(?:the )?end of",
        "(?:the )?first half of",
        "(?:the )?second half of",
    ),
    articles="the month of|the",
    reported="(?:published|reported|written(?= on)|posted|articles?|reports?|stories|coverage"
    "|headlines|news)(?! (?:of|for|over|around))",
    joint_and="and",
    joint_to="to|until|till|through",
    events="elections?|primar(?:y|ies)|referendums?|votes?|cup|olympics|games|championships?|finals?"
    "|festival|attacks?|bombings?|war|coup|crisis|protests?|riots?|strikes?|floods?|earthquakes?"
    "|storms?|hurricanes?|fires?|wildfires?|eruption|crash|merger|deal|agreement|treaty|summit"
    "|talks|budget|census|report|season|edition|pandemic|outbreak|trial|murders?|invasion"
    "|campaigns?|tour|match|race|awards?|debate|conference|expo|reform|law|accident|disaster",
    counted="people|persons|homes|houses|jobs|soldiers|troops|workers|employees|deaths|dead|dollars?"
    "|euros?|pounds?|km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|words?|votes|seats?|tonn?es?|cases|years"
    "|days|hours|children|men|women|residents|villages|schools|points|litres|members|students"
    "|cars|others|more|times|degrees|percent|per|million|billion|hectares|acres|books|copies|and"
    r" a half",
    latest="(?:latest|newest|most recent|freshest)(?: (?:on|about|from|in|regarding|with|news"
    "|updates?|developments?|headlines|reports?|information|coverage|articles?|stories|situation"
    "|figures|polls?|results?|attacks?|earthquakes?|elections?|talks|death toll|round of)"
    r"|(?=\s*\??\s*$))|what(?:'?s| is) (?:the )?new (?:with|on|in|about|at)|what(?:'?s| is) new"
    "|any (?:news|updates?) (?:on|about|from|of)|breaking news",
    present="is|are|am|has|have|does|do|will|can|'s|who's|what's|where's|isn't|aren't|doesn't|don't"
    "|hasn't|haven't|won't|can't|remains?|continues?",
    past="was|were|did|had|could|would|wasn't|weren't|didn't|hadn't",
    to_come="will|won't|going to|due|scheduled|planned|expected|upcoming",
    tails={Bound.SINCE: "(?:until|till|to) (?:now|the present|date)|onwards?"},
    verbs="may|march",
)
