"""Words of time in Spanish."""

from retrieval.times.grammar import Bound, Language, Meaning, Unit

_LAST = "(?:pasad[oa]|últim[oa])"
_LASTS = "últim[oa]s|pasad[oa]s"
_THE = "(?:(?:en )?(?:el|la|del|al|durante el|durante la) )?"
_HALF_DAY = "(?: por la (?:mañana|tarde|noche))?"

SPANISH = Language(
    code="es",
    common="el|la|los|las|de|del|que|qué|en|y|es|un|una|se|quién|quiénes|cuándo|dónde|cómo|cuál"
    "|cuáles|por|para|con|sobre|al|fue|ha|ocurrió|pasó|noticias|hay|están?|son|cuántos|cuántas",
    months=(
        r"enero|ene\.?(?= \d)",
        r"febrero|feb\.?(?= \d)",
        "marzo",
        r"abril|abr\.?(?= \d)",
        "mayo",
        "junio",
        "julio",
        r"agosto|ago\.?(?= \d)",
        r"septiembre|setiembre|sept?\.?(?= \d)",
        r"octubre|oct\.?(?= \d)",
        r"noviembre|nov\.?(?= \d)",
        r"diciembre|dic\.?(?= \d)",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    seasons=("primavera", "verano", "otoño", "invierno"),
    ordinals=("primer(?:o)?", "segundo", "tercer(?:o)?", "cuarto|último"),
    numbers=tuple("una?|un;dos;tres;cuatro;cinco;seis;siete;ocho;nueve;diez;once;doce".split(";")),
    units={
        Unit.HOUR: "horas?",
        Unit.DAY: "días?",
        Unit.WEEK: "semanas?",
        Unit.MONTH: "mes(?:es)?",
        Unit.QUARTER: "trimestres?",
        Unit.YEAR: "años?",
    },
    last_year="(?:del? )?(?:el )?año pasado",
    this_year="(?:de )?este año",
    rules=(
        (Meaning.TODAY, "hoy|esta (?:mañana|tarde|noche)"),
        (Meaning.YESTERDAY, f"ayer{_HALF_DAY}"),
        (Meaning.BEFORE_YESTERDAY, "anteayer|antes de ayer|antier"),
        (Meaning.LAST_NIGHT, "anoche"),
        (Meaning.THIS, "est[ea] <period>"),
        (Meaning.LAST, f"{_THE}<period> (?:pasad[oa]|anterior)"),
        (Meaning.LAST, f"{_THE}(?:pasad[oa]) <period>"),
        (Meaning.PAST, f"(?:en |durante )?(?:los|las) (?:{_LASTS}) <n> <unit>"),
        (Meaning.PAST, f"(?:en |durante )?(?:los|las) <n> (?:{_LASTS}) <unit>"),
        (Meaning.PAST, "(?:en |durante )?(?:el|la) últim[oa] <period>(?! de)"),
        (Meaning.AGO, "hace (?:unos |unas |casi )?<n> <unit>(?! que)"),
        (Meaning.WEEKDAY, f"<weekday>{_HALF_DAY}"),
        (Meaning.LAST_WEEKDAY, f"{_THE}<weekday> pasado"),
        (Meaning.LAST_WEEKDAY, f"{_THE}pasado <weekday>"),
        (Meaning.WEEKDAY_OF_LAST_WEEK, "<weekday> de la semana pasada"),
        (Meaning.WEEKEND, "(?:durante |en )?el fin de semana"),
        (Meaning.THIS_WEEKEND, "este fin de semana"),
        (
            Meaning.LAST_WEEKEND,
            f"{_THE}(?:pasado )?fin de semana pasado|{_THE}pasado fin de semana",
        ),
        (Meaning.DATE, "<day> de <month>(?:,? (?:del? (?:año )?)?<when>)?"),
        (
            Meaning.DATES,
            "<day> ?(?:-|al?|y|y el|hasta el) ?<other> de <month>(?:,? (?:del? )?<when>)?",
        ),
        (Meaning.MONTH, "<month>(?:,? (?:del? (?:año )?)?<when>)?"),
        (Meaning.LAST_NAMED_MONTH, "(?:en )?(?:el )?(?:pasado )?<month> pasado"),
        (Meaning.LAST_NAMED_MONTH, "(?:en )?(?:el )?pasado <month>"),
        (Meaning.SEASON, f"{_THE}<season>,? (?:del? )?<when>"),
        (Meaning.NAMED_SEASON, "(?:en|durante) (?:el |la )?<season>(?! de)"),
        (Meaning.LAST_SEASON, f"{_THE}<season> pasad[oa]"),
        (Meaning.THIS_SEASON, "est[ea] <season>"),
        (Meaning.QUARTER, f"{_THE}<quarter> trimestre,? (?:del? )?<when>"),
        (Meaning.NAMED_YEAR, f"{_THE}año <year>"),
        (Meaning.DECADE, "(?:los )?años (?:<decade>)"),
        (
            Meaning.LATELY,
            "recientemente|últimamente|en los últimos (?:días|meses)"
            "|en las últimas (?:horas|semanas)"
            "|hace unos días|hace unas (?:horas|semanas)|hace pocos días",
        ),
        (
            Meaning.FUTURE,
            r"(?<!la\s)(?<!esta\s)mañana(?! por)|mañana por la (?:mañana|tarde|noche)|pasado mañana"
            "|(?:el |la )?próxim[oa]s? (?:<n> )?(?:<unit>|<weekday>|<month>|<season>|fin de semana)"
            "|(?:<unit>|<weekday>) que viene|(?:<unit>|<weekday>) próxim[oa]|dentro de <n> <unit>",
        ),
        (
            Meaning.IGNORED,
            "cada (?:<weekday>|<unit>)|(?:desde )?hace más de <n> <unit>|todos los <weekday>"
            "|plaza de mayo|<n> de <month> de fútbol",
        ),
    ),
    bounds={
        Bound.IN: "en|durante|de|del|por",
        Bound.ON: "el",
        Bound.SINCE: "desde|a partir del?",
        Bound.UNTIL: "hasta",
        Bound.BEFORE: "antes del?",
        Bound.AFTER: "después del?|tras",
        Bound.BETWEEN: "entre",
    },
    parts=(
        "(?:a )?(?:principios|comienzos|inicios) del?",
        "(?:a )?mediados del?",
        "(?:a )?(?:finales|fines) del?",
        "(?:la )?primera mitad del?|(?:el )?primer semestre del?",
        "(?:la )?segunda mitad del?|(?:el )?segundo semestre del?",
    ),
    articles="el mes de|mes de|el año|el|la",
    reported="(?:publicad[oa]s?|escrit[oa]s?|informad[oa]s?|artículos?|noticias?|reportajes?|notas)",
    joint_and="y(?: el)?",
    joint_to="al?|hasta(?: el)?",
    events="elecci(?:ón|ones)|referéndum|copa|mundial|juegos|final|festival|atentados?|guerra|crisis"
    "|protestas|huelga|inundaci(?:ón|ones)|terremoto|sismo|incendios?|cumbre|presupuesto|acuerdo"
    "|fusión|campeonato|pandemia|vuelta|juicio|censo",
    counted="personas|gente|casas|empleos|soldados|trabajadores|muertos|dólares|euros|kilómetros|km"
    "|metros|votos|escaños|toneladas|casos|años|días|niños|hombres|mujeres|habitantes|pueblos"
    "|escuelas|litros|miembros|coches|hectáreas|libros|millones|empleados|veces|pesos",
    latest="(?:las )?últimas (?:noticias|novedades|informaciones)|(?:los )?últimos (?:artículos"
    "|acontecimientos|datos)|noticias más recientes|lo último|(?:lo|lo más) (?:nuevo|reciente)"
    "|qué hay de nuevo|qué novedades|última hora",
    present="es|son|está|están|hay|va|van|tiene|tienen|puede|pueden|hace|hacen|ocurre|pasa|sucede|ha"
    "|han|será|serán|dirige|quiere|quieren|continúa",
    past="fue|fueron|era|eran|estaba|estaban|había|pasó|ocurrió|sucedió|hizo|ganó|murió|murieron|dijo"
    "|tuvo|hubo|anunció|cerró",
    to_come="será|serán|va a|van a|habrá|prevista?s?|previsto",
)
