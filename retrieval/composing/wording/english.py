"""English."""

from retrieval.composing.wording.wording import Wording, kinds, words

ENGLISH = Wording(
    saying=words(
        """argue ruled rules object objects objecting recommended recommends demanded said says say
        saying added adds told tells asked asks replied replies answered warned warns insisted
        insists claimed claims argued argues explained explains noted notes stated states
        announced confirmed denied denies wrote writes tweeted posted continued concluded
        concludes acknowledged admitted admits promised stressed stresses urged recalled recalls
        reported reports testified responded objected complained remarked declared countered
        pointed predicted estimated estimates found finds suggested suggests shouted joked
        conceded maintained maintains pledged vowed alleged alleges commented emphasised
        emphasized retorted retorts snapped mused sighed quipped cautioned cautions reckoned
        reckons reiterated contended contends opined"""
    ),
    stances=words(
        """rejected rejects denied denies dismissed dismisses disputed disputes disagreed disagrees
        contradicted countered objected complained criticised criticized condemned defended
        apologised apologized protested argued argues insisted insists warned warns accused
        blames blamed attributes attributed doubts doubted believes believed thinks considers
        fears feared hopes hoped expects complains criticises criticizes praises praised
        welcomed welcomes applauded applauds lamented laments regrets regretted justified
        justifies concedes convinced certain sceptical skeptical optimistic pessimistic cautious
        adamant unconvinced unimpressed furious blunt differently otherwise shrugged listed
        lists cites cited outlined outlines detailed details summarised summarized recounted
        recounts remembers remembered puts sees saw foresees questioned questions suspects
        suspected resents bemoaned bemoans explains examined inspected audited tested surveyed
        measured counted investigated analysed analyzed studied compared scathing unrepentant
        laughs recalls"""
    ),
    passive=words("is are was were be been being it's"),
    pronouns=kinds(he="he his", she="she her hers", they="they their theirs both", it="it its"),
    oblique=kinds(he="him", she="her", they="them", it="it"),
    nouns=kinds(
        person="""minister spokesman spokeswoman spokesperson president chairman chairwoman mayor
        governor senator lawyer judge captain coach director chief_executive officer professor
        doctor singer actor actress author player striker manager suspect defendant witness
        official politician scientist researcher economist leader secretary prosecutor general
        farmer driver pilot teacher student engineer analyst candidate lawmaker ambassador owner
        star former_minister former_president prime_minister""",
        he="man boy father husband actor businessman",
        she="woman girl mother wife actress businesswoman widow",
        they="""auditors pollsters officers organisers investigators inspectors surgeons pair two
        three couple duo trio men women brothers sisters researchers scientists authors workers
        families victims protesters residents lawyers suspects ministers leaders""",
        group="""company group firm party agency ministry charity union club team committee
        organisation organization association council bank commission court foundation institute
        university hospital government authority airline regulator watchdog operator broadcaster
        manufacturer retailer carmaker newspaper force department office network coalition
        federation band business lender""",
        text="""statement report study letter paper document survey release note post message
        filing review inquiry ruling verdict memo email article""",
    ),
    articles=words("the"),
    demonstratives=words("this that these those such"),
    openers=words(
        """but and so yet or however also then later meanwhile still instead nevertheless moreover
        furthermore besides additionally afterwards now today yesterday only even perhaps indeed
        nor earlier separately overall initially eventually finally soon there for once again
        first second third fourth fifth firstly secondly thirdly lastly"""
    ),
    between=words(
        """also then later has have had again still already since further only now once however
        recently himself herself itself themselves just previously repeatedly later earlier all
        on monday tuesday wednesday thursday friday saturday sunday today yesterday would will"""
    ),
    that=words("that"),
    according=("according to", "in the words of", "in the view of", "in the opinion of"),
    titles=words(
        """unionist activist campaigner resident surgeon historian pensioner baker veteran nurse
        chief boss skipper inspector sheriff priest novelist writer poet painter expert
        entrepreneur chairperson deputy envoy diplomat councillor midfielder goalkeeper
        champion trainer pathologist chemist astronomer meteorologist architect curator
        librarian conductor composer trader broker financier hydrologist archaeologist vet
        gardener miner sailor pilot keeper warden ranger trustee treasurer organizer volunteer
        mr mrs ms miss mx dr prof professor president minister mayor captain capt general gen col
        colonel sergeant sgt lieutenant lt senator sen governor gov judge justice sir lady lord king
        queen prince princess chancellor premier secretary ambassador bishop pope reverend rev
        chief executive officer director chairman chairwoman chair coach spokesman spokeswoman
        spokesperson engineer economist analyst inspector detective superintendent commissioner
        farmer driver teacher researcher author singer actor actress lawyer leader founder owner
        head nurse resident scientist historian biologist geologist ecologist physicist biochemist
        shopkeeper baker fisherman activist organiser"""
    ),
    people=words(
        """man woman boy girl person people teenager mother father son daughter wife husband brother
        sister driver passenger worker teacher student officer spokesman spokeswoman spokesperson
        resident neighbour neighbor witness lawyer doctor nurse mayor minister president judge
        official farmer victim suspect colleague deputy predecessor successor critic rival opponent
        player captain coach expert researcher scientist engineer chairman chairwoman director
        employee insider aide adviser advisor diplomat informant whistleblower member staff patient
        survivor customer guest tenant pensioner parent family commander soldier prosecutor
        investigator auditor pollster organiser organizer manager executive secretary surgeon"""
    ),
    feminine=words(
        """mrs ms miss lady queen princess spokeswoman chairwoman mother sister wife daughter widow
        actress woman businesswoman"""
    ),
    masculine=words(
        """mr sir lord king prince spokesman chairman father brother husband son widower actor man
        businessman fisherman"""
    ),
    bodies=words(
        """party ministry group bank council agency university union court foods inc ltd plc corp
        company commission committee association institute foundation hospital club rovers united
        city airlines department office federation trust authority society press news courier
        parliament congress senate house bridge river lake port street road park island sea"""
    ),
    places=words("in at near from across around into"),
    prepositions=words(
        "in at from to near of into across around outside towards toward through between"
    ),
    clauses=words("when after as while before although though if because since once until despite"),
    empty={
        "it": words(
            """is_raining was_raining rained snowed is_snowing was_snowing was_the is_the was_a is_a
            was_an is_an remains remained is_unclear was_unclear is_not_clear was_not_clear
            is_not_known was_not_known is_possible is_likely is_unlikely was_possible seems seemed
            appears appeared takes took is_hoped is_expected is_thought is_believed was_not
            is_understood is_feared turned_out turns_out is_time was_time is_hard is_difficult
            was_only is_only was_not_until was_not_immediately is_also_unclear will_be_the
            would_be_the happened was_clear is_clear is_said was_said emerged emerges comes_as
            came_as follows was_in is_in was_on was_after was_when was_there marks marked"""
        ),
        "this": words("week month year morning afternoon evening summer winter spring autumn time"),
        "that": words("is_why was_when said year day night week month morning evening"),
        "these": words("days"),
        "those": words("who with whose in living without wishing"),
        "such": words("as"),
        "both": words("sides of the"),
    },
    reported=words("had would should ought must"),
    telling=words(
        """speaks spoke spoken speaking speech address addressed addresses answered question
        questions statement statements report reports letter post posts message note
        announcement announced account testimony evidence witness interview conference briefing
        points demands findings conclusions survey study poll paper document published presented
        confirmed admitted calls called describes described recommended recommends apologised
        review inquiry memo email blog diary verdict retort reply words view tone opinion claim
        claims explained told remarks comments comment rejected denied denies defended accuses
        accused agrees disagree disagreed quarrelled figures results journalists reporters audit
        ruling judgment declaration podcast petition complaint lecture sermon hearing warning
        denial tests test measurements analysis census blame reason reasons doubt doubts
        version explanation forecast outlook assessment shown trial count"""
    ),
    pointing=words("so thus such"),
    time=words(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december jan feb mar apr aug sept sep oct nov
        dec easter christmas"""
    ),
    asking=words("asked asks wondered wonders inquired enquired queried"),
    languages=("en",),
)
