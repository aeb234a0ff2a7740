"""English words that are roots although they look as if they had an ending, odd forms, and words too small to search for."""

from __future__ import annotations

_ROOTS = """
relativity gravity theory theatre stock exchange crash volcano planet
out off up down
able access accompaniment accompany account action adder addict addiction address administer administrator after
alive always analysis animal another answer any anything apartment apply argument as attention available bar bare
basis bed beer being bit bite bleed body bonus boss breed bring brother build building bus business busy cable campus
capital car care category ceiling cement city class client collapse comment common commune communicate communion
community companion company condition copy council councillor counsel counselling counsellor count counter country
county crisis cut cute daily deal december department depend dependence depress depression detox detoxify diagnosis
dinner document does during early education either elapse element encounter enter equipment ethics evening ever every
everything exceed express factory fall family fashion father feed feel feeling fell fiction fill fin final fine
finger flower focus gas general generate generation generous glass guess has her here hips his history home homely
hop hope hospital house housing hundred illness impatient indeed instrument is july king kiss ladder lapse lead
leader legal less letter lie life like likely list listen live lively living local loss major many mass mat mate
mathematics matter mayor meal mean meaning means meant meat medical medicate medication medicine meet meeting member
memory mental mention million minister ministry minor miss mission moment moral morning mother naked nation national
natural need neither never news normal nothing november number occasion october offer only opinion order organ
organisation organise other over paper party pass passion patience patient peer pension per perhaps personal physical
physics pill pillar pin pine plan plane planet plant plus police policy politics population position power pray
prayer press proceed process psychosis question rain rat rate rather ration read reader real red region relapse
relate relation relative reliable religion remember reply reside residence resident ring ritual rival river rob robe
sacred scar scare section seed september series session several shed ship shop shower sibling sing sister situation
social something species speed spiritual spring stable star stare statement station status story stress string study
succeed success suitable summer supply swing table tension there thing this thus together total tower tradition train
training treatment trial under union universal universe university unless us use used user vegetable version very
victory virus vision was water wedding were where whether win wine wing winter worship yes
act aid aim ask beg bet buy cry die dig dip eat end fit fix hug log mix pet pop row sew sip sit sum tap tip try vow
add arm bag cup fan lap net nap pad rest rub sign skip slip snore swim talk teach tell think wash watch weigh draw
dance bake clean smoke inject snort sniff swallow vomit faint jump climb escape search test fake dilute shake sweat
tremble stagger scream shout yell curse swear spit kick punch slap choke strangle push pull throw smash burn lock
better broker conversation hardship homeless manner minority motivation officer positive poster probation
ready restless revision rubber template transition
chain tie beat cheat lend borrow gamble flirt cuddle snuggle clap joke tease mock laugh smile nag blame scold praise
thank greet shave trim journal journalist
"""

