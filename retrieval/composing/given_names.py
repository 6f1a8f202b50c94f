"""Given names that tell a sex, and endings that do so where the name is not known: a guess."""

from retrieval.composing.wording.wording import Kind, words

_FEMALE = words(
    """ada agnes alice amy ann anna anne astrid beatrice birgit brigitte camille carmen caroline
    charlotte chloe claire clara dolores doris edith eleanor elisabeth elizabeth ellen emily emma
    esther eva fatima frances freya gertrud gudrun hannah heidi helen ines ingrid irene iris isabel
    jane jean jennifer joan judith judit julie karen karin katharine kate lenka linda louise lucy
    margaret margot marie marion mary maud mercedes miriam monique nadine nicole odile odette
    pilar rachel raquel rosario ruth sarah sigrid simone solveig sophie susan sylvie tove ursula
    vivian yvonne zoe мария анна ольга елена наталья ирина любовь оксана олена леся марія
    فاطمة مريم ليلى سارة هدى منى سلمى نورة عائشة خديجة زينب سعاد هند أمل رانيا ندى ياسمين"""
)
_MALE = words(
    """adam alan alex andrew anders ben bruno carl charles christian colin daniel david dario
    dieter dorian dovin edward emil eric erik felix frank fred gabriel george gerald giles hans
    harald harry henri henrik henry hugo ian ivan jack jakob james jan jean-pierre joe johann john
    jonas jorge josé joseph juan jules karl klaus lars leo lukas luis luca luke marc marco mark
    martin matteo matthias max michael miguel mika nathan nicolas nikita olaf oleg oliver oskar
    otto owen paul pavel pedro peter philip pierre rafael ralf robert roger rolf samuel simon
    stefan steven sven theo thomas tom tomas tomás uwe victor walter werner wilhelm william илья
    никита лука фома саша микола ілля андрій сергій joshua elia noah ezra andrea
    أحمد محمد محمود علي حسن حسين خالد يوسف إبراهيم عمر سامي كريم طارق ناصر سعيد عادل فهد"""
)


def sex_of(given: str) -> Kind | None:
    """He or she, by the given name; None where it does not tell."""
    name = given.lower()
    if name in _FEMALE:
        return Kind.SHE
    if name in _MALE:
        return Kind.HE
    if len(name) > 2 and name[-1] in "aаяá":
        return Kind.SHE
    if len(name) > 2 and name[-1] == "o" and name[-2:] != "ko":
        return Kind.HE
    if len(name) > 2 and "а" <= name[-1] <= "я" and name[-1] not in "ьюеиоу":
        return Kind.HE
    return None
