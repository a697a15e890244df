"""English words by class: function words, irregular forms, base forms of verbs."""

from factcheck.extraction.english_verbs import LESS_COMMON_PAST, RARELY_NOUNS
from factcheck.extraction.lexicon import words

AUXILIARIES = words(
    "is are was were am has have had do does did will would can could may might must shall should cannot "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't "
    "mustn't shouldn't it's he's she's that's there's here's what's who's i'm we're they're you're i've "
    "we've they've you've i'd we'd they'd he'd she'd it'll he'll she'll they'll we'll i'll you'll let's "
    "isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t "
    "mustn’t shouldn’t it’s he’s she’s that’s there’s here’s what’s who’s i’m we’re they’re you’re i’ve "
    "we’ve they’ve you’ve i’d we’d they’d he’d she’d it’ll he’ll she’ll they’ll we’ll i’ll you’ll let’s"
)
DETERMINERS = words(
    "the a an this that these those my your his her its our their some any no each every either neither "
    "both all many few several most more less much another other such what whose certain various"
)
PRONOUNS = words(
    "i you he she it we they him them us me himself herself itself themselves one someone anyone everyone "
    "nobody somebody everybody nothing something anything everything there here who which"
)
QUESTIONS = words("who which what where when why how whose whom whether")
PREPOSITIONS = words(
    "of in on at by for with from into onto over under about after before between among through during "
    "against without within across behind beyond despite near since until till toward towards upon via per "
    "including excluding regarding concerning amid amidst alongside above below around off out up down than "
    "like unlike inside outside throughout versus following according due because besides except past plus "
    "minus"
)
CONJUNCTIONS = words("and or but nor yet & so")
SUBORDINATORS = words(
    "that because if although though while whereas unless when where after before since until once as "
    "whether so lest provided who which whom whose why how what"
)
ADVERBS = words(
    "not also only just already still even again soon now then today yesterday tomorrow later earlier once "
    "never ever always often sometimes recently currently previously formerly once first last next almost "
    "nearly about around roughly approximately too very quite rather well far ago yet instead however "
    "meanwhile therefore thus moreover furthermore nevertheless nonetheless otherwise perhaps together "
    "alone back away abroad ahead long here there elsewhere since clearly"
)
IRREGULAR = LESS_COMMON_PAST | words(
    "said told made took gave went came saw knew got found thought became left felt kept held brought began "
    "wrote stood heard let met ran paid sat spoke led grew lost fell sent built understood drew broke spent "
    "rose drove bought wore chose sought caught fought sold won taught threw shot struck hit put set cut "
    "shut cost hurt read beat bet burst cast split spread swore tore woke laid lay lent meant slid slept "
    "shook shrank sank sang swam stole stuck swept flew fled forecast froze hung hid knelt forgot forgave "
    "arose awoke bore bent bound bred dealt dug drank ate fed underwent undertook overtook withdrew "
    "withstood upheld outsold rebuilt foresaw forbade quit rid rode rang sent shed shone showed spun sprang "
    "strode strove swung wept wound wrung"
)
"""Past tense of strong verbs; many are participles as well."""

ONLY_PARTICIPLES = words(
    "been done gone seen known taken given shown written spoken broken chosen driven grown fallen risen "
    "flown begun drawn thrown worn torn stolen frozen forgotten hidden eaten beaten withdrawn undertaken "
    "undergone born become come run sworn shrunk sunk sung swum"
)
NO_PAST = words(
    "need feed seed speed deed weed reed breed bleed indeed hundred sacred naked wicked kindred shed"
)
BASES = RARELY_NOUNS | words(
    "applaud attest boast caution decry doubt hail joke mock recall regret remark repeat ridicule "
    "accept accuse achieve acknowledge acquire acquit act add admit advertise advise affect affirm agree "
    "aim allege allow announce appeal appear apply appoint approve argue arrive ask assert assess assume "
    "attack attempt attend avoid ban base beat become begin believe belong benefit blame block boost "
    "borrow break bring build buy calculate call campaign carry cause challenge change charge choose "
    "claim climb close collect come comment compare compete complain complete comprise concede concern "
    "conclude condemn conduct confess confirm consider consist contain contend continue contribute "
    "control convict cost count cover create criticise criticize curb cut deal decide declare decline "
    "decrease defend deliver demand denounce deny depart depend deploy describe design detain develop die "
    "differ disclose discover discuss dismiss dispute double drive drop earn elect emerge emphasise "
    "emphasize employ enable encourage end enforce enjoy ensure enter establish estimate evaluate examine "
    "exceed exist expand expect experience explain export express extend face fail fall fear feature feel "
    "fight file find fine finish fire focus follow force forecast form found fund gain generate get give "
    "go grow halve handle happen have hear help highlight hire hit hold hope host identify imply impose "
    "improve include increase indicate inform insist inspect intend introduce invent invest investigate "
    "invite involve issue join keep kill know lack land last launch lead learn leave lend let lie limit "
    "link list live look lose maintain make manage manufacture mark market matter mean measure meet "
    "mention merge miss move name need negotiate note object observe obtain occur offer open operate "
    "oppose order outline outnumber outsell overtake owe own participate pass pay penalise perform plan "
    "play plead pledge plunge point post postpone predict prefer prepare present prevent produce promise "
    "promote propose prosecute protect prove provide publish pull purchase push put quadruple question "
    "quit raise rank reach react read realise rebuild receive reckon recommend recount recover recruit "
    "reduce refer refuse regard reiterate reject relate relay release relocate rely remain remember "
    "remove renovate reopen replace reply report represent require reside resign resolve respond restore "
    "result resume retain retire return reveal rise rule run save say schedule see seek seem sell send "
    "serve set settle shape share shed show shrink shut sign signal sing slash slip slow soar span "
    "speculate spend split stand start state stay steal stop strengthen stress strike study submit "
    "succeed sue suffer suggest supply support surge suspect suspend take talk teach tell testify think "
    "threaten topple total trade train transfer treat trigger triple try turn undergo understand unveil "
    "urge use visit vote vow walk want warn weigh welcome win withdraw work worry write"
)
VERBS_ONLY = RARELY_NOUNS | words(
    "accept accuse achieve acquire add admit agree allow announce appear apply appoint argue arrive assess "
    "avoid become believe belong bring choose collect compete complain comprise concede conclude condemn "
    "confirm consider consist contain continue criticise criticize decide defend deliver deny depend deploy "
    "describe develop differ discover discuss dismiss earn elect emerge employ encourage enforce enjoy "
    "ensure enter establish exceed exist expand expect explain extend follow gain generate get give go grow "
    "happen have hear hire identify impose improve include inform insist intend introduce invest "
    "investigate invite involve join keep know learn leave lend lie lose maintain mean meet merge negotiate "
    "obtain occur offer operate oppose own participate plead predict prefer prepare present prevent propose "
    "protect prove provide publish raise react read realise receive recommend recover recruit reduce refer "
    "refuse regard reject relate rely remain remember remove replace represent require resign resolve "
    "respond restore resume retain retire reveal say see seek seem sell send serve settle strengthen submit "
    "succeed sue suffer suggest suspend take tell think threaten understand unveil urge warn weigh win "
    "withdraw write allege contend assert testify speculate reckon emphasise emphasize imply affirm confess "
    "reiterate acknowledge assume declare denounce recount calculate"
)
"""Forms that are verbs wherever a verb can stand; the other BASES are nouns as well."""
