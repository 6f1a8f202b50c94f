"""Reads a sentence in Arabic: the verb stands before its subject, and names have no capitals."""

from collections.abc import Sequence

from index.sentences import Span
from retrieval.composing.given_names import sex_of
from retrieval.composing.reading import Mention, Reading, Reference
from retrieval.composing.wording.wording import Kind, words
from retrieval.composing.words_in_order import Word, masked, words_in_order

_HE = words(
    """قال أضاف أكد أوضح ذكر أعلن صرح أشار تابع اعتبر لفت شدد نفى حذر كتب يقول يضيف يؤكد بين زعم
    أفاد سأل أجاب رد اعترف أقر روى استطرد واصل ختم نوه رأى كشف دعا طالب وصف انتقد"""
)
_SHE = words(
    """قالت أضافت أكدت أوضحت ذكرت أعلنت صرحت أشارت تابعت اعتبرت لفتت شددت نفت حذرت كتبت تقول تضيف
    تؤكد بينت زعمت أفادت سألت أجابت ردت اعترفت أقرت روت واصلت ختمت نوهت رأت كشفت دعت طالبت وصفت
    انتقدت"""
)
_THEY = words("قالوا أضافوا أكدوا أوضحوا ذكروا أعلنوا")
SAYING = _HE | _SHE | _THEY
_REJECTS = words("رفض رفضت نفى نفت انتقد انتقدت استنكر استنكرت أدان أدانت دحض دحضت")
_THAT = words("إن أن بأن إنه أنه إنها أنها بأنه بأنها إنهم أنهم إلى")
_STOPS = _THAT | words(
    """في خلال للصحفيين لوكالة عبر بعد قبل أمام عن على من لصحيفة لقناة اليوم أمس أيضا أيضاً كذلك
    الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الإثنين مساء صباح يوم ردا تعليقا لإذاعة
    لمراسلنا لنا إنّ أنّ قائلا قائلة مؤكدا موضحا التي الذي"""
)
_OPENERS = words("كما ثم لكن ولكن وقد قد فيما بينما كذلك أيضا أيضاً من جهته جهتها جانبه جانبها هذا")
_PRONOUNS = {
    "هو": Kind.HE, "وهو": Kind.HE, "هي": Kind.SHE, "وهي": Kind.SHE, "هم": Kind.THEY,
    "وهم": Kind.THEY, "كلاهما": Kind.THEY, "لكنه": Kind.HE, "ولكنه": Kind.HE, "لكنها": Kind.SHE,
    "إنه": Kind.HE, "إنها": Kind.SHE,
}  # fmt: skip
_SOURCES = {
    "بحسبه": Kind.HE, "بحسبها": Kind.SHE, "له": Kind.HE, "لها": Kind.SHE, "قوله": Kind.HE,
    "قولها": Kind.SHE, "رأيه": Kind.HE, "رأيها": Kind.SHE, "لهم": Kind.THEY,
}  # fmt: skip
_ACCORDING = words("بحسب وبحسب حسب وفقا ووفقا وفقاً ووفقاً برأي")
_TELLS = words(
    """بيان بيانا بياناً البيان تقرير تقريرا تقريراً التقرير دراسة الدراسة رسالة الرسالة مقابلة
    حوار مؤتمر مؤتمرا مؤتمراً صحفيا صحفياً تصريح تصريحات شهادة شهادته شهادتها كلمة الكلمات نشر نشرت
    عرض عرضت استطلاع تحقيق منشور تحدث تحدثت روى روت أصدر أصدرت ألقى ألقت شرح شرحت أدلى أدلت خاطب
    خاطبت كتاب خطاب إفادة شكا شكت حكى حكت وصف وصفت اتهم اتهمت طالب طالبت دعا دعت رفض رفضت نفى نفت
    عقد عقدت وعقدت تساءل تساءلت أعد أعدت تقريرها تقريره بيانها بيانه دافع دافعت
    عزا عزت أرجع أرجعت يرى ترى يعتقد تعتقد توافق يوافق وافق وافقت خالف خالفت رحب رحبت أعرب أعربت
    استبعد استبعدت توقع توقعت رجح رجحت استنكر استنكرت سرد سردت اشتكى اشتكت اعتذر اعتذرت أسباب رواية
    موقف رأي نتائج أظهر أظهرت خلص خلصت توصل توصلت حمل حملت ألقى ألقت انتقد انتقدت أسف أسفت يخشى تخشى
    يروي تروي يحكي تحكي يصف تصف يشرح تشرح يوضح توضح يتذكر تتذكر يستعيد تستعيد يشكو تشكو ينفي تنفي
    ينتقد تنتقد يتهم تتهم يدافع تدافع يعترض تعترض يرفض ترفض يحذر تحذر يؤمن تؤمن فحص فحصت درس درست
    رد ردت قاس قاست كشف كشفت سجل سجلت أحصى أحصت
    يأمل تأمل يشكك تشكك عدد عددت لخص لخصت فسر فسرت
    برر بررت احتج احتجت علق علقت شكك شككت استعرض استعرضت اعترض اعترضت"""
)
_TITLES = words(
    """النقيب المدرب المدربة التاجر التاجرة المزارع المزارعة الصياد الطبيب الطبيبة المهندس
    المهندسة الخبير الخبيرة السائق الشاهد الشاهدة الكاتب الكاتبة الفنان الفنانة المغني
    المغنية المنظم المنظمة القبطان اللاعب اللاعبة الناشط الناشطة المعلم المعلمة الوزير
    الوزيرة المتحدث المتحدثة المدير المديرة المحامي المحامية القاضي القاضية العمدة النائب
    النائبة الباحث الباحثة الرئيس الرئيسة الشيخ الحرفي المؤرخ المؤرخة الصحفي الصحفية الممرض
    الممرضة المخرج المخرجة"""
)
_NEAR = 5
_SHORT = 5
"""Words of a sentence that is too short to introduce somebody."""
_THIS = words("هذا هذه ذلك تلك هؤلاء وهذا وذلك")
_TIMES = words("الأسبوع الشهر العام السنة اليوم المرة الصيف الشتاء")
_NOUNS = {
    **dict.fromkeys(
        words(
            """الشركة المجموعة الوزارة الحزب المنظمة الجمعية النقابة البنك الهيئة المؤسسة الوكالة
            الحكومة الجامعة المحكمة الاتحاد المصرف النادي البلدية"""
        ),
        Kind.GROUP,
    ),
    **dict.fromkeys(words("البيان التقرير الدراسة الرسالة الوثيقة التحقيق"), Kind.TEXT),
    **dict.fromkeys(
        words(
            """الوزير المتحدث المسؤول الرجل الرئيس المدير المحامي القاضي العمدة النائب الباحث
            المدرب الشاب"""
        ),
        Kind.HE,
    ),
    **dict.fromkeys(
        words("الوزيرة المتحدثة المسؤولة المرأة الرئيسة المديرة المحامية الباحثة النائبة"), Kind.SHE
    ),
}


