"""German, and Russian with Ukrainian: two languages of one script whose small words agree."""

from retrieval.follow_ups.vocabulary import Vocabulary, phrases, words

_DE_TIMES = words(
    "woche monat jahr tag tage tagen morgen abend nacht sommer winter frühling frühjahr herbst"
    " wochenende mal"
)
_DE_THIS = ("diese", "dieser", "dieses", "diesem", "diesen")
_DE_SHOWN = words(
    "dort daran darauf daraus dabei dadurch dafür dagegen danach davon davor dazu darüber darum"
    " darin dahinter dessen deren jene jener jenes das es"
)
GERMAN = Vocabulary(
    questions=words(
        "wer wen wem wessen was welche welcher welches welchen welchem wann wo woher wohin wie"
        " warum wieso weshalb wieviel wieviele wofür womit wodurch worüber wozu"
    ),
    openers=phrases(
        "und, aber, oder, also, und was ist mit, was ist mit, wie steht es um,"
        " und wie sieht es mit, wie sieht es mit, und dann, wie wäre es mit"
    ),
    back=_DE_SHOWN | words("ihn ihm ihnen") | frozenset(_DE_THIS),
    bound=words("er sie sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres"),
    persons=words("er sie ihn ihm ihnen sein seine seinen seiner ihr ihre ihren ihrer"),
    not_before={
        **dict.fromkeys(_DE_THIS, _DE_TIMES),
        "es": words("gibt gab regnet schneit") | _DE_TIMES,
    },
    not_after={"es": words("gibt gab regnet schneit gäbe")},
    hollow=words("wahr möglich legal wahrscheinlich dauert kostet stimmt"),
    clauses=words("dass ob weil wenn als während obwohl zu"),
    articles=words("der die das den dem des ein eine einen einem einer eines"),
    indefinite=words("ein eine einen einem einer eines"),
    prepositions=words(
        "in im an am auf aus bei beim mit nach von vom zu zum zur für gegen ohne um über unter vor"
        " seit bis während durch zwischen wegen laut"
    ),
    auxiliaries=words(
        "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte soll"
        " sollen muss müssen darf will wollen worden"
    ),
    time_starts=words("letzte letzten letztes letzter gestern heute jetzt nächste nächsten"),
    general=words(
        """menschen leute person personen passiert passierte geschehen geschah gestorben starben
        tote
        toten verletzt verletzte opfer grund gründe ursache reaktion reaktionen ergebnis folgen
        kostet
        kosten kostete preis alt alter name heißt begann beginnt angefangen endete ende sagt sagte
        gesagt denkt meint entschieden entscheidung genau eigentlich noch verantwortlich schuld
        neues neuigkeiten einzelheiten lange dauert dauerte mehr danach angekündigt
        zeit neue neuer neuen neues"""
    ),
    amounts=words("viel viele wieviel wieviele"),
    news=words("passiert passierte geschehen geschah neues neuigkeiten"),
    function=words(
        "viel viele ich mich mir wir uns du man sich nicht kein keine nur auch schon noch sehr"
        " so doch denn ja"
    ),
    capitals=False,
)

_RU_TIMES = """неделе неделю неделя месяце месяц году год года день дни утром утро вечер вечером
    тижні тижня тижень місяці місяць році рік року день дні літо літа лето раз"""
_RU_THIS = """этот эта эти этого этой этом этому этих этим этими ця цей ці цього цієї цьому цій цих
    цим цими"""
CYRILLIC = Vocabulary(
    questions=words(
        """кто кого кому кем ком что чего чему чем чём какой какая какое какие каких каким какого
        каков какова каково каковы какую каком когда где куда откуда как почему зачем сколько
        чей чья чьё чьи отчего
        хто що чого чим який яка яке які яких яким якого яку якому коли де куди звідки як чому
        навіщо
        скільки чий чия чиє чиї наскільки насколько ли чи"""
    ),
    openers=phrases(
        "а, и, но, или, і, й, та, але, або, чи, а что, а что насчёт, а что насчет, а как насчёт,"
        " а как насчет, как насчёт, как насчет, что насчёт, что насчет, а як щодо, як щодо, а що,"
        " а щодо, що щодо, а также, а потом, ну а, також, тогда, а если"
    ),
    back=words(
        "он она оно они его её ее ему ей им их него неё нее нему ней ним них нём нем ими ними его"
        " это там туда оттуда нему тому тот той том те тех тем"
        " він вона воно вони його її йому їй їм їх нього неї ньому ній них ним ними це цим там туди"
        " звідти їхній їхня їхні їхнього ту ті"
    )
    | words(_RU_THIS),
    persons=words(
        "он она они его её ее ему ей их него неё нее нему ней ним них він вона вони його її йому їй"
        " їх нього неї ньому ній"
    ),
    not_before={
        **dict.fromkeys(_RU_THIS.split(), words(_RU_TIMES)),
        **dict.fromkeys("тот той том те тех".split(), words(_RU_TIMES + " кто что")),
        "это": words("правда верно лето"),
        "це": words("правда вірно"),
    },
    hollow=words("правда верно возможно вірно можливо"),
    clauses=words("чтобы если потому щоб якщо тому бо хотя хоча"),
    prepositions=words(
        "в во на о об обо с со к ко из от до по для без за над под перед при про через у между"
        " против после среди около"
        " із з зі від під без до по для за над при про через між проти після серед біля у щодо о"
    ),
    auxiliaries=words("был была было были будет будут есть був була було були буде будуть є бути"),
    time_starts=words("вчера сегодня завтра сейчас вчора сьогодні зараз прошлом минулого минулому"),
    general=words(
        """людей люди человек человека произошло случилось погибло погибли умерло умер умерла
        пострадало пострадали жертв жертвы виноват причина причины причину реакция результат стоит
        стоило стоил стоила цена лет зовут началось начал начала начался закончилось сказал сказала
        сказали говорит говорят думает решил решили решение дальше потом именно ещё еще уже точно
        ответственный новости подробности долго заявил заявила нового время
        длится длилось длилась длился продлится новый новая новые
        людина сталося трапилося загинуло загинули помер померла постраждало постраждали жертви
        винен причини реакція коштує коштувало ціна років звати почалося закінчилося сказав сказала
        сказали каже кажуть думає вирішив вирішили рішення далі потім саме ще вже точно
        відповідальний новини подробиці довго заявив заявила нового
        триває тривало тривала тривав триватиме час новий нова нові"""
    ),
    amounts=words("сколько скільки"),
    news=words("произошло случилось новости нового сталося трапилося новини"),
    function=words(
        """я мы ты вы мне нам вам меня нас вас мой наш ваш свой своя свои своего своей своих не ни
        бы
        же то так только тоже также очень самый весь все всё всех
        ми ти ви мені нам мене нас вас мій наш ваш свій своя свої свого своєї своїх не ні би б ж
        тільки теж дуже усі всі все є"""
    ),
)
