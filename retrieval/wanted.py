"""What kind of thing a question asks for, and whether a sentence holds one."""

import re

# "How many" and its like in the languages of the interface.
_ASKS_NUMBER = re.compile(
    r"\bhow\s+(many|much|old|long|far|big|large|tall|high|deep|fast|often|heavy|wide)\b"
    r"|\bwhat\s+(number|share|percentage|proportion|percent)\b"
    r"|\b(wie\s*viele?|wie\s+(alt|lange?|weit|hoch|groß|tief|oft)|combien|quel\s+âge)\b"
    r"|\b(cuánt[oa]s?|quant[oa]s?)\b|¿?qué\s+edad|\bque\s+idade\b"
    r"|\b(сколько|скольких|скільки|скількох)\b|多少|几[个名人天年岁次]|多[大长久远高深]|幾"
    r"|\bكم\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens "
    "half third thirds quarter quarters twice once double triple first second fourth fifth "
    "zwei drei vier fünf sechs sieben acht neun zehn hundert tausend millionen hälfte dutzend "
    "deux trois quatre cinq sept huit neuf dix cent mille moitié douzaine "
    "dos tres cuatro cinco seis siete ocho nueve diez cien ciento mil millones mitad docena "
    "dois duas três quatro oito nove dez cem milhões metade dúzia "
    "два две три четыре пять шесть семь восемь девять десять сто тысяча тысячи миллион миллиона "
    "миллионов половина дві чотири п'ять шість сім вісім дев'ять десять тисяча тисяч мільйон "
    "اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف مليون نصف"
).split()
_HOLDS_NUMBER = re.compile(
    r"\d|[零一二三四五六七八九十百千万亿两半]|\b(" + "|".join(_NUMBER_WORDS) + r")\b", re.IGNORECASE
)


def asks_for_number(question: str) -> bool:
    """Whether the question can only be answered with a number."""
    return bool(_ASKS_NUMBER.search(question))


def holds_number(text: str) -> bool:
    """Whether a number stands in the text, in digits or in words."""
    return bool(_HOLDS_NUMBER.search(text))
