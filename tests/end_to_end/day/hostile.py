"""Words that a careless bot would send as markup, cut in two or show backwards."""

NAMES = (
    "Ona <b>Brenn</b>",
    "Ulf & Søn",
    "רחל <i>",
    "أحمد \u202e reversed",
    "Zoë 👩‍🚀",
    "</a> Bo",
    "@everyone",
    'Eve "&quot;" Quill',
    "李 <pre>",
    "Ю́рій `код` *зірка* _риска_",
)
TITLES = (
    "Ferry <sinks> at berth & nobody says &why;",
    "</b></a><i>Kelp washes ashore",
    "מעבורת <b>טבעה</b> במזח & איש לא נפגע",
    "عبّارة «تغرق» <u>في</u> الميناء",
    "🚢🏴‍☠️ Ferry 👨‍👩‍👧‍👦 sinks <3",
    "Паром «Затон» <затонул> & всплыл",
    '"Quill" &lt;b&gt;not bold&lt;/b&gt; & 1 < 2 > 0',
    "Fähre sinkt: *fett* _kursiv_ `Code` [Link](https://x.example)",
    "渡轮<沉没>于泊位 & 无人伤亡",
    "\u202eberth at sinks ferry\u202c \u200bzero width",
    "#hash @mention /ask https://berth.example/?a=1&b=<2>",
    "<a href='javascript:alert(1)'>Tap</a> &#x3C;b&#x3E;",
)
OUTLETS = (
    "The <Tidewater> Post",
    "R&D; Weekly",
    "<script>Kelp Daily",
    "صحيفة <المدّ>",
    "Вечерний & Затон",
    "🗞 Morgen-Blatt <b>",
    "潮水报 &amp;",
)
BYLINES = ("Ann <Reed>", "O'Brenn & Søn", "عمر </b>", "Ж. «Ко» <i>", None)
SENTENCES = (
    'Harbour master Odd <b>Brenn</b> said "5 < 6 & 7 > 6" of',
    "Nobody & nothing </blockquote> was aboard",
    "הנמל <i>נסגר</i> ביום שני & נפתח בשלישי לפי",
    "قال مدير الميناء <b>إن</b> الصمّام تُرك مفتوحًا في",
    "👨‍👩‍👧‍👦 and 🏴‍☠️ cheered <3 &lt;3 for",
    "Der Kapitän — *fett*, _kursiv_, `Code` — schwieg zu",
    "Капитан «Затона» сказал <жирно> & коротко о",
    "港务长说：“1 < 2 & 2 > 1”，关于",
    "\u202ederorrim\u202c words and a \u200bzero width blank in",
    "See https://berth.example/?a=1&b=2 or @berth_bot, /help and #berth on",
    "&#60;b&#62; is no tag & &nbsp; is no blank in",
    "L'œuvre <a href=\"x\">coûte</a> 3 & demi d'après",
)
LEADS = (
    "What stands in",
    "<b>What</b> & why:",
    "Was steht in",
    "Что в",
    "ما الذي في",
    "מה כתוב ב",
    "🤔 what of",
    "¿Qué dice",
    "关于",
    "&lt;i&gt; of",
)
