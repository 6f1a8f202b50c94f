"""Words of time in French."""

from retrieval.times.grammar import Bound, Language, Meaning, Unit

_LAST = "(?:derni[eè]re?|pass[eé]e?)"
_LASTS = "(?:derni[eè]re?s|pass[eé]e?s)"
_THE = "(?:le |la |l'|au |du |de la |de l'|en |pendant la |pendant le |dans la )?"
_HALF_DAY = "(?: (?:matin|après-midi|soir|midi))?"

FRENCH = Language(
    code="fr",
    common="le|la|les|des|du|un|une|et|est|que|qui|quoi|quand|où|comment|pourquoi|quel(?:le)?s?"
    "|dans|pour|sur|avec|au|aux|en|a|été|s'est|qu'est|ce|se|de|d'|l'|nouvelles|passé|articles?|publiée?s?",
    months=(
        r"janvier|janv\.?(?= \d)",
        r"février|févr?\.?(?= \d)",
        "mars",
        r"avril|avr\.?(?= \d)",
        "mai",
        "juin",
        r"juillet|juil\.?(?= \d)",
        "août",
        r"septembre|sept\.?(?= \d)",
        r"octobre|oct\.?(?= \d)",
        r"novembre|nov\.?(?= \d)",
        r"décembre|déc\.?(?= \d)",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    seasons=("printemps", "été", "automne", "hiver"),
    ordinals=(
        "premier|1er",
        "deuxième|second|2e|2ème",
        "troisième|3e|3ème",
        "quatrième|dernier|4e|4ème",
    ),
    numbers=tuple("une?;deux;trois;quatre;cinq;six;sept;huit;neuf;dix;onze;douze".split(";")),
    units={
        Unit.HOUR: "heures?",
        Unit.DAY: "jours?",
        Unit.WEEK: "semaines?",
        Unit.MONTH: "mois",
        Unit.QUARTER: "trimestres?",
        Unit.YEAR: "ans?|années?",
    },
    last_year="(?:de )?l'(?:an|année) (?:dernière?|passée?)",
    this_year="(?:de )?cette année",
    rules=(
        (Meaning.TODAY, "aujourd'hui|ce (?:matin|soir)|cet après-midi"),
        (Meaning.YESTERDAY, f"hier{_HALF_DAY}"),
        (Meaning.BEFORE_YESTERDAY, f"avant-hier{_HALF_DAY}|avant hier"),
        (Meaning.LAST_NIGHT, "(?:la )?nuit dernière|cette nuit"),
        (Meaning.THIS, "ce(?:tte)? (?:dernier )?<period>(?:-ci)?"),
        (Meaning.LAST, f"{_THE}<period> {_LAST}"),
        (Meaning.PAST, "(?:ces|les|des|au cours des|dans les) <n> derni[eè]re?s <unit>"),
        (Meaning.PAST, f"(?:ces|les|des) <n> <unit> {_LASTS}"),
        (Meaning.AGO, "il y a (?:environ |près d')?<n> <unit>"),
        (Meaning.WEEKDAY, f"<weekday>{_HALF_DAY}"),
        (Meaning.LAST_WEEKDAY, f"{_THE}<weekday>{_HALF_DAY} {_LAST}"),
        (Meaning.WEEKDAY_OF_LAST_WEEK, f"<weekday> de la semaine {_LAST}"),
        (Meaning.WEEKEND, "(?:pendant|durant) le week-?end"),
        (Meaning.THIS_WEEKEND, "ce week-?end"),
        (Meaning.LAST_WEEKEND, f"(?:le )?week-?end {_LAST}"),
        (Meaning.DATE, "<day>(?:er)? <month>(?:,? (?:de )?<when>)?"),
        (
            Meaning.DATES,
            "<day>(?:er)? ?(?:-|au|et|et le|jusqu'au) ?<other> <month>(?:,? <when>)?",
        ),
        (Meaning.MONTH, "<month>(?:,? (?:de )?<when>)?"),
        (Meaning.LAST_NAMED_MONTH, f"(?:en )?<month> {_LAST}"),
        (Meaning.SEASON, f"{_THE}<season>,? (?:de )?<when>"),
        (Meaning.NAMED_SEASON, "(?:en |pendant l'|durant l'|au )<season>"),
        (Meaning.LAST_SEASON, f"{_THE}<season> {_LAST}"),
        (Meaning.THIS_SEASON, "cet? <season>"),
        (Meaning.QUARTER, "(?:le |au |du )?<quarter> trimestre,? (?:de )?<when>"),
        (Meaning.NAMED_YEAR, "(?:l')?(?:an|année) <year>"),
        (Meaning.DECADE, "(?:les |des )?années (?:<decade>)"),
        (
            Meaning.LATELY,
            "récemment|dernièrement|ces derniers (?:jours|temps|mois)|"
            "ces dernières (?:heures|semaines)|il y a quelques (?:heures|jours|semaines)",
        ),
        (
            Meaning.FUTURE,
            "demain|après-demain|(?:<period>|<weekday>|<season>|week-?end) prochaine?"
            "|(?:ces |les )?prochaine?s <unit>|dans <n> <unit>",
        ),
        (
            Meaning.IGNORED,
            "depuis <n> <unit>|chaque (?:<weekday>|<unit>)|tous les <weekday>s"
            "|planète mars|sur mars|champs? de mars|a été",
        ),
    ),
    bounds={
        Bound.IN: "en|pendant|durant|dans|de|d'|du|pour|au mois de|au|courant",
        Bound.ON: "le",
        Bound.SINCE: "depuis|à partir d[eu]|dès",
        Bound.UNTIL: "jusqu'(?:à|au|en)(?: la)?",
        Bound.BEFORE: "avant",
        Bound.AFTER: "après",
        Bound.BETWEEN: "entre",
    },
    parts=(
        "(?:le )?début(?: d[eu]| d')?",
        "(?:la )?mi|(?:le )?milieu d[eu]",
        "(?:la )?fin(?: d[eu])?",
        "(?:la |au )?premi(?:ère moitié|er semestre) d[eu]",
        "(?:la |au )?(?:deuxième|seconde?) (?:moitié|semestre) d[eu]",
    ),
    articles="le mois de|mois de|l'année|le|la|l'",
    reported="(?:publiée?s?|parue?s?|écrite?s?|rapportée?s?|articles?|dépêches?|reportages?|nouvelles"
    "|informations)",
    joint_and="et(?: le)?",
    joint_to="à|au|jusqu'(?:à|au|en)",
    events="élections?|présidentielles?|législatives?|municipales?|référendum|coupe|mondial|jeux|finale"
    "|festival|attentats?|guerre|crise|manifestations|grève|inondations?|séisme|incendies?|sommet"
    "|budget|accord|fusion|championnat|pandémie|tour|monde|procès",
    counted="personnes|gens|maisons|emplois|soldats|ouvriers|morts|dollars|euros|kilomètres|km|mètres"
    "|voix|sièges|tonnes|cas|ans|jours|enfants|hommes|femmes|habitants|villages|écoles|litres"
    "|membres|voitures|hectares|livres|salariés|fois|places",
    latest="(?:les )?derni[eè]res (?:nouvelles|infos?|informations|actualités|dépêches|évolutions)"
    "|(?:les )?derniers (?:articles|développements|événements|chiffres)"
    "|quoi de neuf|quoi de nouveau|du nouveau",
    present="(?<!qu')est|sont|vont|va|fait|font|peut|peuvent|reste|dit|veut|continue|dirige|joue"
    "|se passe|y a-t-il|sera|seront",
    past="était|étaient|fut|avait|avaient|a été|ont été|s'est|se sont|s'est-il|s'est-elle|a|ont"
    "|est mort|est morte|est arrivé|sont morts",
    to_come="sera|seront|va|vont|prévue?s?|aura|doit",
)
