"""French, Spanish and Portuguese."""

from retrieval.composing.wording.wording import Wording, kinds, words

FRENCH = Wording(
    saying=words(
        """dit dite disent déclaré déclare affirmé affirme affirment ajouté ajoute ajoutent expliqué
        explique expliquent précisé précise indiqué indique indiquent annoncé annonce estimé estime
        estiment souligné souligne assuré assure confirmé confirme averti avertit rappelé rappelle
        répondu répond demandé demande écrit regretté regrette reconnu reconnaît admis promis
        prévenu prévient raconté raconte témoigne témoigné insisté insiste poursuit poursuivi
        conclut conclu lance lancé martelé réagi nié dénoncé dénonce plaidé plaide soutient soutenu
        résume noté note relève relevé"""
    ),
    stances=words(
        """rejeté rejette nié nie démenti dément contesté conteste dénoncé dénonce critiqué critique
        réfuté réfute défendu défend averti protesté"""
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
        aujourd'hui désormais alors ainsi également selon depuis"""
    ),
    between=words(
        """a ont avait avaient aussi également est était en y ne n l lui leur se s encore ensuite
        toutefois lundi mardi mercredi jeudi vendredi samedi dimanche hier par ailleurs notamment"""
    ),
    that=words("que qu"),
    according=("selon", "d'après", "d’après", "aux dires de"),
    titles=words(
        """m mm mme mlle dr pr monsieur madame président présidente ministre maire général capitaine
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
            est_nécessaire est_impossible est_trop est_encore est_interdit est_vrai n_y"""
        ),
        "ce": words("n_est sont sera matin soir jour mois qui que"),
        "cette": words("année semaine nuit fois"),
        "ces": words("derniers dernières"),
    },
    time=words(
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre pâques noël"""
    ),
)

SPANISH = Wording(
    saying=words(
        """dijo dice dicen dijeron afirmó afirma afirmaron añadió añade añadieron explicó explica
        explicaron señaló señala señalaron indicó indica aseguró asegura aseguraron declaró declara
        anunció confirmó advirtió advierte agregó agrega sostuvo sostiene subrayó recordó manifestó
        respondió preguntó escribió reconoció admitió negó insistió concluyó precisó comentó relató
        contó denunció destacó expresó apuntó detalló reiteró matizó prometió lamentó apostilló
        replicó"""
    ),
    stances=words(
        """rechazó rechaza negó niega desmintió criticó denunció defendió discrepó protestó condenó
        descartó"""
    ),
    pronouns=kinds(he="él", she="ella", they="ellos ellas ambos ambas", person="su sus"),
    oblique=kinds(he="él", she="ella", they="ellos ellas"),
    nouns=kinds(
        he="""ministro portavoz alcalde presidente juez abogado director profesor investigador
        fiscal senador hombre dirigente entrenador economista agricultor autor padre""",
        she="""ministra alcaldesa presidenta jueza abogada directora profesora investigadora mujer
        senadora economista agricultora autora madre""",
        they="pareja dos investigadores autores abogados científicos hombres mujeres",
        group="""empresa compañía grupo partido agencia ministerio sindicato club equipo asociación
        organización banco tribunal universidad fundación gobierno aerolínea ayuntamiento entidad
        firma comisión instituto""",
        text="comunicado informe estudio carta documento texto encuesta nota sentencia",
    ),
    articles=words("el la los las"),
    demonstratives=words("esto eso este esta estos estas ese esa esos esas ello"),
    openers=words(
        """pero y también además luego después sin embargo así entonces ahora hoy ayer asimismo
        mientras tanto por otra parte no obstante igualmente o según tampoco"""
    ),
    between=words(
        """también ha han había además no lo le les se luego después ya asimismo lunes martes
        miércoles jueves viernes sábado domingo hoy ayer este el"""
    ),
    that=words("que"),
    according=("según", "de acuerdo con", "a juicio de", "en palabras de"),
    titles=words(
        """sr sra srta dr dra don doña señor señora presidente presidenta ministro ministra alcalde
        alcaldesa general capitán director directora portavoz profesor profesora juez jueza rey
        reina investigador investigadora abogado abogada economista fiscal entrenador"""
    ),
    people=words(
        """hombre mujer niño niña conductor conductora portavoz policía vecino vecina testigo madre
        padre hijo hija maestro maestra colega adjunto antecesor sucesor abogado abogada ministro
        ministra alcalde alcaldesa"""
    ),
    feminine=words(
        """sra srta dra doña señora presidenta ministra alcaldesa directora profesora jueza reina
        investigadora abogada madre hija hermana la"""
    ),
    masculine=words(
        """sr don señor presidente ministro alcalde director profesor juez rey investigador abogado
        padre hijo hermano el"""
    ),
    bodies=words(
        """partido ministerio grupo banco consejo agencia universidad sindicato tribunal compañía
        asociación instituto fundación hospital club puerto puente unión"""
    ),
    places=words("en desde hacia hasta"),
    prepositions=words("en a desde hacia de por cerca hasta entre"),
    clauses=words("cuando después antes si como mientras porque aunque tras"),
    empty={
        "esta": words("semana noche mañana tarde vez"),
        "este": words("año mes lunes martes miércoles jueves viernes sábado domingo verano"),
        "estos": words("días"),
    },
    time=words(
        """lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio
        julio agosto septiembre octubre noviembre diciembre"""
    ),
    null_subject=True,
)

PORTUGUESE = Wording(
    saying=words(
        """disse diz dizem disseram afirmou afirma afirmaram acrescentou acrescenta explicou explica
        explicaram declarou declara anunciou confirmou alertou alerta sublinhou lembrou respondeu
        perguntou escreveu reconheceu admitiu negou insistiu concluiu comentou contou relatou
        denunciou destacou ressaltou apontou garantiu assegurou adiantou referiu informou
        informaram observou avisou prometeu lamentou salientou frisou completou argumentou"""
    ),
    stances=words(
        """rejeitou rejeita negou nega desmentiu criticou denunciou defendeu discordou protestou
        refutou condenou contestou descartou"""
    ),
    pronouns=kinds(he="ele", she="ela", they="eles elas ambos ambas", person="seu sua seus suas"),
    oblique=kinds(he="ele", she="ela", they="eles elas"),
    nouns=kinds(
        he="""ministro presidente prefeito autarca juiz advogado diretor professor pesquisador
        investigador procurador senador homem dirigente treinador agricultor autor pai porta-voz""",
        she="""ministra presidenta prefeita juíza advogada diretora professora pesquisadora mulher
        investigadora senadora agricultora autora mãe""",
        they="casal dois dupla pesquisadores autores advogados cientistas homens mulheres",
        group="""empresa companhia grupo partido agência ministério sindicato clube equipa equipe
        associação organização banco tribunal universidade fundação governo câmara prefeitura
        entidade comissão instituto construtora""",
        text="comunicado relatório estudo carta documento texto nota pesquisa sentença",
    ),
    articles=words("o a os as"),
    demonstratives=words("isto isso este esta estes estas esse essa esses essas"),
    openers=words(
        """mas e também além disso depois no entanto porém assim então agora hoje ontem ainda
        entretanto contudo todavia igualmente ou segundo"""
    ),
    between=words(
        """também tem têm havia ainda não o lhe se depois já segunda-feira terça-feira quarta-feira
        quinta-feira sexta-feira sábado domingo hoje ontem"""
    ),
    that=words("que"),
    according=("segundo", "de acordo com", "conforme", "na opinião de", "nas palavras de"),
    titles=words(
        """sr sra dr dra dom dona senhor senhora presidente presidenta ministro ministra prefeito
        prefeita general capitão diretor diretora porta-voz professor professora juiz juíza rei
        rainha pesquisador pesquisadora investigador investigadora advogado advogada economista
        treinador"""
    ),
    people=words(
        """homem mulher menino menina motorista porta-voz polícia vizinho vizinha testemunha mãe pai
        filho filha colega adjunto antecessor sucessor advogado advogada ministro ministra prefeito
        prefeita"""
    ),
    feminine=words(
        """sra dra dona senhora presidenta ministra prefeita diretora professora juíza rainha
        pesquisadora investigadora advogada mãe filha irmã a"""
    ),
    masculine=words(
        """sr dom senhor ministro prefeito diretor professor juiz rei pesquisador investigador
        advogado pai filho irmão o"""
    ),
    bodies=words(
        """partido ministério grupo banco conselho agência universidade sindicato tribunal companhia
        associação instituto fundação hospital clube porto ponte união câmara"""
    ),
    places=words("em no na desde até"),
    prepositions=words("em no na a de do da desde para por até entre ao à"),
    clauses=words("quando depois antes se como enquanto porque embora após"),
    empty={
        "esta": words("semana noite manhã tarde vez"),
        "este": words("ano mês verão"),
        "esse": words("ano"),
    },
    time=words(
        """segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro
        fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"""
    ),
    null_subject=True,
)
