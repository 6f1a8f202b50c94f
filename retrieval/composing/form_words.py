"""Words by which a question asks for several things, or for a course of events.

One table a language; each field is a regular expression over folded text. ``amounts`` are words of
number, which ask for one value whatever follows.
``lists`` rests on the plural: of the noun where its form tells ("which villages"), of the word that
asks or of the verb where it does not ("welche Dörfer stimmten", "quels villages").
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of one language."""

    lists: str
    timelines: str
    amounts: str
    few: str


_PLURAL = (
    r"(?!(?:is|was|has|does|this|its|his|us|news|gas|series|lens|bus|status|chances|odds)\b)"
    r"(?:\w+s(?<![sui]s)|people|men|women|children|criteria|fish)\b(?!['\u2019])"
)
_NO_VERB = r"(?!(?:is|was|has|does|do|did|are|were|will|would|can|could|should|the|if|a|an)\b)"
_ANY = rf"(?:{_NO_VERB}[\w-]+ ){{0,2}}"
_VERB = (
    r"(?:are|were|did|do|have|had|will|would|can|could|must|should|may|might|remain|need|want"
    r"|\w+ed)\b"
)
_OVER = "(?=[ ?.!]*$| (?:over|since|from|between|after|in|so far|during|until|through|day|step)\\b)"
_SPANISH_S = (
    "pais|mes|es|mas|tras|los|las|nos|os|crisis|virus|eres|autobus|bus|gas|dosis|tesis|seis|dos"
    "|tres|vez|\\w+mos|estas|sabes|haces|piensas"
)
_ARABIC_PLURALS = (
    r"دول|بلدان|مدن|قرى|شركات|شروط|اسباب|مطالب|احزاب|فرق|مواقع|مناطق|خطط|بنود|مشاريع|قوانين"
    r"|تدابير|عوامل|اهداف|نتائج|طرق|جسور|مدارس|بنوك|وزراء|لاعبين|فائزين|\w{2,}ات"
)

