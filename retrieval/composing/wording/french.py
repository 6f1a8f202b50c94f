"""French."""

from retrieval.composing.wording.wording import Wording, kinds, words

FRENCH = Wording(
    saying=words(
        """dit dite disent déclaré déclare affirmé affirme affirment ajouté ajoute ajoutent
        expliqué explique expliquent précisé précise indiqué indique indiquent annoncé annonce
        estimé estime estiment souligné souligne assuré assure confirmé confirme averti avertit
        rappelé rappelle répondu répond demandé demande écrit regretté regrette reconnu
        reconnaît admis promis prévenu prévient raconté raconte témoigne témoigné insisté
        insiste poursuit poursuivi conclut conclu lance lancé martelé réagi nié dénoncé dénonce
        plaidé plaide soutient soutenu résume noté note relève relevé rétorque rétorqué riposte
        riposté objecte objecté réplique répliqué tonne exclame soupire glisse confie confié
        ironise nuance tempère abonde détaille détaillé martèle plaisante sourit peste félicite
       """
    ),
    stances=words(
        """rejeté rejette nié nie démenti dément contesté conteste dénoncé dénonce critiqué
        critique réfuté réfute défendu défend averti protesté doute craint craignait espère
        redoute déplore déploré juge jugé considère croit pense impute attribue accuse accusé
        pointe invoque évoque évoqué justifie justifié salue salué applaudit approuve inquiète
        inquiétude convaincu convaincue sceptique autrement plaint félicite réjouit étonne
        indigne indigné énumère énuméré vante défendait minimise examiné inspecté analysé mesuré
        comparé contrôlé audité testé étudié récit réclame souffle souvient excusé excusée"""
    ),
    pronouns=kinds(
        he="il celui-ci", she="elle celle-ci", they="ils elles leur leurs", person="son sa ses"
    ),
    oblique=kinds(he="lui", she="elle", they="eux elles"),
    nouns=kinds(
        person="""ministre porte-parole maire président présidente juge avocat avocate directeur
        directrice professeur chercheur chercheuse chef capitaine procureur procureure sénateur
        économiste responsable agriculteur député députée élu élue dirigeant dirigeante auteur
        suspect entraîneur""",
        he="homme père mari",
        she="femme mère épouse",
        they="deux chercheurs auteurs avocats scientifiques couple duo",
        group="""entreprise société groupe parti agence ministère syndicat club équipe association
        organisation banque tribunal université fondation gouvernement compagnie constructeur
        opérateur mairie préfecture commission institut ong collectif""",
        text="communiqué rapport étude lettre document texte enquête note jugement",
    ),
    articles=words("le la l les"),
    demonstratives=words("ce cette ces cet cela ceci"),
    openers=words(
        """mais et or donc aussi puis ensuite pourtant cependant enfin toutefois néanmoins hier
        aujourd'hui désormais alors ainsi également selon depuis
        premièrement deuxièmement troisièmement"""
    ),
    between=words(
        """a ont avait avaient aussi également est était en y ne n l lui leur se s encore ensuite
        toutefois lundi mardi mercredi jeudi vendredi samedi dimanche hier par ailleurs notamment"""
    ),
    that=words("que qu"),
    according=("selon", "d'après", "d’après", "aux dires de"),
    titles=words(
        """syndicaliste riverain riveraine habitant habitante préfet préfète commerçant
        commerçante pêcheur pêcheuse ingénieur ingénieure géologue biologiste historien
        historienne militant militante médecin infirmier infirmière éleveur éleveuse écrivain
        écrivaine cinéaste conseiller conseillère commissaire retraité retraitée agricultrice
        adjointe patron patronne opposant opposante météorologue hydrologue
        m mm mme mlle dr pr monsieur madame président présidente ministre maire général capitaine
        directeur directrice porte-parole professeur juge roi reine chercheur chercheuse avocat
        avocate économiste entraîneur agriculteur agricultrice responsable députée député"""
    ),
    people=words(
        """homme femme garçon fille enfant conducteur conductrice porte-parole policier voisin
        voisine témoin mère père fils sœur frère enseignant enseignante collègue adjoint adjointe
        prédécesseur successeur avocat avocate ministre maire"""
    ),
    feminine=words(
        """mme mlle madame présidente directrice reine chercheuse avocate agricultrice députée mère
        sœur épouse conductrice adjointe voisine élue"""
    ),
    masculine=words(
        """m monsieur président directeur roi chercheur avocat agriculteur député père frère mari
        adjoint voisin"""
    ),
    bodies=words(
        """parti ministère groupe banque conseil agence université syndicat tribunal société
        association institut fondation hôpital club port pont"""
    ),
    places=words("à en au aux dans vers depuis"),
    prepositions=words("à en au aux dans vers de du depuis chez près sur par"),
    clauses=words("quand lorsque après avant si comme alors pendant parce puisque bien"),
    empty={
        "il": words(
            """faut fallait pleut pleuvait y_a y_avait s_agit s_agissait est_possible est_clair
            est_probable reste neige est_temps est_difficile semble semblait est_important
            est_nécessaire est_impossible est_trop est_encore est_interdit est_vrai n_y resterait
            faudrait suffirait suffit existe existerait pleuvrait"""
        ),
        "ce": words("n_est sont sera matin soir jour mois qui que"),
        "cette": words("année semaine nuit fois"),
        "ces": words("derniers dernières"),
    },
    telling=words(
        """interrogé interrogée interrogés
        parle parlé parole discours mots communiqué rapport lettre entretien interview
        conférence témoigne témoigné témoignage barre déposition étude enquête sondage document
        note message publié publie présenté présente rendu conclusions résultats exprimé exprime
        réagi répondu confirmé justifié défendu défend dénoncé dénonce rejette rejeté
        revendications points bilan chiffres déclaration tribune avis billet démenti dément
        annonce on constat doute raison raisons explication version tests analyse conclusion"""
    ),
    pointing=words("ainsi voilà tels telle tel c"),
    reported_endings=("rait", "raient"),
    time=words(
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre pâques noël"""
    ),
    asking=words("demandé demande demandait interrogé"),
    languages=("fr",),
)
