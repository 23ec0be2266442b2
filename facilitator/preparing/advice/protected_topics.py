"""The topics that the law protects in the US and the UK, and the words of questions that touch them or a usual proxy.

Separate from the rules, which only look for these words. A phrase stands for a question about the person: “your age”,
but not “the age of a cache”. What is lawful and needs a plain answer isn't here: the right to work, being of age for
the job, what somebody needs for the interview, whether they can do the task that was described.

Sources: for the US the EEOC's “Prohibited Employment Policies/Practices” (eeoc.gov), with its pages on pre-employment
inquiries, and the acts named below; for the UK the Equality Act 2010, sections 4 to 12 (protected characteristics), 39
(recruitment) and 60 (health), and the acts named below.
"""

import re

from msgspec import Struct


class Topic(Struct, frozen=True):
    """A topic that is protected: the words that touch it, its source in law, and what may be asked in its place."""

    called: str
    words: re.Pattern[str]
    source: str
    better: str


_PEOPLES = (
    r"(?:black|white(?![ -](?:board|label|hat|box))|asian|african|arab|indian|pakistani|chinese|japanese|korean"
    r"|hispanic|latin[oax]|mexican|american(?! express)|european|british|english(?![ -])|irish|scottish|welsh|french"
    r"|german|polish|italian|spanish|russian|ukrainian|turkish|greek|nigerian|roma|gypsy|mixed race|native american)"
)
_BODY = r"(?:sight|eyesight|hearing|leg|legs|arm|arms|hand|hands|foot|feet|eye|eyes|face|neck|back|skin)"
_ILLNESS = (
    r"(?:disabilit(?:y|ies)|impairments?|illness(?:es)?|allerg(?:y|ies)|phobias?|bad back|injur(?:y|ies)"
    r"|(?:health|medical) (?:conditions?|problems?|issues?|concerns?|needs|history)|adhd|dyslexia|autism|hiv|aids"
    r"|cancer|diabetes|epilepsy|asthma|depression|anxiety|ptsd|addictions?)"
)


def _any_of(*phrases: str) -> str:
    return rf"\b(?:{'|'.join(phrases)})\b"


