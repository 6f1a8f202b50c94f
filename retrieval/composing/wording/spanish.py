"""Spanish."""

from retrieval.composing.wording.wording import Wording, kinds, words

SPANISH = Wording(
    saying=words(
        """dijo dice dicen dijeron afirmó afirma afirmaron añadió añade añadieron explicó explica
        explicaron señaló señala señalaron indicó indica aseguró asegura aseguraron declaró
        declara anunció confirmó advirtió advierte agregó agrega sostuvo sostiene subrayó
        recordó manifestó respondió preguntó escribió reconoció admitió negó insistió concluyó
        precisó comentó relató contó denunció destacó expresó apuntó detalló reiteró matizó
        prometió lamentó apostilló replicó replica retruca espetó zanjó bromeó ironizó cuenta
        narra lamenta resume protesta confiesa admite reconoce opina recuerda advirtieron
        contesta contestó responde exclamó grita gritó"""
    ),
    stances=words(
        """rechazó rechaza negó niega desmintió criticó denunció defendió discrepó protestó condenó
        descartó duda teme espera cree opina considera piensa lamenta culpa culpó acusó acusa
        atribuyó atribuye achacó achaca justificó justifica celebró aplaudió aplaude cuestionó
        cuestiona sospecha convencido convencida acuerdo valora valoró calificó califica
        reprochó enumeró citó alegó discrepa coincide coincidió queja quejó escéptico escéptica
        examinó inspeccionó analizó midió comparó auditó probó estudió revisó recuerda recordaba
        explicaba añora disculpó disculpa"""
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
        mientras tanto por otra parte no obstante igualmente o según tampoco
        primero segundo tercero finalmente"""
    ),
    between=words(
        """también ha han había además no lo le les se luego después ya asimismo lunes martes
        miércoles jueves viernes sábado domingo hoy ayer este el"""
    ),
    that=words("que"),
    according=("según", "de acuerdo con", "a juicio de", "en palabras de"),
    titles=words(
        """letrado letrada sindicalista vecino vecina ingeniero ingeniera pescador pescadora
        geólogo geóloga bióloga biólogo historiador historiadora activista médico médica
        enfermera enfermero capitana concejal concejala comisario comisaria jubilado jubilada
        escritor escritora científico científica líder dirigente opositor opositora diputado
        diputada ganadero ganadera maestra edil mandatario mandataria gobernador gobernadora
        sr sra srta dr dra don doña señor señora presidente presidenta ministro ministra alcalde
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
    telling=words(
        """preguntado preguntada interrogado
        habló habla palabra palabras discurso comunicado informe carta entrevista rueda
        comparecencia compareció comparece declaración declaraciones declaró testimonio estudio
        encuesta documento nota mensaje publicó publica presentó presenta balance conclusiones
        resultados exigencias puntos datos cifras intervino interviene respuesta respondió defendió
        criticó rechazó opinión reacción texto confirmó contestó explicó versión motivo motivos
        razón razones explicación análisis conclusión prueba pruebas"""
    ),
    pointing=words("así tal tales"),
    reported_endings=("ría", "rían"),
    time=words(
        """lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio
        julio agosto septiembre octubre noviembre diciembre"""
    ),
    null_subject=True,
    asking=words("preguntó pregunta"),
    languages=("es",),
)
