# What Dateline says, in English. Project Fluent: https://projectfluent.org
# A blank at the edge of a text is written { " " }. Values stand in braces with a dollar sign.

## What Telegram shows before a chat begins

short-description = Answers from the news, every sentence quoted and cited.
description =
    Ask about the news in your own words. I answer with sentences that really stand in the articles, each with headline, outlet, date and link. Where the articles do not say, I say so.

command-ask = Ask a question about the news
command-new = Begin a new conversation
command-sources = What I have read
command-privacy = What I keep about you
command-help = How to ask
command-start = Begin
command-answering = For admins: whether I answer here

## The bot's own commands

greeting = Ask me about the news: I answer with quotes from the articles, each with its source.
examples-below = Tap a question to begin, or write your own.
help =
    Ask in your own words, in your own language: “Who signed the treaty?”

    { $how ->
       *[quotes] I quote whole sentences from the articles and never make one up; tap a number to read the article.
        [writes] A language model phrases the answer from sentences of the articles, which stand below it; tap a number to read the article.
    } When the articles do not say, I tell you so; when I am not sure that they do, I show the closest I found.

    • Ask on: “And in May?”, “Why?”. A reply to one of my answers goes on from that one.
    • Change your question, and I change my answer.
    • Say when and where to look: “last week”, “in June 2022”, “according to Reuters”.
    • Or precisely: outlet:Reuters author:Roe after:2022-05-01 before:2022-06-01 “these very words” -without

    /ask and a question – the same as just asking
    /new – forget what we spoke of and begin afresh
    /sources – what I have read
    /privacy – what I keep about you
privacy =
    { $how ->
       *[quotes] Your question is searched for on the machine this bot runs on and goes to nobody else.
        [writes] Your question is searched for on the machine this bot runs on. Where I have an answer, your question and the quotes go to a language model that whoever runs this bot has chosen.
    }

    { $days ->
        [0] So that you can ask on, I remember the last three questions of a chat for an hour or until you write /new, and write them down nowhere.
        [one] { privacy-kept } after { $days } day:
            { privacy-kept-more }
       *[other] { privacy-kept } after { $days } days:
            { privacy-kept-more }
    }

    Telegram carries our messages under its own rules.
privacy-kept = So that nothing is lost and the buttons work, I keep on that machine what follows; it is deleted
privacy-kept-more =
    • every message to me, with its sender
    • my answers, and what you think of them (👍 👎)
    • links to answers that you share: whoever has one reads question and answer, until it is deleted or you change the question

    The last three questions of a chat are remembered for an hour, or until you write /new, so that you can ask on. What is typed behind my name in other chats is written down nowhere.

    For longer I keep
    • the number of our chat, so that whoever runs me can reach all readers
    • how much of each article I have shown here, so that it is never over 400 words
ask-what = Put your question after the command: /ask Who signed the treaty?
unknown-command = I don't know that command. Just ask your question, or see /help.
begun-anew = We begin afresh: I have put what we spoke of aside. What would you like to know?
text-only = I can only read text. Please write your question out.
apology = Sorry, something went wrong on my side. Please ask again in a moment.
outlet-line = • { $outlet }: { articles }
outlets-more = • and { $more } more

## The corpus

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
empty-corpus = I have no articles to answer from yet.
reach-undated = I have read { articles }, all undated.
reach-day = I have read { articles }, from { $newest }.
reach = I have read { articles }, from { $oldest } to { $newest }.
corpus-ends = The newest article I have is from { $day }.
undated-articles = { articles } without a date.

## Days

day = { DATETIME($date, dateStyle: "long") }
undated = undated
days-up-to = up to { $last }
days-since = since { $first }
days-one = from { $first }
days-month = from { $month } { $year }
days-within-month = from { $start }–{ $last }
days-year = from { $year }
days-within-year = from { $start } { $month } to { $last }
days-between = from { $first } to { $last }
in-words = { $days } (“{ $words }”)

## An answer