_AGE = re.compile(
    _any_of(
        r"how old (?:are|were) you",
        r"your (?:age|birthday|date of birth|year of birth|birth ?date|retirement)",
        r"(?:what|which) year (?:were you born|(?:did|have) you (?:graduate|finish|leave school|qualify|start school))",
        r"when (?:were you born|did you (?:graduate|finish (?:school|college|university)|leave (?:school|college)))",
        r"(?:plan|planning|going|want|intend|hope) to retire",
        r"(?:until|before|when) you(?:'ll)? retire(?! (?:an?|the|old|it|your|that))|retirement plans",
        r"(?:younger|older) than you(?:rself)?|(?:what|which) generation are you|set in (?:your|their) ways"
        r"|overqualified",
        r"digital native|young and (?:dynamic|energetic|hungry)|youthful",
        r"are you a recent (?:college |university )?graduate",
    ),
    re.IGNORECASE,
)
_FAMILY = re.compile(
    _any_of(
        r"are you (?:currently |still )?(?:married|single(?!-)|divorced|separated|widowed|pregnant|in a relationship)",
        r"are you (?:currently )?(?:engaged(?! (?:in|with|by|on))|expecting (?:a baby|a child)|a (?:single )?(?:mother"
        r"|father|parent))",
        r"your (?:husband|wife|spouse|fianc[eé]e?|kids|children|marital|marriage|pregnancy|child ?care|baby)",
        r"your family(?! (?:of|business|firm|company|office|doctor))|maiden name|miss(?:,| or) (?:mrs|ms)|mrs or miss",
        r"(?:does|will|would|can|could) your partner (?:do(?! with)|work|mind|move|come|follow|relocate|earn)",
        r"live (?:alone|with (?:a|your) (?:partner|boyfriend|girlfriend))|is the baby due|birth control",
        r"you (?:now |already )?(?:have|want|plan|planning|intend|hope)(?: to have| on having)?"
        r" (?:any |more |small |young |a )?(?:kids|children|baby|family)\b(?! (?:to|who|in (?:your|the)|of|member"
        r"|business|work|read|play|learn))",
        r"how many (?:kids|children) do you have(?! in)",
        r"(?:start|starting|have|having|planning) a family\b(?! (?:member|business))",
        r"(?:get|getting|become|becoming) pregnant|child[ -]?care (?:plans|arrangements|problems|responsibilities)",
        r"what child[ -]?care|caring responsibilities",
        r"(?:care|caring) for an? (?:elderly|sick|disabled) (?:parent|relative|child)|(?:have|any|many) depend[ae]nts",
        r"(?:your|on|take|taking) (?:maternity|paternity|parental) leave(?! cover)",
    ),
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    _any_of(
        r"where are you (?:really |actually |originally )?from|originally from|(?:what|which) country are you from",
        r"where (?:were|was|are|do|did) (?:you|your (?:parents|family|grandparents)) (?:born|from|come from|grow up"
        r"|raised)",
        r"which country (?:do|does|did) your (?:parents|family)|were you born (?:here|in)|your family lived",
        r"(?:native|mother) (?:tongue|speaker)|your native language|(?:what is|what's) your first language",
        r"English (?:is )?your first language|language do you speak at home|speak English so|English so well",
        r"your (?:accent(?! colou?r)|nationality|citizenship|ethnicity|ethnic|race(?! condition)|birthplace|ancestry"
        r"|heritage)",
        r"your (?:immigration|visa) status|green card|what kind of name is|(?:interesting|unusual) name|origin of your",
        r"are you (?:an? )?(?:[a-z.]{1,20} )?(?:citizen|immigrant|foreigner|national(?! [a-z]))",
        r"become a (?:us |uk |u\.s\. )?citizen",
        rf"(?:are you|is that|yourself as) (?:an? )?{_PEOPLES}(?! [a-z]+ (?:owned|based))(?! box)",
        r"(?:lived|been) in (?:this|our) country|skin colou?r|colou?r of your skin|your skin|ethnic (?:background"
        r"|origin)",
        r"what (?:nationality|ethnicity|race) are you",
    ),
    re.IGNORECASE,
)
_RELIGION = re.compile(
    _any_of(
        r"your (?:religion|faith|church|mosque|synagogue|religious|headscarf|hijab|turban|veil)|for religious reasons",
        r"are you (?:an? )?(?:practi[sc]ing )?(?:religious|christian|catholic|protestant|muslim|jewish|hindu|sikh"
        r"|buddhist"
        r"|mormon|atheist|agnostic|believer)",
        r"do you (?:pray|believe in god|fast (?:during|for|in)|(?:go to|attend) (?:a )?(?:church|mosque|synagogue"
        r"|temple|mass))",
        r"do you (?:observe|keep|celebrate) (?:the |any )?(?:religious|sabbath|christmas|easter|ramadan|eid|diwali"
        r"|hanukkah)",
        r"(?:which|what) (?:church|mosque|synagogue|temple) do you|need to pray|sabbath",
        r"wear a (?:headscarf|hijab|turban|veil)",
        r"(?:which|what|any) (?:religious )?holidays do you (?:observe|celebrate|keep)",
    ),
    re.IGNORECASE,
)
_HEALTH = re.compile(
    _any_of(
        r"your (?:mental |physical |general )?health(?! ?(?:care|checks?|tech|app|data|system|service|record|insurance"
        r"|team))",
        r"your (?:disability|disabilities|illness|impairment|wheelchair|medication|eyesight)",
        r"your (?:family )?medical (?:history|records?|condition)|your (?:sickness|absence) (?:record|history)",
        r"are you (?:disabled|healthy|in good health|physically fit|autistic|neurodiver(?:gent|se)|dyslexic"
        r"|claustrophobic)",
        r"are you (?:depressed|diabetic|epileptic|hiv positive|colou?r ?blind)|yourself (?:to be )?disabled",
        rf"you (?:now |ever )?(?:have|had|got|suffer(?:ed)? from) (?:any |an |a |or )?(?:chronic |serious |mental "
        rf"|long-term )?{_ILLNESS}(?! (?:research|care|patients?|services?|experience))",
        rf"treated for (?:an? )?{_ILLNESS}|(?:ever|you) seen a (?:psychiatrist|psychologist|therapist)",
        r"ever been in therapy",
        r"(?:take|taking|on) any medication|(?:medications?|prescription drugs) (?:do|are) you|do you (?:take"
        r"|use) drugs",
        r"do you (?:smoke(?!-)|vape(?!-)|drink(?! [a-z]+ (?:at|in|from|with)))|how much do you drink",
        r"do you use a (?:wheelchair|cane)",
        r"sick (?:days|leave) (?:did|have|do) you|(?:many|much) sick (?:days|leave)(?! do(?:es)? (?:the|your))",
        r"your sick (?:days|leave)|(?:get|fall) ill",
        r"days (?:of work |off )?(?:were|did|have) you (?:been )?(?:off|miss(?:ed)?|ill|sick|absent)",
        r"days were you (?:sick|ill)",
        rf"workers'? comp(?:ensation)?|ever been injured|(?:lose|lost|happened to|wrong with) your {_BODY}"
        rf"|you use a cane",
        r"(?:cancer|illness|disease|it) runs? in your family|in your family (?:have|has|had)",
        r"had (?:any |an )?operations?(?! (?:experience|role|team|manager))",
    ),
    re.IGNORECASE,
)
_SEX = re.compile(
    _any_of(
        r"your (?:sexual|sexuality|gender(?! pay)|sex|boyfriend|girlfriend)|what is your gender identity",
        r"have a (?:girl|boy)friend",
        r"are you (?:a )?(?:gay|straight(?![ -]?forward)|lesbian|bisexual|trans|transgender|transsexual|queer"
        r"|heterosexual)",
        r"are you (?:a )?(?:male|female|man|woman)|(?:were you|born) (?:born )?a (?:man|woman|boy|girl)",
        r"before you transitioned",
        r"gender reassignment|sex change|(?:working|work|reporting|report) (?:for|under|to) a (?:woman|man|female"
        r"|male)",
        r"(?:female|male) boss|working with (?:only )?(?:men|women) all day|the only (?:woman|man) (?:on|in)",
        r"as a (?:woman|man)",
        r"as a (?:mother|father)|(?:job|work|role) for a (?:woman|man)(?!-)",
    ),
    re.IGNORECASE,
)
_RECORD = re.compile(
    _any_of(
        r"(?:ever|never|you) been (?:arrested|convicted|cautioned|(?:in|to) (?:prison|jail)"
        r"|in trouble with the (?:police|law))",
        r"ever been charged(?! with (?:running|leading|building|making|turning))|criminal (?:record|history"
        r"|convictions?)",
        r"(?:have|any) (?:spent |unspent |previous )?convictions|your (?:arrest|conviction|police) (?:record|history)",
    ),
    re.IGNORECASE,
)
_MONEY = re.compile(
    _any_of(
        r"do you own (?:a |your )?(?:own )?(?:car|home|house|flat)|own or rent|rent or own",
        r"(?:is|have|check) your credit(?! (?:card|risk|team|model|product|policy))",
        r"your credit (?:score|rating|history|report)",
        r"you (?:ever )?(?:filed for|been|declared) bankrupt(?:cy)?|your debts|you in debt(?! collection)",
        r"you have any (?:debts|loans)",
        r"wages (?:ever )?been garnished",
    ),
    re.IGNORECASE,
)
_PAY = re.compile(
    _any_of(
        r"your (?:current|last|previous|present|most recent) (?:salary|pay|wages?|earnings|compensation)",
        r"(?:do|did) you (?:currently )?earn (?:now|today|there|at|in|before)|salary history",
        r"how much (?:are|were) you paid",
    ),
    re.IGNORECASE,
)
_APPEARANCE = re.compile(
    _any_of(
        r"how tall are you|how much do you weigh|your (?:height|weight|photo(?:graph)?|hair|looks|tattoos?)",
        r"(?:photo|photograph|picture) of yourself",
        r"(?:send|attach|include) (?:us )?a (?:recent )?(?:photo|photograph|headshot)(?! of (?!you))",
        r"do you have (?:any )?(?:tattoos?|piercings?)|that your real hair",
    ),
    re.IGNORECASE,
)
_MEMBERSHIPS = re.compile(
    _any_of(
        r"(?:clubs|societies|organi[sz]ations|associations|unions?) (?:do|are) you (?:belong|a member)",
        r"member of (?:a|any) (?:trade |labou?r )?(?:union|club|society|party)|you (?:in a|a) (?:trade "
        r"|labou?r )?union",
        r"(?:join|joined) (?:a|the) (?:trade |labou?r )?union|(?:feel about|think of) (?:trade |labou?r )?unions",
        r"picket line",
        r"your political|(?:who|party) (?:do|did|would) you vote|did you vote",
        r"are you (?:a )?(?:republican|democrat|tory)",
        r"(?:labour|conservative|tory|party) supporter",
    ),
    re.IGNORECASE,
)
_MILITARY = re.compile(
    _any_of(
        r"discharged from the (?:military|army|navy|forces)|(?:kind|type) of discharge"
        r"|(?:dis)?honou?rabl[ye] discharged?",
        r"are you (?:a |in the |still in the )(?:veteran|reserves?|reservist|national guard|territorial army)",
        r"you (?:next )?be (?:called up|deployed)|reserve duty|military leave",
    ),
    re.IGNORECASE,
)

