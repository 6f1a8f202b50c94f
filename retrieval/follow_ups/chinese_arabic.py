"""Chinese, whose small words are cut out of the text, and Arabic, which writes some as prefixes."""

from retrieval.follow_ups.vocabulary import Vocabulary, phrases, words

_ZH_FIXED = words(
    "其他 其它 其中 这周 这个月 这个星期 这一年 应该 因此 此外 如此 彼此 是否 自从 于是 还是 目前"
)
"""Runs that are cut out whole, since a small word is part of them and means nothing there."""
_ZH_CUT_ALONE = "谁哪吗呢了的在那他她它是这几该此"
"""The small words of one character that are cut out; others are too often part of a word."""

CHINESE = Vocabulary(
    questions=words(
        """谁 什么 什么时候 何时 何地 为什么 为何 哪里 哪儿 哪个 哪些 哪位 哪国 哪年 哪天 哪 多少
        几 几个 怎么 怎样 怎么样 如何 多久 多大 多长 多高 多远 吗 是否 是不是 有没有"""
    ),
    openers=phrases(
        "那, 那么, 还有, 而, 但是, 但, 以及, 至于, 关于, 那关于, 和, 或者, 那在, 那么在"
    ),
    closers=words("呢"),
    back=words(
        """他 她 它 他们 她们 它们 他的 她的 它的 他们的 这 这个 那个 这些 那些 此事 此 该 那里 这里
        那儿 这儿 当地 当时 这件事 那件事 这事 后者 前者"""
    ),
    persons=words("他 她 他们 她们 他的 她的 他们的"),
    not_before={"这": words("周 年 月"), "此": words("外")},
    prepositions=words("在 从 对 向 到 由 被 把 与 跟 给 于"),
    auxiliaries=words("是 会 将 能 可以 要 已经"),
    general=words(
        """人 发生 死 死了 死亡 受伤 伤亡 遇难 原因 结果 反应 回应 说 说了 表示 认为 决定 价格
        岁 名字 叫 开始 结束 后来 然后 之后 最新 消息 最新消息 负责 责任 后果 人死亡 人受伤
        人遇难 时间 持续 新的 新"""
    ),
    amounts=words("多少 几 几个"),
    news=words("发生 消息 最新 最新消息"),
    function=words(
        "有 的 了 着 过 地 得 之 也 都 就 才 又 再 很 请问 请 一下 呀 啊 吧 过来 月份 我 你 我们"
    )
    | _ZH_FIXED,
)
CHINESE_CUTS = frozenset(
    word for word in CHINESE.empty | CHINESE.general if len(word) > 1 or word in _ZH_CUT_ALONE
)
"""Where Chinese text is cut into words."""

ARABIC = Vocabulary(
    questions=words("من ما ماذا متى أين اين كيف لماذا لم كم هل أي أية لمن بكم منذ"),
    openers=phrases(
        "و, ثم, لكن, أو, ماذا عن, و ماذا عن, و ما عن, ما أخبار, و بالنسبة, بالنسبة ل, و أيضا, طيب و"
    ),
    back=words(
        """هو هي هم هما هن ذلك تلك هذا هذه هؤلاء أولئك هناك عنه عنها عنهم فيه فيها له لها لهم به بها
        بهم منه منها منهم إليه إليها إليهم عليه عليها عليهم معه معها معهم بعده بعدها قبله ضده
        ضدها"""
    ),
    persons=words("هو هي هم عنه عنها عنهم له لها لهم معه معها معهم"),
    not_after={"هو": words("من ما"), "هي": words("من ما"), "هم": words("من")},
    prefix="ال",
    not_before=dict.fromkeys(
        ("هذا", "هذه", "ذلك", "تلك"), words("الأسبوع الشهر العام السنة اليوم المرة الصيف الشتاء")
    ),
    clauses=words("أن إن لأن إذا الذي التي عندما بينما"),
    prepositions=words("في إلى على عن من مع بين ضد بعد قبل خلال منذ حتى حول عند"),
    auxiliaries=words("كان كانت كانوا يكون تكون قد سوف تم سيتم"),
    general=words(
        """حدث حصل جرى مات قتل قتلى جرحى ضحايا أصيب شخص أشخاص شخصا الناس السبب سبب أسباب رد فعل
        نتيجة النتيجة تكلفة سعر ثمن عمر عمره عمرها اسم اسمه بدأ بدأت انتهى انتهت قال قالت يقول قرر
        قرار مسؤول المسؤول أخبار جديد آخر تفاصيل التفاصيل بالضبط
        وقت الوقت استمر استمرت جديدة الجديد الجديدة"""
    ),
    amounts=words("كم"),
    news=words("حدث حصل جرى أخبار جديد"),
    function=words("لا ليس لن لقد كل بعض غير أيضا نعم أنا أنت نحن يا ال"),
)
