"""Portuguese."""

from retrieval.composing.wording.wording import Wording, kinds, words

PORTUGUESE = Wording(
    saying=words(
        """disse diz dizem disseram afirmou afirma afirmaram acrescentou acrescenta explicou
        explica explicaram declarou declara anunciou confirmou alertou alerta sublinhou lembrou
        respondeu perguntou escreveu reconheceu admitiu negou insistiu concluiu comentou contou
        relatou denunciou destacou ressaltou apontou garantiu assegurou adiantou referiu
        informou informaram observou avisou prometeu lamentou salientou frisou completou
        argumentou conta narra lamenta resume protesta confessa admite reconhece opina queixa-se
        desabafa ironiza brinca retruca rebate replica ressalva lembra responde protestou
        recorda"""
    ),
    stances=words(
        """rejeitou rejeita negou nega desmentiu criticou denunciou defendeu discordou protestou
        refutou condenou contestou descartou duvida teme espera acredita acha considera pensa
        culpa culpou acusou acusa atribuiu atribui justificou justifica elogiou aplaude aplaudiu
        questionou questiona suspeita convencido convencida enumerou citou alegou queixa-se
        queixou-se lamenta discorda concorda concordou estima calcula critica examinou
        inspecionou analisou mediu comparou auditou testou estudou verificou recorda recordou
        lembra desculpou-se desculpas"""
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
        entretanto contudo todavia igualmente ou segundo
        primeiro terceiro finalmente"""
    ),
    between=words(
        """também tem têm havia ainda não o lhe se depois já segunda-feira terça-feira quarta-feira
        quinta-feira sexta-feira sábado domingo hoje ontem"""
    ),
    that=words("que"),
    according=("segundo", "de acordo com", "conforme", "na opinião de", "nas palavras de"),
    titles=words(
        """autarca sindicalista morador moradora engenheiro engenheira pescador pescadora geólogo
        geóloga biólogo bióloga historiador historiadora ativista médico médica enfermeira
        enfermeiro capitã vereador vereadora comissário reformado reformada escritor escritora
        cientista líder dirigente deputado deputada agricultor agricultora governador
        governadora especialista
        sr sra dr dra dom dona senhor senhora presidente presidenta ministro ministra prefeito
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
    telling=words(
        """questionado questionada perguntado perguntada indagado
        falou fala palavra palavras discurso comunicado relatório carta entrevista coletiva
        depoimento depôs declaração declarações testemunho estudo pesquisa inquérito documento nota
        mensagem publicou publica apresentou apresenta balanço conclusões resultados exigências
        pontos dados números interveio resposta respondeu defendeu criticou rejeitou opinião texto
        confirmou explicou divulgou versão lembrou motivo motivos razão razões explicação análise
        conclusão teste testes"""
    ),
    pointing=words("assim tal tais"),
    reported_endings=("ria", "riam"),
    time=words(
        """segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro
        fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"""
    ),
    null_subject=True,
    asking=words("perguntou pergunta questionou indagou"),
    languages=("pt",),
)
