"""French, Spanish and Portuguese."""

from retrieval.follow_ups.vocabulary import Vocabulary, phrases, words

_FR_TIMES = words("semaine mois année an matin soir nuit jour été hiver printemps automne fois")
_FR_PREPOSITIONS = words(
    "de d du des à a au aux en dans sur sous par pour avec sans contre chez vers depuis pendant"
    " avant après entre jusque jusqu dès selon"
)
FRENCH = Vocabulary(
    questions=words(
        "qui que qu quoi quel quelle quels quelles quand où comment pourquoi combien lequel"
        " laquelle lesquels lesquelles"
    ),
    openers=phrases(
        "et, mais, ou, alors, donc, et alors, qu en est il de, qu en est il, et pour, et puis,"
        " quid de"
    ),
    back=words(
        "lui eux cela ça ceci celui celle ceux celles ce cet cette ces y l le la les là-bas"
    ),
    bound=words("il elle ils elles son sa ses leur leurs"),
    persons=words("il elle ils elles lui eux son sa ses leur leurs"),
    not_before={
        "ce": _FR_TIMES | words("que qu qui"),
        "cet": _FR_TIMES,
        "cette": _FR_TIMES,
        "ces": words("jours derniers dernières"),
        "il": words("y vrai possible pleut neige faut"),
        "y": words("a avait aura eut t"),
        "celui": words("qui"),
        "ceux": words("qui"),
    },
    not_after={"ce": words("est était qu"), "il": words("faut pleut neige y t-y")},
    only_after={
        "l": words("qui"),
        "le": words("qui"),
        "la": words("qui"),
        "les": words("qui"),
        "y": words("qui se que qu on"),
    },
    hollow=words("vrai possible probable légal nécessaire"),
    clauses=words("que si parce car lorsque quand"),
    articles=words("le la les l un une"),
    indefinite=words("un une"),
    prepositions=_FR_PREPOSITIONS,
    auxiliaries=words(
        "est sont était étaient sera seront fut a ont avait avaient aura auront eu été peut peuvent"
        " doit doivent va vont fait ont-ils"
    ),
    time_starts=words("dernier dernière hier demain maintenant récemment"),
    general=words(
        """gens personne personnes passé passe arrivé arrive mort morts tués blessés victimes cause
        causes raison raisons réaction réactions résultat coût coûte coûté prix âge nom
        commencé commence fini fin dit dire pense décidé décision suite exactement encore
        responsable responsables nouveau nouvelle
        temps dure duré durée durera nouvelles dernières détails long longtemps annoncé voulu"""
    ),
    amounts=words("combien"),
    news=words("passé passe nouvelles"),
    function=words("n ne pas plus on nous vous tu je j me m te t se s c si très aussi être est-ce"),
)

_ES_TIMES = words("semana mes año día mañana tarde noche fin verano invierno primavera otoño vez")
SPANISH = Vocabulary(
    questions=words(
        "quién quiénes qué cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas porqué quien"
        " cuando donde como cuanto cuantos cual"
    ),
    openers=phrases(
        "y, e, pero, entonces, también, y qué hay de, qué hay de, y qué pasa con, qué tal,"
        " y que hay de, y entonces"
    ),
    back=words(
        "él ella ellos ellas eso esto aquello allí allá ahí este esta estos estas ese esa esos esas"
        " lo la los las"
    ),
    bound=words("su sus suyo suya"),
    persons=words("él ella ellos ellas su sus"),
    not_before={
        "este": _ES_TIMES,
        "esta": _ES_TIMES,
        "estos": words("días meses años"),
        "lo": words("que más mejor peor de"),
        "ese": _ES_TIMES,
        "esa": _ES_TIMES,
    },
    only_after={
        "lo": words("quién quiénes cuándo dónde cómo se qué"),
        "la": words("quién quiénes"),
        "los": words("quién quiénes"),
        "las": words("quién quiénes"),
    },
    clauses=words("que si porque aunque"),
    articles=words("el la los las un una unos unas al del"),
    indefinite=words("un una unos unas"),
    prepositions=words(
        "de del en a al por para con sin contra sobre desde hasta entre durante según tras ante"
    ),
    auxiliaries=words(
        "es son era eran fue fueron será serán está están estaba ha han había habían hay hubo habrá"
        " puede pueden va van"
    ),
    time_starts=words("pasado pasada ayer hoy mañana ahora"),
    general=words(
        """gente persona personas pasó pasa ocurrió sucedió murieron murió muertos heridos víctimas
        causa causas razón motivo reacción resultado costo coste cuesta costó precio edad años
        nombre llama empezó comenzó terminó dijo dijeron dice piensa decidió decisión después
        exactamente responsable responsables noticias últimas detalles tiempo
        dura duró durará anunció quiere nuevo nueva"""
    ),
    amounts=words("cuánto cuánta cuántos cuántas cuanto cuantos"),
    news=words("pasó pasa ocurrió sucedió noticias"),
    function=words("no se me te nos le les ya más muy que si sí también ser porque"),
)

_PT_TIMES = words("semana mês ano dia manhã tarde noite fim verão inverno primavera outono vez")
PORTUGUESE = Vocabulary(
    questions=words(
        "quem que quê qual quais quando onde como quanto quanta quantos quantas porquê porque"
    ),
    openers=phrases(
        "e, mas, ou, então, também, e quanto a, e quanto ao, e quanto à, e sobre, que tal, e o que"
        " dizer de"
    ),
    back=words(
        "ele ela eles elas dele dela deles delas nele nela neles nelas isso isto aquilo disso disto"
        " nisso lá ali esse essa esses essas este esta estes estas desse dessa deste desta nesse"
        " nessa o a os as"
    ),
    bound=words("seu sua seus suas"),
    persons=words("ele ela eles elas dele dela deles delas seu sua seus suas"),
    not_before=dict.fromkeys(
        "este esta esse essa desse dessa deste desta nesse nessa".split(), _PT_TIMES
    ),
    only_after={
        "o": words("quem"),
        "a": words("quem"),
        "os": words("quem"),
        "as": words("quem"),
    },
    clauses=words("que se porque embora"),
    articles=words("o a os as um uma uns umas ao à do da dos das no na nos nas"),
    indefinite=words("um uma uns umas"),
    prepositions=words(
        "de do da dos das em no na nos nas a ao à aos às por pelo pela para com sem contra sobre"
        " desde até entre durante segundo após"
    ),
    auxiliaries=words(
        "é são era eram foi foram será serão está estão estava há havia houve tem têm tinha vai vão"
        " pode podem"
    ),
    time_starts=words("passado passada ontem hoje amanhã agora"),
    general=words(
        """gente pessoa pessoas aconteceu acontece ocorreu morreram morreu mortos feridos vítimas
        causa causas razão motivo reação resultado custo custa custou preço idade anos nome chama
        começou terminou disse disseram diz pensa decidiu decisão depois exatamente responsável
        responsáveis notícias últimas detalhes tempo
        dura durou durará anunciou quer novo nova"""
    ),
    amounts=words("quanto quanta quantos quantas"),
    news=words("aconteceu acontece ocorreu notícias"),
    function=words("não se me te nos lhe lhes já mais muito que sim também ser"),
)
