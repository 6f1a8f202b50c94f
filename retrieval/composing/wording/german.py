"""German."""

from retrieval.composing.wording.wording import Wording, kinds, words

GERMAN = Wording(
    saying=words(
        """sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont teilte teilten
        fügte meinte meint kritisierte warnte warnt forderte fordert kündigte bestätigte
        berichtete berichtet berichteten schrieb schreibt erläuterte ergänzte bekräftigte räumte
        behauptete behauptet beteuerte versicherte unterstrich entgegnete erwiderte antwortete
        fragte mahnte klagte hieß heißt äußerte verwies wies so argumentierte beklagte versprach
        gab stellte nannte bezeichnete dementierte lobte schilderte erzählte erzählt urteilte
        mitteilte mitteilten mitgeteilt ankündigte hinzufügte hinwies einräumte klarstellte
        konterte kontert schimpfte schimpft klagt seufzt spottet moniert bilanzierte
        resümierte erinnerte beteuert beklagt betonen fügt räumt mahnt"""
    ),
    stances=words(
        """wies widersprach dementierte bestritt kritisierte beklagte verteidigte betonte warnte
        sieht zeigte verneinte lehnte bezweifelt bezweifelte glaubt glaubte hält findet fürchtet
        befürchtet befürchtete hofft hoffte erwartet begrüßt begrüßte bedauert bedauerte lobt
        lobte rügt rügte gerügt anders überzeugt skeptisch optimistisch zurückhaltend verärgert
        vorsichtig vorsichtiger moniert monierte listet listete nannte nennt nannten begründet
        begründete widerspricht bestreitet verteidigt beklagt kritisiert warf wirft
        rechtfertigte rechtfertigt schob schiebt macht verantwortlich vermutet vermutete
        zweifelt beschwerte beschwert empört erinnert erinnerte untersuchte untersucht prüfte
        testete verglich analysierte überprüfte schimpft schimpfte spottet ärger entschuldigte
        bedankte"""
    ),
    pronouns=kinds(
        he="er sein seine seinen seiner seinem", she="sie ihr ihre ihren ihrem ihrer", they="beide"
    ),
    oblique=kinds(he="ihm seinen seiner", she="ihr ihren ihrer", they="ihnen"),
    nouns=kinds(
        he="""minister sprecher präsident bürgermeister vorsitzende trainer anwalt richter direktor
        kanzler mann politiker forscher professor chef verteidiger leiter autor fahrer landwirt
        wissenschaftler unternehmer""",
        she="""ministerin sprecherin präsidentin bürgermeisterin trainerin anwältin richterin
        direktorin kanzlerin frau politikerin forscherin professorin chefin leiterin autorin
        fahrerin wissenschaftlerin unternehmerin""",
        they="beiden forscher autoren forschenden anwälte männer frauen eheleute",
        group="""unternehmen konzern firma gruppe partei behörde ministerium verband gewerkschaft
        verein organisation bank gericht universität stiftung regierung fluggesellschaft betreiber
        hersteller stadt klub fraktion institut kommission""",
        text="mitteilung bericht studie erklärung brief gutachten papier schreiben urteil umfrage",
    ),
    articles=words("der die das den dem"),
    demonstratives=words("dies das diese dieser dieses diesen diesem solche"),
    openers=words(
        """aber und doch auch dann später zudem außerdem jedoch dennoch deshalb daher darüber hinaus
        zugleich gleichzeitig allerdings so nun jetzt gestern heute oder denn inzwischen zuvor
        weiter ferner überdies dort damit dabei
        erstens zweitens drittens viertens schließlich zuletzt"""
    ),
    between=words(
        """auch dann später zudem hat haben hatte ist war außerdem jedoch weiter ebenfalls noch sich
        am montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern es nun dazu
        dabei zuvor"""
    ),
    that=words("dass daß"),
    according=(
        *(
            f"nach {noun} {article}"
            for noun in ("angaben", "darstellung", "auskunft", "einschätzung", "ansicht", "meinung")
            for article in ("von", "der", "des")
        ),
        "nach den worten von",
        "laut",
        "zufolge",
        "nach",
    ),
    titles=words(
        """gewerkschafter gewerkschafterin anwohner anwohnerin ingenieur ingenieurin fischer
        fischerin geologe geologin biologe biologin historiker historikerin arzt ärztin
        kapitänin polizeisprecher polizeisprecherin abgeordnete abgeordneter aktivist
        aktivistin betriebsrat betriebsrätin werksleiter händler händlerin lehrer lehrerin
        pfarrer bäuerin bauer stadträtin oppositionsführer oppositionsführerin verbandschef
        herr frau dr prof professor präsident präsidentin minister ministerin bürgermeister
        bürgermeisterin kanzler kanzlerin sprecher sprecherin trainer trainerin direktor direktorin
        chef chefin richter richterin könig königin general kapitän leiter leiterin forscher
        forscherin landwirt landwirtin vorsitzende vorsitzender ökonom ökonomin anwalt anwältin"""
    ),
    people=words(
        """mann frau junge mädchen kind fahrer fahrerin sprecher sprecherin polizist polizistin
        nachbar nachbarin zeuge zeugin mutter vater sohn tochter lehrer lehrerin kollege kollegin
        vorgänger nachfolger stellvertreter stellvertreterin anwalt anwältin minister ministerin"""
    ),
    feminine=words(
        """frau präsidentin ministerin bürgermeisterin kanzlerin sprecherin trainerin direktorin
        chefin richterin königin leiterin forscherin landwirtin ökonomin anwältin mutter tochter
        schwester"""
    ),
    masculine=words(
        """herr präsident minister bürgermeister kanzler sprecher trainer direktor chef richter
        könig kapitän leiter forscher landwirt ökonom anwalt vater sohn bruder"""
    ),
    bodies=words(
        """partei ministerium gruppe bank rat agentur universität gewerkschaft gericht ag gmbh
        verband verein institut stiftung hafen brücke werke reederei rechnungshof gerichtshof
        behörde kammer kasse zentrale anstalt bund amt aufsicht"""
    ),
    places=words("in im aus nach"),
    prepositions=words("in im aus nach bei zu von vor an am über durch gegen für mit zum zur"),
    clauses=words("als nachdem während bevor obwohl wenn weil da seit bis sobald"),
    empty={"das": words("ist_der ist_die ist_das war_der war_die war_das")},
    telling=words(
        """gefragt befragt
        sprach spricht sprachen rede wort worte worten erklärung mitteilung bericht brief
        interview gespräch pressekonferenz aussage zeuge zeugin zeugenstand stellungnahme studie
        umfrage gutachten papier schreiben ergebnisse vortrag trug stellte legte vorgelegt
        veröffentlichte meldete meldeten wandte äußerte äußerten begründete verteidigte
        schilderte wies kritisierte forderungen punkte bilanz angaben zahlen dementi post
        beitrag nachricht urteil vermerk zufolge laut berichtete erklärte rechnete grund gründe
        befund befunde test tests untersuchung ergebnis ansicht meinung version erklärungen
        zweifel analyse prognose einschätzung"""
    ),
    pointing=words("so"),
    time=words(
        """montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai
        juni juli august september oktober november dezember ostern weihnachten jahr tag woche"""
    ),
    reported=words(
        """sei seien habe werde könne müsse wolle dürfe gebe gehe komme stehe bleibe liege lasse
        wisse brauche solle sehe halte finde nehme führe handele wäre hätten würden müssten
        könnten seien fehle drohe bestehe stünde stünden gäbe gäben käme kämen ginge bliebe
        blieben ließe fände fänden hielte nähme nähmen dürfte dürften sollten wüsste brächte
        brächten hätte würde könnte müsste sollte möge trage zahle verliere bekomme erhalte
        gelte laufe liefe treffe mache fahre schlage spreche sage"""
    ),
    nouns_have_capitals=True,
    asking=words("fragte fragt erkundigte wollte"),
    languages=("de",),
)
