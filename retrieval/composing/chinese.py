"""Reads a sentence in Chinese, which has neither capitals nor spaces."""

import re
from collections.abc import Sequence

from index.sentences import Span
from retrieval.composing.reading import Mention, Reading, Reference
from retrieval.composing.wording.wording import Kind
from retrieval.composing.words_in_order import masked

SAYING = frozenset({"说", "表示", "称", "指出", "问", "回答"})

_SAYS = re.compile(
    r"表示|指出|强调|补充|透露|认为|回应|坦言|告诉|解释|警告|承认|否认|宣布|写道|回答|呼吁|证实|"
    r"通报|反驳|介绍(?!信)|(?<![小传所听再])说(?!法|明|服|到底)|(?<![名职号简统俗堪声人])称(?!为|号|之)|"
    r"声称|(?<![访学顾疑询质])问(?!题|卷|世|候)"
)
_REJECTS = re.compile(r"驳斥|否认|拒绝|反对|批评|谴责|抨击|不同意|反驳")
_TELLS = re.compile(
    r"发布会|声明|报告|研究|调查|采访|证词|作证|发言|讲话|公开信|来信|通报|帖|回答|介绍|公布|发布|描述|讲述|谈到|回忆|汇报|解释|承诺|"
    r"说明|看法|观点|意见|主张|质疑|否定|指责|归咎|归因|认为|担心|怀疑|反驳|抱怨|道歉|坚持|批评|赞成|反对|"
    r"不同意|不以为然|感叹|叙述|结论|总结|分析|评价|辩称|列举|检测|普查"
)
_POINTS_BACK = re.compile(r"这是|这番|以上|上述|说这话|说出这")
_BEFORE = re.compile(
    r"^(?:此外|另外|同时|随后|但是|但|不过|然而|而且|而|因此|对此|最后|并且|并|还|也|其后|后来|之后|"
    r"(?:本)?周[一二三四五六日天]|星期[一二三四五六日天]|\d+[年月日]\d*月?\d*日?|昨[日天]|今[日天]|当[天日]|目前|"
    r"[，\s])+"
)
_AFTER = re.compile(
    r"(?:还|也|则|又|再次?|进一步|随后|同时|当[天日]|周[一二三四五六日天]|今[日天]|昨[日天]|曾|都|明确|强烈|"
    r"接着|一再|反复|最后|在[^，]{1,14}|向[^，]{1,10}|对[^，]{1,12}|接受[^，]{1,14}|于[^，]{1,10})+$"
)
_POINTS = (
    (re.compile(r"他们|她们|它们|两人|二人|双方|三人"), Kind.THEY),
    (re.compile(r"他"), Kind.HE),
    (re.compile(r"她"), Kind.SHE),
    (re.compile(r"它"), Kind.IT),
    (re.compile(r"[该这此][份项]?(?:报告|声明|研究|文件|调查)|声明|报告"), Kind.TEXT),
    (re.compile(r"[该这][名位]?(?:男子|男孩)"), Kind.HE),
    (re.compile(r"[该这][名位]?(?:女子|女孩)"), Kind.SHE),
    (re.compile(r"[该这][名位](?:[^，。的]{0,4}[长员家人师授者])"), Kind.PERSON),
    (
        re.compile(
            r"[该这][家个]?(?:公司|集团|机构|组织|党|部门?|局|银行|协会|工会|大学|医院|团体|企业|委员会|"
            r"政府|法院|媒体|报|校|院|行|会|市|国)"
        ),
        Kind.GROUP,
    ),
    (
        re.compile(
            r"(?:部长|市长|发言人|局长|主席|总统|总理|经理|主任|教授|校长)(?=[还也则说表称指补强])"
        ),
        Kind.PERSON,
    ),
    (re.compile(r"其(?![中他实次])"), Kind.PERSON),
    (re.compile(r"此举|此事|这一|这(?![里些是种])"), Kind.THIS),
)
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦马苗"
    "方俞任袁柳鲍史唐费廉薛雷贺倪汤滕罗毕郝安常于傅齐康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮"
    "蓝季贾路江童颜郭梅林钟徐邱高夏蔡田樊胡凌霍虞万卢莫房丁邓洪石崔龚程邢陆叶白骆文龙曾程谭廖易武刘"
)
_TWO_CHARACTERS = "欧阳|司马|上官|诸葛|皇甫|令狐|慕容|端木|尉迟"
_PERSON = re.compile(
    r"[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6}|"
    rf"(?:(?<=^)|(?<=[长员家人师袖授理席民者任记生事夫，、和与由表医匠农户商手]))"
    rf"(?:{_TWO_CHARACTERS}|[{_SURNAMES}])[\u4e00-\u9fff]{{1,2}}?"
    r"(?=[说称表指介强补透认告解警承否宣写回呼证通反于在是，、。和与的对向曾将已被从今昨周拒驳批还也等生一当接不没何是否为呼宣承则描回谈讲走站坐看听发收给让把带率主则持周看感列直就却只才总很最正拿指摇笑叹至仍依一])"
)
_BODY = re.compile(
    r"^[^，。：“]{2,14}?(?:公司|集团|银行|大学|委员会|协会|组织|医院|航空|工会|法院|[^内外全]部|局|党)"
)
_ACCORDING = re.compile(
    r"(?:根)?据([^，。“]{1,16}?)(?:的?(?:介绍|说法?|透露|报道|消息|统计|数据|报告|调查)|称)|"
    r"(?:在|按照?)([^，。]{1,10})看来"
)
_NEAR = 14
"""Characters of a title and the like before the name of the subject."""
_STOPS = re.compile(r"[，。；：！？、\x00\s]")
_ASKS = re.compile("(?<![学疑访顾])问(?![题候])")