closest = The closest I found:
differing = The articles differ:
written = A language model phrased this from the quotes below; each sentence was checked against them.
outlet-unknown = outlet unknown
also-in = also in: { $outlets }
also-in-more = also in: { $outlets } and { $more } more
quoted = “{ $words }”

## The buttons below an answer

button-more = { $count ->
    [one] { $count } more passage →
   *[other] { $count } more passages →
}
button-previous = ←
button-next = →
button-full = Full passage
button-hide = Hide passage
button-open = Open article
button-open-number = Open article [{ $number }]
button-any-date = Any date
button-good = 👍
button-bad = 👎
button-back = Back
reason-wrong = Wrong
reason-outdated = Outdated
reason-no-answer = Not an answer
reason-other = Other
feedback-kept = Thank you, noted.
feedback-why = Noted. What is not good about it?
press-expired = This answer has expired: I keep answers for a while only. Please ask again.
page-of = Also found, { $page } of { $pages }
rest-linked = … the rest is behind the link
rest-not-linked = … the rest is in the article
rest-left-out = … the rest is behind the links
article-changed = This article has changed since, so I no longer quote it:
article-removed = An article that I quoted has been removed since, so I no longer quote it.

## How a question was understood

searched-for = Searched for: “{ $question }”.
only-articles = Only articles { $days }.
none-of-days = I found no article { $days }; these are from other days.
any-date = Articles from any date.
days-count-more = Articles { $days } count more.
newest-first = The newest first.
only-sources = Only articles by { $sources }.
phrases-dropped = No article holds { $phrases } in these words, so I searched without them.
only-with = Only with { $phrases }.
nothing-with = Nothing with { $words }.

## Questions by a tap, and answers that are shared

asked = Asked: “{ $question }”
reading-articles = Reading the articles …
button-share = Share
button-share-link = Send the link
button-share-chat = Choose a chat
share-ready = Whoever has the link can read this question and its answer.
share-unknown = This link shows nothing any more: answers are kept for some days only, and not once their question was changed. Ask me yourself, in your own words.

## Where there is no answer

not-a-question = I see no question there. Ask me something about the news.
too-long = That is too long for one question: please keep it under { $most } characters.
do-not-say = The articles I have{ $scope } do not say.
no-article = I have no article{ $scope }.
scope-sources = { " " }by { $sources }
scope-days = { " " }{ $days }
scope-on-or-before = { " " }from { $day } or before
scope-without = { " " }without { $words }
searched = I searched { articles }{ $words }{ $newest }.
searched-words = { " " }for “{ $question }”
searched-undated = , all undated
searched-newest = ; the newest I have is from { $day }
none-near = None that comes near is { $days }.
those-counted-more = Those { $days } counted more.
searched-in-vain = I searched for “{ $question }”.
what-i-have = What I have is { $days }.
nearest = { $count ->
    [one] Nearest headline:
   *[other] Nearest headlines:
}
nearest-other-days = { $count ->
    [one] Nearest headline, from other days:
   *[other] Nearest headlines, from other days:
}
unread-operator = I cannot follow { $operators }. A date is written 2022-06-15 or 2022-06; /sources lists the outlets I have read.

# A reader who wrote in a language that is not understood is told so in it.
english-only = I read questions in English only here; please ask in English, or ask whoever runs this bot to switch the language model.
english-only-ru = Здесь я понимаю вопросы только на английском. Пожалуйста, спросите по-английски или попросите того, кто ведёт этого бота, сменить языковую модель.
english-only-uk = Тут я розумію запитання лише англійською. Будь ласка, запитайте англійською або попросіть того, хто веде цього бота, змінити мовну модель.
english-only-de = Ich verstehe hier nur Fragen auf Englisch. Bitte fragen Sie auf Englisch, oder bitten Sie den Betreiber dieses Bots, das Sprachmodell zu wechseln.
english-only-fr = Ici, je ne comprends que les questions en anglais. Posez votre question en anglais, s’il vous plaît, ou demandez à la personne qui gère ce bot de changer de modèle de langue.
english-only-es = Aquí solo entiendo preguntas en inglés. Por favor, pregunte en inglés o pida a quien gestiona este bot que cambie el modelo de lenguaje.
english-only-pt = Aqui só compreendo perguntas em inglês. Por favor, pergunte em inglês ou peça a quem gere este bot que mude o modelo de linguagem.
english-only-zh = 我在这里只能读懂英文问题。请用英文提问，或请管理这个机器人的人更换语言模型。
english-only-ar = لا أفهم هنا سوى الأسئلة المكتوبة بالإنجليزية. يُرجى طرح سؤالك بالإنجليزية، أو الطلب ممّن يدير هذا البوت تغيير النموذج اللغوي.