def read_arabic(body: str, sentence: Span, spoken: Sequence[Span]) -> Reading:
    """What ``sentence`` tells of speakers and references."""
    start, end = sentence
    text = masked(body, start, end, spoken)
    tokens = words_in_order(text, start)
    opens_narrated = bool(tokens) and not any(first <= start for first, _ in spoken)
    speaks_as, subject = _said(tokens)
    found = () if subject is None else (_mention(body, tokens, *subject),)
    found = found or _titled(body, tokens)
    lows = [token.low.removeprefix("و") for token in tokens]
    return Reading(
        start,
        end,
        tuple(spoken),
        bool(tokens),
        found,
        _opening(tokens) if opens_narrated else None,
        subject is not None,
        speaks_as,
        not found,
        text.rstrip("\x00 \n").endswith(":"),
        False,
        bool(_REJECTS.intersection(lows)),
        subject is not None or speaks_as is not None or bool(_TELLS.intersection(lows)),
        frozenset({Kind.SOURCE})
        if opens_narrated
        and speaks_as is None
        and len(tokens) > _SHORT
        and not _NOUNS.keys() & set(lows[:2])
        else frozenset(),
        bool(_THIS.intersection(lows[:3])) and bool(_TELLS.intersection(lows)),
        bool(words("أنا نحن").intersection(lows)),
    )