def read_chinese(body: str, sentence: Span, spoken: Sequence[Span]) -> Reading:
    """What ``sentence`` tells of speakers and references."""
    start, end = sentence
    text = masked(body, start, end, spoken)
    speaks_as, subject = _subject(text)
    found = [_mention(start, one.span(), text, True, subject) for one in _PERSON.finditer(text)]
    if subject and not any(subject[0] <= one.start - start < subject[1] for one in found):
        group = _BODY.fullmatch(text[slice(*subject)])
        found.append(_mention(start, subject, text, False if group else None, subject))
    if not found and (body_name := _BODY.match(text)):
        found.append(_mention(start, body_name.span(), text, False, body_name.span()))
    opens = None
    begin = len(match[0]) if (match := _BEFORE.match(text)) else 0
    if pointer := _pointer(text, begin):
        opens = Reference(start + pointer[0], pointer[1])
    return Reading(
        start,
        end,
        tuple(spoken),
        bool(re.search(r"\w", text)),
        tuple(found),
        opens,
        subject is not None,
        Reference(start + speaks_as[0], *speaks_as[1:]) if speaks_as else None,
        not any(one.person for one in found),
        text.rstrip("\x00 \n").endswith(("：", ":")),
        False,
        bool(_REJECTS.search(text)),
        subject is not None or speaks_as is not None or bool(_TELLS.search(text)),
        frozenset({Kind.SOURCE} if subject is not None else ())
        | frozenset({Kind.GROUP} if _BODY.search(text) else ()),
        bool(_POINTS_BACK.match(text)),
        bool(re.search(r"我", text)),
        asks=(subject is not None or speaks_as is not None) and bool(_ASKS.search(text)),
    )


def _subject(text: str) -> tuple[tuple[int, Kind, bool] | None, Span | None]:
    """Whom the first verb of saying refers back to, or the span of its named subject."""
    if source := _ACCORDING.search(text):
        group = 1 if source[1] else 2
        if pointer := _pointer(text, source.start(group)):
            return (*pointer, False), None
        if source[group] not in ("", "了解", "悉"):
            return None, source.span(group)
    for verb in _SAYS.finditer(text):
        if verb.start() and text[verb.start() - 1] == "据":
            continue
        left = max((m.end() for m in _STOPS.finditer(text, 0, verb.start())), default=0)
        while left and not _bare(text[left : verb.start()]).strip():
            left = max((m.end() for m in _STOPS.finditer(text, 0, left - 1)), default=0)
        begin = left + (len(match[0]) if (match := _BEFORE.match(text[left : verb.start()])) else 0)
        if pointer := _pointer(text, begin):
            return (*pointer, False), None
        clause = _AFTER.sub("", _STOPS.split(text[begin : verb.start()])[0])
        if clause.strip():
            return None, (begin, begin + len(clause))
        return (verb.end(), Kind.PERSON, True), None
    return None, None


def _bare(clause: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", clause))


def _pointer(text: str, begin: int) -> tuple[int, Kind] | None:
    for pattern, kind in _POINTS:
        if match := pattern.match(text, begin):
            return match.end(), kind
    return None


def _mention(
    start: int, span: Span, text: str, person: bool | None, subject: Span | None
) -> Mention:
    name = text[span[0] : span[1]]
    acts = span[0] == 0 or (subject is not None and subject[0] <= span[0] < subject[1])
    titled = person is True and span[0] <= _NEAR and not _STOPS.search(text, 0, span[0])
    acts, sure = acts or titled, titled or (acts and person is not None)
    return Mention(name, start + span[0], start + span[1], person, sure, acts)
