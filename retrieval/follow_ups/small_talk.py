"""Thanks, greetings, yes and no: what is said to a bot without asking anything."""

import re
from collections.abc import Sequence

from retrieval.follow_ups.tokens import Token
from retrieval.follow_ups.vocabulary import words

_SAID = words(
    """yes yeah yep yup sure ok okay okey k kk fine right good great cool nice perfect excellent
    awesome wonderful brilliant no nope nah thanks thank thx ty tnx cheers hi hello hey hiya howdy
    morning bye goodbye lol lmao rofl haha hehe wow hmm hm mhm uh oh ah please sorry welcome
    understood interesting amazing
    да ага угу нет неа ок окей ладно хорошо отлично супер класс круто спасибо спс благодарю привет
    здравствуй здравствуйте пока пожалуйста понятно понял поняла ясно ого лол хаха извините
    ну так ні гаразд добре чудово дякую дяки спасибі привіт вітаю вибачте зрозуміло зрозумів бувай
    ja jo nein nö gut danke dankeschön hallo moin servus tschüss bitte super prima klasse toll
    verstanden entschuldigung okay genau
    oui ouais non merci bonjour bonsoir salut coucou parfait génial d'accord pardon compris bravo
    sí si gracias hola vale bueno bien perfecto genial adiós claro entendido perdón estupendo
    sim não obrigado obrigada obg valeu olá oi tchau beleza certo perfeito entendi desculpe ótimo
    谢谢 多谢 感谢 你好 您好 好 好的 嗯 嗯嗯 是 是的 对 不 不是 没有 再见 哈哈 哈哈哈 明白 明白了 行
    可以 不客气 早上好 晚上好 早安 晚安 谢谢你 谢谢您 非常感谢 好吧 太好了 知道了 大家好 拜拜
    نعم أجل لا شكرا شكراً شكرًا مرحبا مرحباً أهلا أهلاً السلام حسنا حسناً تمام طيب ممتاز عفوا جيد
    وداعا"""
)
_BESIDES = words(
    """you so very much a lot all for the that's that it this help again then well day evening
    afternoon night good my friend everyone bot dear there really many answer indeed
    большое вам тебе очень день добрый доброе утро вечер всем за помощь огромное
    дуже вам тобі добрий доброго ранку вечора день дня за допомогу щиро велике
    vielen dank schön sehr dir ihnen guten tag morgen abend für die hilfe
    beaucoup bien très pour vous tout le monde c'est
    muchas mil muchísimas buenos buenas días tardes noches por todo muy la ayuda
    muito muita bom boa dia tarde noite pela ajuda tudo
    你 您 非常 了 的 吧 啊 呀 太
    لك لكم جزيلا جزيلاً كثيرا صباح مساء الخير النور عليكم وسهلا جدا يا"""
)
_SENTENCES = frozenset(
    " ".join(sentence.split())
    for sentence in """how are you|how are you doing|how is it going|how's it going|what's up|got it
    |i see|i understand|never mind|nevermind|no problem|well done|all right|alright|not now
    |of course|good job|good bot|makes sense|i know|who cares|как дела|всё ясно|все ясно|всё понятно
    |все понятно|не надо|як справи|усе зрозуміло|wie geht's|wie geht es dir|alles klar|alles gut
    |kein problem|ça va|comment ça va|comment allez vous|tout va bien|qué tal|que tal|cómo estás
    |de acuerdo|está bien|no importa|de nada|tudo bem|está bem|de nada|como vai|你好 吗
    |كيف حالك|لا بأس|vielen dank|guten tag|guten morgen|guten abend|buenos días|buenas noches
    |buenas tardes|bom dia|boa noite|boa tarde|добрый день|доброе утро|добрый вечер|добрий день
    |доброго дня|добрий вечір|доброго ранку|صباح الخير|مساء الخير""".split("|")
)
_LAUGHTER = re.compile(r"(?:a*(?:ha|he|хa|ха|хе|ja|hi|ах|rs|k){2,}h?|(?:哈){2,}|(?:ه){3,})")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")


def is_small_talk(tokens: Sequence[Token]) -> bool:
    """Whether these words, all of a text, ask nothing; so does a text without words."""
    if not tokens:
        return True
    keys = [_plain(token.key) for token in tokens]
    if " ".join(keys) in _SENTENCES or "".join(keys) in _SAID:
        return True
    said = [_is_said(key) for key in keys]
    return any(said) and all(one or key in _BESIDES for one, key in zip(said, keys, strict=True))


def after_greeting(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without the thanks or the yes before the question ("Thanks, and who signed?").

    Only what a comma or a full stop parts from the question: "Yes Bank profits" begins with a name.
    """
    for place in range(len(tokens) - 1, 0, -1):
        if tokens[place].breaks and is_small_talk(tokens[:place]):
            return tokens[place:]
    return tokens


def _is_said(key: str) -> bool:
    return key in _SAID or bool(_LAUGHTER.fullmatch(key))


def _plain(key: str) -> str:
    """Without letters drawn out, as in "thaaanks"."""
    return key if key in _SAID else _DRAWN_OUT.sub(r"\1", key)