## Who is not answered

too-many-a-minute = You ask faster than I can read. Please wait a minute, then ask on.
too-many-a-day = That was a lot for one day, thank you. Please ask me again tomorrow.
not-invited = I answer invited readers only. To be invited, give whoever runs me your number: { $reader }

## In groups

group-how = { $mentions ->
   *[unheard] Ask me about the news: /ask@{ $bot } and your question, or a reply to an answer of mine.
    [heard] Ask me about the news: /ask@{ $bot } and your question, @{ $bot } and your question, or a reply to an answer of mine.
}
group-help =
    { group-how }
    Admins of this group: /answering off keeps me quiet, /answering on lets me answer again. More in private: /help
group-more = { $count ->
    [one] { $count } more; ask me in private for all of them.
   *[other] { $count } more; ask me in private for all of them.
}
answering-on = I answer in this group. Admins can change that with /answering off
answering-off = I do not answer in this group. Admins can change that with /answering on

## Inline, above the cards

inline-how = How to ask
inline-shared = A shared answer, with its sources
inline-not-shared = That answer is not there any more
inline-not-invited = I answer invited readers only
inline-too-many = You ask faster than I can read

## Operators

admin-usage =
    /admin – how things stand
    /admin reload – open the index anew
    /admin ban ID, /admin unban ID – a reader or a chat
    /admin broadcast TEXT – to every chat I know, after you have confirmed it
admin-corpus = Articles: { $articles } (passages: { $passages }), revision { $revision }
admin-up = Up for { $days ->
    [0] { $hours } h { $minutes } min
   *[other] { $days } d { $hours } h { $minutes } min
}
admin-questions = Questions: { $answered } answered, { $refused } refused
admin-seconds = Seconds to a reply: half { NUMBER($median, minimumFractionDigits: 2, maximumFractionDigits: 2) }, 95 % { NUMBER($p95, minimumFractionDigits: 2, maximumFractionDigits: 2) }
admin-feedback = Readers: 👍 { $good }, 👎 { $bad } (wrong { $wrong }, outdated { $outdated }, not an answer { $no-answer }, other { $other })
admin-chats = Chats: { $chats }
admin-waiting = Waiting in the journal: { $waiting }
admin-reloaded = Opened anew: { articles }, revision { $revision }.
admin-not-reloaded = The index could not be opened anew; what was open answers on. { $error }
admin-banned = { $reader } is banned.
admin-unbanned = { $reader } is not banned.
admin-banned-by-settings = { $reader } is banned by the settings: take it out of DATELINE_ACCESS__BANNED.
admin-operators-stay = { $reader } is an operator; an operator cannot be banned.
broadcast-confirm =
    This goes to { $chats ->
        [one] { $chats } chat
       *[other] { $chats } chats
    }:

    { $text }

    To send it: /admin confirm { $code }
broadcast-nobody = I know no chat to send that to.
broadcast-no-code = There is nothing to confirm under this code; it may be over ten minutes old.
broadcast-busy = A broadcast is under way; wait until it has ended.
broadcast-sending = Sending: { $sent } of { $chats }
broadcast-sent = Sent to { $sent }{ $gone ->
    [0] { "" }
   *[other] ; { $gone } gone or blocked, I know them no more
}{ $failed ->
    [0] { "" }
   *[other] ; { $failed } failed, see the log
}.