def _titled(body: str, tokens: Sequence[Word]) -> tuple[Mention, ...]:
    """The person whose title stands near the beginning, with the two words after it."""
    for k in range(min(_NEAR, len(tokens) - 2)):
        named = tokens[k + 1 : k + 3]
        if tokens[k].low in _TITLES and not any(w.breaks or w.low in _STOPS for w in named):
            start, end = named[0].start, named[1].end
            return (Mention(body[start:end], start, end, True, False, True),)
    return ()


def _verb(token: Word) -> str | None:
    for form in (token.low, token.low[1:] if token.low[0] in "وف" else ""):
        if form in SAYING:
            return form
    return None


def _said(tokens: Sequence[Word]) -> tuple[Reference | None, tuple[int, int] | None]:
    """Whom a verb of saying refers back to, or the places of its named subject."""
    for k, token in enumerate(tokens):
        if token.low in _SOURCES and k and tokens[k - 1].low in _ACCORDING | words("على حد"):
            return Reference(token.end, _SOURCES[token.low]), None
        if token.low.removeprefix("و") in ("بحسبه", "بحسبها"):
            return Reference(token.end, _SOURCES[token.low.removeprefix("و")]), None
        if token.low in _ACCORDING and k + 1 < len(tokens) and tokens[k + 1].low not in _SOURCES:
            return None, (k + 1, _end_of_subject(tokens, k + 1))
        noun = tokens[k + 2].low if k + 2 < len(tokens) else ""
        if token.low in ("جاء", "وجاء") and tokens[k + 1].low == "في" and noun in _NOUNS:
            return Reference(tokens[k + 2].end, _NOUNS[noun], word=noun), None
        verb = _verb(token)
        if verb is None:
            continue
        kind = Kind.SHE if verb in _SHE else Kind.THEY if verb in _THEY else Kind.HE
        last = _end_of_subject(tokens, k + 1)
        if last > k + 1:
            noun = tokens[k + 1].low
            if last == k + 2 and noun in _NOUNS:
                return Reference(tokens[k + 1].end, _NOUNS[noun], word=noun), None
            return None, (k + 1, last)
        first = next((j for j in range(k) if tokens[j].low not in _OPENERS), None)
        if first is not None and tokens[first].low in _PRONOUNS:
            return Reference(tokens[first].end, kind), None
        if first is not None and tokens[first].low.removeprefix("و") not in _STOPS:
            noun = tokens[first].low.removeprefix("و")
            if noun in _NOUNS and first == k - 1:
                return Reference(tokens[first].end, _NOUNS[noun], word=noun), None
            return None, (first, min(k, _end_of_subject(tokens, first)))
        return Reference(token.end, kind, silent=True), None
    return None, None


def _end_of_subject(tokens: Sequence[Word], first: int) -> int:
    k = first
    while k < len(tokens) and not (tokens[k].breaks or tokens[k].low in _STOPS):
        k += 1
    return k


def _opening(tokens: Sequence[Word]) -> Reference | None:
    k = 0
    while k < len(tokens) - 1 and tokens[k].low in _OPENERS and tokens[k].low not in _THIS:
        k += 1
    low = tokens[k].low
    following = tokens[k + 1].low if k + 1 < len(tokens) else ""
    if low in _PRONOUNS:
        return Reference(tokens[k].end, _PRONOUNS[low])
    if low in _THIS and following not in _TIMES:
        return Reference(tokens[k].end, Kind.THIS)
    return None


def _mention(body: str, tokens: Sequence[Word], first: int, last: int) -> Mention:
    named = tokens[first:last] or tokens[first : first + 1]
    feminine = named[0].low.endswith("ة") or named[0].low in ("وزيرة", "رئيسة")
    verb = _verb(tokens[first - 1]) if first else None
    sex = Kind.SHE if feminine or verb in _SHE else Kind.HE if verb in _HE else None
    sexes = {sex_of(one.low) for one in named} - {None}
    if sex is None and len(sexes) == 1:
        sex = sexes.pop()
    start, end = named[0].start, named[-1].end
    after = tokens[last] if last < len(tokens) else None
    clear = after is None or after.breaks or after.low in _THAT  # else an object may be part of it
    return Mention(body[start:end], start, end, None, clear, True, sex)