TOPICS = {
    "age": Topic(
        "age",
        _AGE,
        "ADEA of 1967; Equality Act 2010, s. 5",
        "Ask what they have done and can do; whether somebody is old enough is a matter for the contract.",
    ),
    "family": Topic(
        "marriage, pregnancy or children",
        _FAMILY,
        "Title VII and the Pregnancy Discrimination Act; Equality Act 2010, ss. 8, 18",
        "Say which hours and journeys the job has, and ask everybody whether that suits them.",
    ),
    "origin": Topic(
        "origin, race or nationality",
        _ORIGIN,
        "Title VII, 42 U.S.C. 2000e-2; IRCA, 8 U.S.C. 1324b; Equality Act 2010, s. 9",
        "Ask which languages the job needs and how well they speak them; the right to work is checked for everybody.",
    ),
    "religion": Topic(
        "religion or belief",
        _RELIGION,
        "Title VII, 42 U.S.C. 2000e-2; Equality Act 2010, s. 10",
        "Say which days the job needs, and ask everybody whether they can work on them.",
    ),
    "health": Topic(
        "health or disability",
        _HEALTH,
        "ADA, 42 U.S.C. 12112(d)(2); GINA, 42 U.S.C. 2000ff-1; Equality Act 2010, ss. 6, 60",
        "Describe the task and ask everybody how they would do it, and what they need for this interview.",
    ),
    "sex": Topic(
        "sex, gender or orientation",
        _SEX,
        "Title VII, 42 U.S.C. 2000e-2; Equality Act 2010, ss. 7, 11, 12",
        "Leave it out, or ask about the work in words that you would use to anybody.",
    ),
    "record": Topic(
        "arrests or convictions",
        _RECORD,
        "EEOC guidance on arrest and conviction records (2012); Rehabilitation of Offenders Act 1974",
        "Leave it to the check that the law provides for this job, which usually follows an offer.",
    ),
    "money": Topic(
        "personal finances",
        _MONEY,
        "EEOC, pre-employment inquiries and financial information; Equality Act 2010, s. 19",
        "Ask for what the job needs, such as being at a site by seven.",
    ),
    "pay": Topic(
        "what they were paid",
        _PAY,
        "Cal. Labor Code 432.3, N.Y. Labor Law 194-a and the like in other states; Equality Act 2010, ss. 64 to 66",
        "Say what the job pays, and ask what they expect.",
    ),
    "appearance": Topic(
        "height, weight or looks",
        _APPEARANCE,
        "EEOC, pre-employment inquiries and height and weight; Equality Act 2010, s. 19",
        "Ask about the task itself, such as lifting twenty kilos.",
    ),
    "memberships": Topic(
        "memberships or politics",
        _MEMBERSHIPS,
        "EEOC, prohibited practices; NLRA, 29 U.S.C. 158; Equality Act 2010, s. 10; TULRCA 1992, s. 137",
        "Ask which professional bodies or networks help them in this work.",
    ),
    "military": Topic(
        "military service",
        _MILITARY,
        "USERRA, 38 U.S.C. 4311; Reserve Forces (Safeguard of Employment) Act 1985",
        "Ask what they learned there that helps in this work.",
    ),
}
"""The topics by the second part of their advice's code."""
