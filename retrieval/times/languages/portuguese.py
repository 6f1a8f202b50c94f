"""Words of time in Portuguese."""

from retrieval.times.grammar import Bound, Language, Meaning, Unit

_LAST = "(?:passad[oa])"
_THE = "(?:[nd]?[oa] )?"
_HALF_DAY = "(?: (?:de manhã|à tarde|à noite|de tarde|de noite))?"

PORTUGUESE = Language(
    code="pt",
    common="o|a|os|as|de|do|da|dos|das|que|em|no|na|nos|nas|e|é|um|uma|se|quem|quando|onde|como|qual"
    "|quais|por|para|com|sobre|ao|foi|aconteceu|notícias|há|são|está|estão|não|quantos|quantas",
    months=(
        r"janeiro|jan\.?(?= \d)",
        r"fevereiro|fev\.?(?= \d)",
        "março",
        r"abril|abr\.?(?= \d)",
        "maio",
        "junho",
        "julho",
        r"agosto|ago\.?(?= \d)",
        r"setembro|set\.?(?= \d)",
        r"outubro|out\.?(?= \d)",
        r"novembro|nov\.?(?= \d)",
        r"dezembro|dez\.?(?= \d)",
    ),
    weekdays=(
        "segunda-feira",
        "ter[cç]a-feira|ter[cç]a",
        "quarta-feira",
        "quinta-feira",
        "sexta-feira",
        "sábado",
        "domingo",
    ),
    seasons=("primavera", "verão", "outono", "inverno"),
    ordinals=("primeiro|1º", "segundo|2º", "terceiro|3º", "quarto|último|4º"),
    numbers=tuple(
        "uma?|um;dois|duas;três;quatro;cinco;seis;sete;oito;nove;dez;onze;doze".split(";")
    ),
    units={
        Unit.HOUR: "horas?",
        Unit.DAY: "dias?",
        Unit.WEEK: "semanas?",
        Unit.MONTH: "m[eê]s(?:es)?",
        Unit.QUARTER: "trimestres?",
        Unit.YEAR: "anos?",
    },
    last_year="(?:[nd]?o )?ano passado",
    this_year="(?:d|n)?este ano",
    rules=(
        (Meaning.TODAY, "hoje|esta (?:manhã|tarde|noite)"),
        (Meaning.YESTERDAY, f"ontem{_HALF_DAY}"),
        (Meaning.BEFORE_YESTERDAY, "anteontem"),
        (Meaning.LAST_NIGHT, "(?:na )?noite passada|na última noite"),
        (Meaning.THIS, "(?:n|d)?est[ea] <period>"),
        (Meaning.LAST, f"{_THE}<period> (?:passad[oa]|anterior)"),
        (Meaning.PAST, "(?:durante )?(?:[nd]?[oa]s )?últim[oa]s <n> <unit>"),
        (Meaning.PAST, "(?:[nd]?[oa]s )<n> últim[oa]s <unit>"),
        (Meaning.PAST, f"{_THE}últim[oa] <period>(?! d)"),
        (Meaning.AGO, "há (?:cerca de |quase )?<n> <unit>(?: atrás)?(?! que)"),
        (Meaning.AGO, "<n> <unit> atrás"),
        (Meaning.WEEKDAY, f"<weekday>{_HALF_DAY}"),
        (Meaning.LAST_WEEKDAY, f"{_THE}<weekday> {_LAST}"),
        (Meaning.LAST_WEEKDAY, f"{_THE}últim[oa] <weekday>"),
        (Meaning.WEEKDAY_OF_LAST_WEEK, "<weekday> da semana passada"),
        (Meaning.WEEKEND, "(?:durante o|no) (?:fim de semana|final de semana)"),
        (Meaning.THIS_WEEKEND, "n?este (?:fim de semana|final de semana)"),
        (
            Meaning.LAST_WEEKEND,
            f"{_THE}(?:fim de semana|final de semana) passado|{_THE}último (?:fim|final) de semana",
        ),
        (Meaning.DATE, "<day> de <month>(?:,? (?:d[eo] (?:ano )?)?<when>)?"),
        (Meaning.DATES, "<day> ?(?:-|ao?|e|até) ?<other> de <month>(?:,? (?:d[eo] )?<when>)?"),
        (Meaning.MONTH, "<month>(?:,? (?:d[eo] (?:ano de )?)?<when>)?"),
        (Meaning.LAST_NAMED_MONTH, "(?:em )?<month> passado"),
        (Meaning.SEASON, f"{_THE}<season>,? (?:d[eo] )?<when>"),
        (Meaning.NAMED_SEASON, "(?:n[oa]|em|durante [oa]) <season>(?! d)"),
        (Meaning.LAST_SEASON, f"{_THE}<season> passad[oa]"),
        (Meaning.THIS_SEASON, "(?:n|d)?est[ea] <season>"),
        (Meaning.QUARTER, f"{_THE}<quarter> trimestre,? (?:d[eo] )?<when>"),
        (Meaning.NAMED_YEAR, f"{_THE}ano (?:de )?<year>"),
        (Meaning.DECADE, "(?:[nd]?os )?anos (?:<decade>)"),
        (
            Meaning.LATELY,
            "recentemente|ultimamente|nos últimos (?:dias|meses)|nas últimas (?:horas|semanas)"
            "|há (?:alguns|poucos) dias|há algumas (?:horas|semanas)|há pouco",
        ),
        (
            Meaning.FUTURE,
            "amanhã|depois de amanhã|(?:[nd]?[oa]s? )?próxim[oa]s? (?:<n> )?"
            "(?:<unit>|<weekday>|<month>|<season>|fim de semana)|(?:<unit>|<weekday>) que vem"
            "|daqui a <n> <unit>",
        ),
        (
            Meaning.IGNORED,
            "cada (?:<weekday>|<unit>)|há mais de <n> <unit>|tod[oa]s? [oa]s? <weekday>s?"
            "|terça parte|<unit> anos",
        ),
    ),
    bounds={
        Bound.IN: "em|durante|de|do|da|no|na|por",
        Bound.ON: "a|o|dia|no dia|na",
        Bound.SINCE: "desde|a partir d[eo]",
        Bound.UNTIL: "até",
        Bound.BEFORE: "antes d[aeo]",
        Bound.AFTER: "depois d[aeo]|após",
        Bound.BETWEEN: "entre",
    },
    parts=(
        "(?:n?o )?(?:início|começo|princípio) d[aeo]",
        "(?:em )?meados d[aeo]",
        "(?:n?o )?(?:fim|final) d[aeo]",
        "(?:n?a )?primeira metade d[aeo]|(?:n?o )?primeiro semestre d[aeo]",
        "(?:n?a )?segunda metade d[aeo]|(?:n?o )?segundo semestre d[aeo]",
    ),
    articles="o mês de|mês de|o ano de|o dia|dia|o|a",
    reported="(?:publicad[oa]s?|escrit[oa]s?|noticiad[oa]s?|artigos?|notícias?|reportagens|matérias)",
    joint_and="e(?: o| a)?",
    joint_to="ao?|até(?: o| a)?",
    events="eleiç(?:ão|ões)|referendo|copa|mundial|jogos|final|festival|atentados?|guerra|crise"
    "|protestos|greve|enchentes?|inundaç(?:ão|ões)|terremoto|sismo|incêndios?|cúpula|cimeira"
    "|orçamento|acordo|fusão|campeonato|pandemia|julgamento|censo",
    counted="pessoas|casas|empregos|soldados|trabalhadores|mortos|dólares|euros|reais|quilômetros|km"
    "|quilómetros|metros|votos|toneladas|casos|anos|dias|crianças|homens|mulheres|habitantes"
    "|aldeias|escolas|litros|membros|carros|hectares|livros|milhões|funcionários|vezes",
    latest="(?:as )?últimas (?:notícias|novidades|informações)|(?:os )?últimos (?:artigos|dados"
    "|acontecimentos|desenvolvimentos)|notícias mais recentes|(?:o )?mais recente sobre"
    "|o que há de novo|quais (?:são )?as novidades|última hora",
    present="é|são|está|estão|há|vai|vão|tem|têm|pode|podem|faz|fazem|acontece|será|serão|dirige|quer",
    past="foi|foram|era|eram|estava|estavam|havia|aconteceu|ocorreu|fez|ganhou|morreu|morreram|disse"
    "|teve|houve|venceu|fechou|anunciou",
    to_come="será|serão|vai|vão|haverá|previst[oa]s?",
)