_EXCEPTIONS = """
abuse: abused abusing abusive abuser
addict: addicted addiction addictions addictive
agitation: agitated agitate agitating
agree: agreement agreements
alcohol: alcoholic alcoholics alcoholism
allergy: allergic
anger: angry
annoys: annoy annoyance
annual: annual
anxiety: anxious
apology: apologise apologises apologised apologising apologize
apply: applied applies application applications
argument: argue argues argued arguing
arrive: arrival arrivals
assess: assessment assessments
barber: barber
be: is are
beat: beaten
behaviour: behavior behaviors behavioral behavioural
believe: belief beliefs
bitter: bitter
body: bodies
bother: bother
break: broke broken
bring: brought
budget: budgeting
buy: bought
careful: careful
carer: carer carers
catch: caught
centre: center centers
child: children kids kid
choose: chose chosen choice
come: came coming
complain: complaint complaints
confidence: confident
confidential: confidential confidentiality
cook: cooking cooked cooks
copy: copies
counsel: counseling counselling
counsellor: counselor counselors counsellors
craving: crave craves craved
crisis: crises
cure: cured cures
day: daily days
debt: debts
decide: decision decisions
dentist: dental
depend: dependence dependency dependent
depression: depressed depressive
diabetes: diabetic
diagnosis: diagnoses diagnosed
die: died dying dies dead death deaths
different: difference differences differ differs differed differing differently
discharge: discharged
disclose: disclosure
donate: donation donations donor donors
drink: drank drunk
drive: driven
eat: ate eaten
economy: economic economics
emotional: emotion emotions
employed: employ employee employees employer employers employment
enrolment: enrollment
evaluate: evaluation
evaluator: evaluator
evidence: evidenced
expose: exposure
fail: failure failures
faith: faiths
fall: fallen
family: families familial
fast: fasts fasting
feel: felt feelings feeling
fight: fought fighting
find: found
forbid: forbidden
forgive: forgiven
former: former
foundation: foundation founded
fund: funding funder funders funds
give: gave given giving
go: went gone going
graduate: graduates graduation graduating
grow: growth grown grew
hall: hallways
hallucinate: hallucinations hallucination hallucinating
health: healthy unhealthy
hear: heard
herb: herbal
hesitate: hesitant
hide: hid hidden hiding
himself: herself myself yourself themselves ourselves
hit: hit hitting
hunger: hunger hungry
illness: ill illnesses
improv: improvement improvements
inhalant: inhale inhaled inhales inhaling
isolation: isolate isolated isolates isolating
itching: itchy itch
job: jobless
keep: kept
law: legal laws legally lawyer
lead: led leader leaders leadership
leave: leaves left leaving
lie: lying lied
life: lives
live: living lived
lonely: lonely loneliness
lose: lost losing
man: men
manipulates: manipulate manipulated manipulating manipulative manipulation
marry: marriage
measure: measurement measuring
mediation: mediate mediates mediated mediator
medical: medically
medicine: medicines medication medications meds med medicated medicate
meet: met meets
meeting: meeting meetings meetup
methamphetamine: methamphetamines
miner: miners
misuse: misused
month: monthly
mood: moody
motivation: motivate motivates motivated motivating
mourn: mourning
naloxone: naloxon
neighbour: neighbor neighbors neighbourhood neighbours
neighbourhood: neighborhood
nurse: nurses nursing
nutrition: nutritious nutritional
organisation: organization
organise: organise organize
panic: panicking panicked panicky
participation: participate participates participated participating participant participants
pastor: pastor
pay: paid
person: people persons peoples
pharmacy: pharmacist
practice: practise practising
pray: prayers prayer praying
pregnant: pregnancy pregnancies
programme: program programs programmes
prohibited: prohibit prohibition prohibitions
prove: proof proven
psychiatr: psychiatric
psychosis: psychotic psychoses
punish: punishment punishments punishing
quit: quitting
recover: recovery recoveries recovering recovered
refer: referral referrals referred refers
relapse: relapsed relapses relapsing
religion: religious religions
resident: residents
residential: residential
revision: revise revised revising
risk: risky
run: ran running runs
safe: safely safety safer
say: said saying
schedule: scheduling
see: saw seen seeing
seek: sought
seize: seize
seizure: seizure seizures
shake: shaky shaken
sick: sick sickness
sleep: slept asleep sleepless
speak: spoke spoken
spiritual: spirituality
steal: stole stolen stealing theft
stop: stopped
store: storage
strong: strength strengths strengthen
study: studies studying student students
suicide: suicidal
take: took taken taking
teach: taught teacher
tell: told telling
temper: temper tempers
tension: tense tenses
therapy: therapist therapists
think: thought
threat: threaten threatens threatened threatening
timetable: timetables
tire: tired tiredness
up: ups
urine: urinary
use: used using user users uses usage
useful: useful
violence: violent violently
visit: visiting visitor visitors visitation
warm: warmth
warning: warn warns warned
weak: weaken weakens
week: weekly
welding: weld welder
wife: wives
willing: willing unwilling
wise: wise wisdom
withdraw: withdrawal withdrawals withdrawing withdrew withdrawn
woman: women
wood: wooden
worse: worsen worsens worsened worst
write: wrote written writing
year: yearly
"""

_STOP_WORDS = """
a about after all allow allowed also am an and any anyone are as at be because been before being best but by can
could did do does doing done during each every explain for from get gets getting got guide had happen happens has
have having he her here him his how how's i if in into is it its just let lets many may me mean means meant might
much must my need needs no nor not of on one ones only or our over page please shall she should so some somebody
somebody's someone something tcguide tell than that the their them then there these they thing things this those to
too under us very want wanted wants was way ways we were what what's when where which while who whom whose why will
with without would you your cant dont doesnt didnt wont isnt arent hes shes
theyre ive im whats thats theres gonna gotta shouldnt couldnt wouldnt havent hasnt cannot really someones
monday tuesday wednesday thursday january february march april june july september october november december
pm am stuff wanna lemme gimme dunno cuz cos plz pls ur yall
"""

_WEAK = """
resident residents house people person staff problem difficult difficulty issue handle handling deal dealing new good
bad big small make give take go come work session activity programme use rule important case kind type way situation
condition process step tip method strategy help start member manage right difficulties issues two three four five six
seven eight nine ten twenty today tomorrow yesterday now own old another name people keep really saturday
afternoon
"""

ROOTS = frozenset(_ROOTS.split())
EXCEPTIONS = {
    word: line.split(":")[0] for line in _EXCEPTIONS.strip().split("\n") for word in line.split(":")[1].split()
}
"""Word → its root, where no rule finds it."""
STOP_WORDS = frozenset(_STOP_WORDS.split())
WEAK = frozenset(_WEAK.split())
"""Words of so many meanings that they should decide nothing where others stand beside them."""
