"""English."""

from retrieval.follow_ups.vocabulary import Vocabulary, phrases, words

_BE = "is are was were be been being isn't aren't wasn't weren't"
_DO = "do does did don't doesn't didn't has have had hasn't haven't hadn't"
_MAY = "will would can could shall should may might must won't wouldn't can't couldn't shouldn't"
_PREPOSITIONS = """in on at of to by for from with without about against after before during since
    until till between among over under into through near behind beyond across around within despite
    than as like off per regarding concerning"""
_TIMES = """week month year day days morning afternoon evening night weekend summer winter spring
    autumn fall season time decade century quarter"""
_WEATHER = "raining snowing freezing cold hot warm sunny windy dark late early"

ENGLISH = Vocabulary(
    questions=words("who whom whose what which when where why how"),
    openers=phrases(
        "and, but, or, so, also, then, plus, what about, how about, and what about, and how about,"
        " and then, or rather, what of, and for, i mean, i meant"
    ),
    back=words(
        "it him them himself herself itself themselves this that these those there thereof one ones"
        " former latter others"
    ),
    bound=words("he she they his her hers its their theirs"),
    persons=words("he she him her his hers they them their"),
    not_before={
        "this": words(_TIMES),
        "that": words(_TIMES),
        "these": words("days weeks months years"),
        "those": words("who whose with in living without"),
        "there": words(_BE + " will"),
        "it": words(_WEATHER),
        "one": words("of in million billion thousand hundred percent day"),
        "others": words("of"),
    },
    not_after={
        "there": words("is are was were isn't aren't wasn't weren't out over " + _MAY),
        "this": words("like"),
        "one": words("no any every"),
    },
    only_after={
        "that": words(_BE + " " + _DO + " " + _MAY + " " + _PREPOSITIONS + " and but why how"),
        "one": words("which that this the first second third last other new next old another"),
        "others": words("the and any which what about"),
        "former": words("the"),
        "latter": words("the"),
    },
    hollow=words(
        "true possible likely unlikely legal illegal safe necessary important certain clear known"
        " take takes took taken cost costs mean seem seems appear easy hard worth wrong right"
        " expensive dangerous reported said who"
    ),
    clauses=words("to that if whether who because when while although though unless"),
    articles=words("the a an"),
    indefinite=words("a an"),
    prepositions=words(_PREPOSITIONS),
    auxiliaries=words(_BE + " " + _DO + " " + _MAY),
    time_starts=words("last this next earlier later yesterday today tomorrow now recently"),
    general=words(
        """people person persons anyone anybody someone somebody everyone everybody nobody man woman
        happen happened happening happens die died dead deaths killed injured hurt wounded victims
        casualties survivors responsible blame blamed reason reasons cause caused causes reaction
        reactions react reacted next result results outcome cost costs pay paid price money long
        old age big large high far often name named called begin began begun start started end
        ended last lasted latest news detail details say said says think thinks thought do done
        doing decide decided decision involved affected arrested charged else other exactly
        already still come came go went take took taken mean means get got give gave given make
        made know known tell told place follow followed story full update updates
        expected planned plan plans finally eventually more less few several total
        number amount change changed consequences consequence impact effect effects announced
        announce want wanted needed need response respond responded agree agreed
        true possible likely safe available happy angry soon first second
        new former current main"""
    ),
    amounts=words("many much"),
    news=words("happen happened happening happens news latest update updates"),
    function=words(
        """i me my mine we us our you your yours s t re ve ll d m not no nor only just very too even
        again much many both each every all any some such same own now really here up down out
        please
        can cannot"""
    ),
)
