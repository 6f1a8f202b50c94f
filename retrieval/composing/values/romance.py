"""What is said of numbers and days in French, Spanish and Portuguese."""

from retrieval.composing.values.wording import Wording

FRENCH = Wording(
    code="fr",
    joint="et",
    how_many="combien de (?!temps|kilo|metres|millions|dollars|euros|jours|heures)"
    "|combien d'(?!argent|euros|heures)|quel (?:est|etait) le (?:nombre|bilan)",
    how_much="combien|a combien|quel(?:le)? (?:est|etait|sera) (?:le|la) (?:prix|cout|longueur"
    "|hauteur|part|montant|duree|taille)|quel pourcentage|quelle part",
    how_old="quel age",
    when="quand|depuis quand|quel jour|a quelle date|en quelle annee|quelle date",
    people="personne|gens",
    about="environ|quelque|près de|presque|autour de|à peu près|une (?:douz|quinz|vingt|trent)aine",
    least="au moins|plus de|plus d'|au minimum",
    most="jusqu'à|au plus|moins de|au maximum",
    part="autres?|dont|supplémentaire|de plus|d'entre|parmi",
    changed="passe (?:de|à)|grimp|augment|hausse|revu|révis|auparavant|initial|d'abord|précédent"
    "|report|repouss|décal|avanc|au lieu|plus tôt|corrig|mis à jour|baiss|prolong|s'alourdi"
    "|monte à",
    counting="jusqu'à présent|pour l'instant|au moins|désormais|à ce stade|encore|déjà",
    planned="prév|plan|objectif|pourrai|espèr|propos|budg",
    places="à|en|dans|près de|au",
    aged="âge|âgé",
    dead="mort|tué|décès|décéd|péri|vies|victime|bilan|noy",
    hurt="bless",
    missing="disparu",
    held="arrêt|interpell|détenu|évacu|secour|sans-abri|sans abri",
    women="femme|fille",
    men="homme|garçon",
    children="enfant|mineur|élève|adolescent",
    begins="commenc|début|ouvr|ouvert|lanc|démarr|inaugur",
    ends="fin\\b|fini|termin|achev|ferm|clôtur|expir",
    town="ville|village|commune",
    region="province|région|pays\\b|départ",
)

SPANISH = Wording(
    code="es",
    joint="y|e",
    how_many="cuant[oa]s (?!anos tiene|millones|kilom|metros|euros|dolares|dias|horas|pesos)"
    "|cual (?:es|fue|era) el (?:numero|balance)",
    how_much="cuant[oa]s?|cual (?:es|fue|sera) (?:el|la) (?:precio|costo|coste|longitud|altura"
    "|importe|duracion|tamano|porcentaje)|que porcentaje",
    how_old="cuantos anos tiene|que edad",
    when="cuando|desde cuando|que (?:dia|fecha)|en que (?:ano|mes|fecha)|cual es la fecha",
    people="persona|gente",
    about="unos|unas|cerca de|casi|alrededor de|aproximadamente|más o menos|en torno a",
    least="al menos|por lo menos|más de|como mínimo",
    most="hasta|como máximo|menos de|a lo sumo",
    part="otr[oa]s?|entre ellos|entre ellas|de ellos|de ellas|adicional|más\\b(?! de)"
    "|de los cuales",
    changed="sub(?:e|ió|en)\\b|asciend|ascend|aument|elev|revis|anterior|inicial|primero|antes"
    "|aplaz|pospus|pospon|retras|adelant|en lugar|en vez|correg|actualiz|baj[aó]|prorrog|pasó de",
    counting="hasta (?:ahora|el momento)|por ahora|al menos|ya\\b|de momento|todavía",
    planned="plan|previ|prev[eé]|objetiv|podr|esper|propon|propuest|presupuest",
    places="en|cerca de|a",
    aged="de edad|edad",
    dead="muert|muri|mata|mueren|fallec|víctimas|vidas|ahogad|cadáver",
    hurt="herid|lesion",
    missing="desaparec",
    held="deten|arrest|evacu|rescat|damnific",
    women="mujer|niñas",
    men="hombre|varon",
    children="niñ|menor(?:es)?\\b|alumn|adolescent",
    begins="comenz|comienz|empez|empiez|inici|abr[ei]|apert|inaugur|arranc",
    ends="termin|acab|finaliz|cerr|cierr|conclu|fin\\b|venc",
    town="ciudad|pueblo|localidad|municipio",
    region="provinci|región|país\\b|comarca|departamento",
)

PORTUGUESE = Wording(
    code="pt",
    joint="e",
    how_many="quant[oa]s (?!anos tem|milhoes|quilom|metros|euros|dolares|dias|horas|reais)"
    "|qual (?:e|foi|era) o (?:numero|balanco)",
    how_much="quant[oa]s?|qual (?:e|foi|sera) (?:o|a) (?:preco|custo|comprimento|altura|valor"
    "|duracao|tamanho|percentagem)|que percentagem|qual percentual",
    how_old="quantos anos tem|que idade|qual a idade",
    when="quando|desde quando|(?:em )?que (?:dia|data|ano|mes)|em qual (?:dia|ano)|qual e a data",
    people="pessoa|gente",
    about="cerca de|quase|aproximadamente|por volta de|em torno de|uns|umas|perto de",
    least="pelo menos|ao menos|mais de|no mínimo",
    most="até|no máximo|menos de",
    part="outr[oa]s?|entre eles|entre elas|deles|delas|adiciona|mais\\b(?! de)|dos quais|incluindo",
    changed="sub(?:iu|e|iram)\\b|aument|elev|revis|anterior|inicial|primeiro|antes|adia|adiou"
    "|atras|antecip|em vez|corrig|atualiz|baix|caiu|prorrog|passou de",
    counting="até (?:agora|ao momento|o momento)|por enquanto|pelo menos|já\\b|ainda",
    planned="plan|previs|prev[eê]|objetiv|poder[ái]|esper|propo|orçament",
    places="em|no|na|perto de",
    aged="idade",
    dead="mort|morr|mata|falec|vítimas|vidas|afogad|óbito|corpos",
    hurt="ferid|feriu",
    missing="desaparec",
    held="detid|preso|presa|evacu|resgat|desalojad|desabrigad",
    women="mulher|menina|rapariga",
    men="homem|homens",
    children="criança|menor(?:es)?\\b|alun|adolescent",
    begins="começ|inici|abr[ei]|abertura|inaugur|arranc",
    ends="termin|acab|encerr|fech|conclu|fim\\b",
    town="cidade|aldeia|vila|município",
    region="provínci|região|país\\b|distrito|estado\\b",
)