FORM_WORDS = (
    FormWords(  # English
        lists=rf"(?:^|[^a-z ] )which {_ANY}{_PLURAL}(?! (?:is|was|has|does)\b)"
        rf"|which {_ANY}{_PLURAL}(?! (?:is|was|has|does)\b)(?! [\w-]+\W*$)"
        rf"|what {_ANY}{_PLURAL} {_VERB}"
        rf"|(?:what|which) (?:are|were) (?:the|some|his|her|its|their|\S+'s?) (?:\S+'s? )?"
        rf"{_ANY}{_PLURAL}"
        r"|who (?:are|were) (?!you\b)|who else|what else|which ones"
        rf"|^(?:please )?name (?:the|all|some|every|any|\w+ of the|two|three|four|five) "
        rf"{_ANY}{_PLURAL}"
        r"|^(?:please |can you |could you |give me |show me |i want )*(?:a |the )?(?:full )?"
        r"list (?:of|all|the|every|some|which|what)|^(?:please )?(?:enumerate|list) ",
        timelines=r"timeline(?! for)|time line of|chronology|chronological|sequence of events"
        r"|course of events|key dates|what happened when|what happened and when"
        r"|^(?:the |a |brief |short )*history of"
        rf"|how (?:did|has|have) .+ (?:unfold|develop|evolve|progress)(?:ed)?{_OVER}",
        amounts="how (?:many|much)",
        few="(?:which|what) (?:two|three|2|3) ",
    ),
    FormWords(  # German
        lists=r"welchen? \w+en\b|welche \w+ (?:\w+en|sind)\b|welche[nr]? (?:lander|stadte|dorfer"
        r"|orte|staaten|grunde|punkte|vereine|werke|hauser|manner|kinder|leute)\b"
        r"|wer (?:sind|waren) |wer (?:sonst |war |ist )?noch\b"
        r"|was (?:sind|waren) (?:die|seine|ihre) "
        r"|wie lauten (?:die|seine|ihre) |^(?:bitte )?(?:nenn|nenne|nennen sie|zahle|zahlen sie"
        r"|liste|listen sie) (?:mir )?(?:die|alle|einige|\w+ der) |liste (?:der|aller) ",
        timelines=r"zeitleiste|zeitachse|zeitstrahl|zeittafel|chronologie|chronologisch|chronik"
        r"|ablauf der ereignisse|zeitlicher? ablauf|was (?:geschah|passierte) (?:und )?wann"
        r"|^(?:die )?geschichte (?:des|der|von)|wie (?:entwickelte|entwickelten|entfaltete) sich"
        r"|wie (?:hat|haben) sich .+ entwickelt|wie verlief(?:en)? |wie (?:ist|sind) .+ verlaufen",
        amounts="wie ?viele?n?",
        few="welche[nr]? (?:zwei|drei|2|3) ",
    ),
    FormWords(  # French
        lists=r"quel(?:le)?s(?! (?:que|chances)\b)(?! (?:sont|etaient) les (?:chances|nouvelles))"
        r"|lesquel(?:le)?s|qui (?:sont|etaient|furent) |qui d'autre|quoi d'autre"
        r"|^(?:cite|citez|enumere|enumerez|liste|listez|nomme|nommez)(?:-moi)? "
        r"|^(?:donne(?:z)?(?:-moi)? )?(?:la |une )?liste (?:de|des|du)\b",
        timelines=r"chronologi\w+|frise (?:du|temporelle)|deroulement|fil des evenements"
        r"|historique d|que s'est-il passe (?:et )?quand|ce qui s'est passe et quand"
        r"|^(?:l')?histoire d|comment .*(?:s'est|se sont|s'etait)(?:-\w+)? (?:\w+ )?"
        r"(?:deroule|developpe)e?s?\b|comment .*(?:a|ont)(?:-t)?(?:-\w+)? (?:\w+ )?evolue\b",
        amounts="combien",
        few="quel(?:le)?s (?:deux|trois|2|3) ",
    ),
    FormWords(  # Spanish
        lists=rf"(?:^|¿ ?)(?:\w{{1,4}} )?que (?!(?:{_SPANISH_S})\b)\w+s\b|cuales|quienes|quien mas"
        r"|que mas (?:paises|empresas|personas)|^(?:enumera|enumere|nombra|nombre|menciona|lista)"
        r" (?:a )?(?:los|las|todos|todas|de)\b|(?:una|la) lista de",
        timelines=r"cronologi\w+|linea de(?:l)? tiempo|secuencia de (?:los )?(?:hechos|sucesos)"
        r"|sucesion de (?:los )?hechos|que (?:paso|ocurrio|sucedio) (?:y )?cuando"
        r"|^(?:la )?historia de|como (?:se desarroll\w+|evoluciono|transcurri\w+)"
        r"|como (?:se )?(?:ha|han) (?:evolucionado|desarrollado|ido)",
        amounts="cuant[oa]s?",
        few="(?:que|cuales) (?:dos|tres|2|3) ",
    ),
    FormWords(  # Portuguese
        lists=rf"^(?:\w{{1,4}} )?que (?!(?:{_SPANISH_S})\b)\w+s\b|quais"
        r"|quem (?:sao|foram|eram) |quem mais|o que mais"
        r"|^(?:enumere|cite|nomeie|liste|mencione) (?:os|as|todos|todas)\b"
        r"|(?:uma|a) lista d",
        timelines=r"cronologi\w+|linha d[eo] tempo"
        r"|sequencia d[eo]s? (?:acontecimentos|fatos|factos)|o que aconteceu (?:e )?quando"
        r"|^(?:a )?historia d[aeo]"
        r"|como (?:se (?:desenrol|desenvolv|desdobr)\w+|evoluiu|evoluiram|decorreu|decorreram)"
        r"|como (?:tem|têm|foi) (?:evoluido|evoluindo)|como evolui\w* ",
        amounts="quant[oa]s?",
        few="(?:que|quais) (?:dois|duas|tres|2|3) ",
    ),
    FormWords(  # Russian
        lists=r"каки(?:е|х|ми)(?! (?:последние |свежие )?(?:новост|шанс))|каковы"
        r"|(?:кто|кого|кому|что) (?:же )?еще|кто (?:такие|были) |кто они"
        r"|^(?:назови|назовите|перечисли|перечислите) |^(?:дай |дайте |покажи )?список ",
        timelines=r"хронологи\w+|хроник\w|таймлайн|последовательность событий|ход событий"
        r"|лента событий|что (?:и )?когда (?:произошло|случилось|было)|что произошло и когда"
        r"|^истори[яю] |как (?:развивал|разворачивал|развивают)\w+",
        amounts="сколько",
        few="как(?:ие|их|им|ими) (?:два|две|двух|двум|двумя|три|трех|трем|тремя|2|3) ",
    ),
    FormWords(  # Ukrainian
        lists=r"як(?:і|их|ими)(?! (?:останні |свіжі )?(?:новин|шанс))|якими є"
        r"|(?:хто|кого|кому|що) ще|хто (?:такі|були) |хто вони"
        r"|^(?:назви|назвіть|перелічи|перелічіть|перерахуй|перерахуйте) "
        r"|^(?:дай |дайте |покажи )?список ",
        timelines=r"хронологі\w+|хронік\w|таймлайн|послідовність подій|перебіг подій|хід подій"
        r"|що (?:і |й )?коли (?:сталося|відбулося|було)|що сталося (?:і|й|та) коли"
        r"|^історі[яю] |як (?:розвивал|розгортал|розвивают)\w+",
        amounts="скільки",
        few="як(?:і|их|им|ими) (?:два|дві|двох|двом|двома|три|трьох|трьом|трьома|2|3) ",
    ),
    FormWords(  # Chinese
        lists=r"哪些(?!新闻|新聞|消息)|(?:还|還)有[谁誰]|分[别別]是|有[谁誰]|列出|列[举舉]|[几幾]个主要",
        timelines=r"[时時][间間][线線轴軸]|大事[记記]|年表|始末|[来來][龙龍]去[脉脈]|[发發]展(?:过程|過程|历程|歷程)"
        r"|事件[经經][过過]|(?:如何|怎么|怎樣|怎样|怎麼)(?:一步步)?(?:[发發]展|演[变變])",
        amounts=r"多少|[几幾](?:个|個|名|人|次|天)(?!主要)",
        few="哪(?:两|兩|三|2|3)",
    ),
    FormWords(  # Arabic
        lists=rf"(?:اي|ما هي|ما|ما هو) (?:ال)?(?:{_ARABIC_PLURALS})(?!\w)"
        r"|من (?:هم|هن|كانوا)(?!\w)|من ايضا|^(?:اذكر|اسرد|عدد لي|سم) |قائمه (?:ب|من |ال)",
        timelines=r"تسلسل(?:ا)? (?:ال)?(?:زمني|احداث)|التسلسل الزمني|الخط الزمني|خط زمني"
        r"|مسار الاحداث|كيف (?:تطور|تكشف|سار)\w*|ماذا حدث ومتي|مراحل تطور",
        amounts="كم(?!\\w)|ما عدد",
        few="(?:ما|اي) (?:\\w+ )?(?:الاثنان|الاثنتان|الثلاثة|الثلاث)",
    ),
)
