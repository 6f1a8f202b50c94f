"""Units that a number can stand with, by their words in all the languages, folded."""

import re

from retrieval.times.folding import fold

_UNITS = {
    "percent": r"%|percent|per cent|prozent|pour cent|por ciento|por cento|процент|відсот|بالمئة"
    "|في المئة|بالمائة|في المائة",
    "euro": "€|eur|евро|євро|欧元|歐元|يورو",
    "dollar": r"\$|usd|dollar|dolar|dólar|доллар|долар|美元|دولار",
    "pound": "£|gbp|pound|фунт|英镑",
    "crown": "crown|kron|corona|coroa|couronne|крон|克朗|كرون",
    "rouble": "₽|rouble|ruble|rubel|рубл|卢布|روبل",
    "hryvnia": "₴|hryvnia|гривен|гривн|格里夫纳",
    "yuan": "¥|yuan|元|юан|يوان",
    "franc": "franc|franken|франк|法郎|فرنك",
    "peso": "peso",
    "real": "reais|real\\b",
    "mark": "mark\\b|marks\\b|марок",
    "dinar": "dinar|динар|دينار",
    "riyal": "riyal|rial|ريال",
    "lira": "lira|лир|ليرة",
    "kilometre": "km\\b|kilomet|quilomet|километр|км\\b|кілометр|公里|千米|كيلومتر|كم\\b",
    "metre": "m\\b|metre|meter|metro|метр|米|متر|أمتار",
    "mile": "mile|мил|英里|ميل",
    "hectare": "hectare|hektar|hectarea|гектар|公顷|هكتار",
    "tonne": "tonne|tons?\\b|tonelada|тонн|吨|噸|طن",
    "litre": "litre|liter|litro|литр|літр|升|لتر",
    "kilogram": "kg\\b|kilo(?!m)|quilo(?!m)|килограмм|кг\\b|кілограм|公斤|كيلوغرام",
    "degree": "°|degree|grad\\b|degre|grado|grau|градус|度|درج",
    "year": "year|jahr|ans?\\b|annee|años?\\b|anos?\\b|год|лет\\b|рок|рік|年|岁|歲|سن|عام",
    "month": "month|monat|mois|mes(?:es)?\\b|meses|месяц|місяц|个月|個月|شهر|أشهر",
    "week": "week|woche|semaine|semana|недел|тиж|周|週|星期|أسبوع|أسابيع",
    "day": "days?\\b|tage?\\b|tagen|jours?\\b|dias?\\b|дн(?:я|ей|і|ів)\\b|день|суток"
    "|天|日|يوم|أيام",
    "hour": "hour|stunde|heure|hora|час|годин|小时|小時|ساع",
    "minute": "minute|minuto|минут|хвилин|分钟|分鐘|دقيق|دقائق",
}
_AFTER = re.compile(
    r"[\s\u00a0-]{0,2}(?:(?:d'|de |of |of the )?)(?:"
    + "|".join(f"(?P<{name}>{fold(words)})" for name, words in _UNITS.items())
    + ")"
)
_BEFORE = re.compile(r"(?:us|a)?(?P<sign>[$€£¥₽₴]|eur|usd|gbp|百分之)[\s\u00a0]?$")
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yuan", "₽": "rouble", "₴": "hryvnia"}
_SIGNS |= {"eur": "euro", "usd": "dollar", "gbp": "pound", "百分之": "percent"}


def unit_beside(folded: str, start: int, end: int) -> str | None:
    """The unit of the number at ``folded[start:end]``; None where no known one stands there."""
    if after := _AFTER.match(folded, end):
        return after.lastgroup
    before = _BEFORE.search(folded, max(0, start - 6), start)
    return _SIGNS[before["sign"]] if before else None
