/** The first words that excuse a child by what was before, as they were typed; undefined where there are none. Reads one
    sentence at a time. What it does not know it lets pass: people decide, and this only asks them to say why now. */
export function historyPhrase(text: string): string | undefined {
  for (const sentence of text.split(/[.!?;]+|\n\s*\n/u)) {
    const told = isTellingOfHarm(sentence) ? excuses : [...excuses, ...habits]
    for (const pattern of told) {
      const found = pattern.exec(sentence)
      if (found !== null && !isContrast(sentence.slice(found.index + found[0].length))) return found[0]
    }
  }
  return undefined
}

const word = "[\\w'’-]+"
const few = `(?:${word}\\s+){0,3}?`
const them = '(?:him|her|them|this (?:child|boy|girl|young person|one))'
const own = '(?:his|her|their)'
const often =
  '(?:usually|always|normally|generally|typically|often|invariably|frequently|regularly|routinely)'
const habit = `(?<!(?:\\bnot|\\bnever|\\brarely|\\bseldom|\\bhardly|n['’]t)\\s+)\\b(?:${often}|nearly always|tends? to|known to|bound to|every time ${word}|each time ${word})`
const back = `(?:(?:comes?|came|coming|goes|gets?|got|is|be|been|makes? ${own}(?: own)? way|finds? ${own}(?: own)? way)\\s+(?:${word}\\s+)?(?:back|home)|returns?|returned|returning|reappears?|(?:turns?|turned|shows?|showed|pops?|popped)\\s+(?:back\\s+)?up)`
const hurt =
  '(?:hurt|injured|harmed|bruised|beaten|assaulted|drunk|intoxicated|under the influence|distressed|upset|in a (?:bad|poor) state|with (?:injuries|bruises|money|gifts|drugs|marks)|in (?:someone|somebody|a stranger|an unknown|a car)|needing)'
const unhurt = `(?!(?:\\s+${word}){0,3}?\\s+${hurt}\\b)`
const missing =
  '(?:(?:go|goes|going|gone|went|been|is)\\s+(?:missing|awol|walkabout)|(?:runs?|ran|running)\\s+(?:away|off)|abscond(?:s|ed|ing)?|stays?\\s+out)'
const frequent = `(?:all the time|every\\s+(?:other\\s+)?(?:day|night|week|weekend|month|monday|friday|saturday)|most\\s+(?:days|nights|weeks|weekends)|a lot|so often|often|regularly|frequently|repeatedly|constantly|(?:many|several|numerous|countless|lots of|loads of|\\d+)\\s+times|on a regular basis|time and again|before and)`
const past = `(?:last time(?!\\s+(?:we|i|staff|anyone|someone|(?:${word}\\s+){1,2}seen))|previously|(?:previous|other|earlier)\\s+(?:times|occasions?|episodes?|absences)|in the past|every(?:\\s+\\w+)? time|each time|always|before(?=\\s*(?:[,)]|$|and\\b|so\\b)))`
const safe = `(?:(?<!\\bnot\\s+)(?<!n['’]t\\s+)\\b(?:safe(?:ly)?|fine|ok(?:ay)?|unharmed|unhurt|all right|alright|well)\\b|\\bof ${own} own (?:accord|free will)\\b|\\bby (?:him|her|them)sel(?:f|ves)\\b|\\bno harm\\b|\\bwithout (?:coming to )?(?:any )?(?:harm|incident|injury|issue)\\b)`
const cameBack =
  '(?:came|come|comes|returned|returns|found|turned up|turns up|got|gets|been|was|were|arrived)'
const notIn = `(?<!\\bnot\\s+(?:${word}\\s+){0,2})(?<!n['’]t\\s+(?:${word}\\s+){0,2})`

/** Excuses whatever else the sentence says. */
const excuses = [
  `${habit}\\s+${few}${back}\\b${unhurt}`,
  `${habit}\\s+back\\s+(?:again|by|before|at|in|within|on|home|safe|safely)\\b${unhurt}`,
  `\\b${back}\\s+${few}(?:every time|each time|most (?:times|of the time|days|nights)|usually(?!\\s+(?:but|by bus))|as (?:before|ever)|as (?:per|on|in) (?:${word}\\s+)?(?:previous|earlier|other|past)|(?:as|like)\\s+(?:usual|always|last time|every (?:other )?time|(?:he|she|they) (?:always|usually|normally) do(?:es)?)|eventually|sooner or later|in ${own} own time)\\b`,
  `\\b(?:(?:come|comes|be|get|gets)\\s+(?:back|home)|returns?|turns? up)\\s+(?:when|once)\\s+(?:(?:he|she|they|it)(?:['’](?:s|re|ll)| is| are| gets?)?\\s+)?(?:(?:good and|feels?|runs?)\\s+)?(?:ready|hungry|cold|bored|tired|suits|wants?|fancies|out of money)`,
  `\\b(?:history|habit|pattern|track record)\\s+of\\s+${few}(?:returning|coming (?:back|home)|turning up|being found safe)\\b`,
  `\\b(?:given|because of|due to|in view of|in light of|based on|owing to|considering|long|lengthy|extensive|known)\\s+${few}(?:history|pattern|record)\\s+of\\s+(?:${word}\\s+)?(?:missing|running|abscond)`,
  `\\b(?:habitual|serial|persistent|prolific|frequent|regular|repeat|known)\\s+(?:misper|missing person|runaway|absconder|absentee|missing from (?:home|care|placement))s?\\b`,
  `(?:\\bnot|n['’]t|\\bnothing|\\bhardly)\\s+${few}out of character\\b`,
  `(?:\\bnot|n['’]t|\\bnothing|\\bhardly)\\s+${few}(?:unusual|uncharacteristic|out of the ordinary|(?:anything )?new)\\s+(?:for|with)\\s+${them}\\b`,
  `${notIn}\\b(?:in|within)\\s+(?:${own}\\s+)?character\\b`,
  `${notIn}\\b(?:usual|normal|typical|standard)\\s+(?:pattern|behaviour|behavior)\\b(?!\\s+(?:is|was|for teen|at (?:this|that) age))`,
  `${notIn}\\b(?:usual|normal|typical|standard|expected)\\s+(?:for|of)\\s+${them}\\b`,
  `(?:\\b(?:that|this|it|which)(?:['’]s| is| was)?|\\b(?:just|so|how))\\s+(?:just |so |very |all too )?typical\\b(?!\\s+(?:of|for)\\s+(?!${them}\\b))`,
  `\\b(?:just|only|is|['’]s)\\s+${own}\\s+(?:usual |normal |own |known )?(?:pattern|habit|way|thing)\\b(?! (?:home|back|out|of (?:speaking|talking|coping)))`,
  `\\bknown for\\s+(?:this|it|that|doing (?:this|it|that)|(?:going|running|staying)\\s+(?:missing|away|off|out))\\b`,
  `\\b(?<!n['’]t\\s+)(?:comes?|gets?|returns?|makes? it)\\s+(?:(?:back|home)\\s+)?(?:on ${own} own|by (?:him|her|them)sel(?:f|ves))\\b${unhurt}`,
  `\\b(?:par for the course|same old story|same as (?:usual|always|last time|every time)|business as usual|the usual (?:story|thing|again))\\b`,
  `\\b(?:that['’]s|that is|this is|just|only)\\s+what\\s+(?:he|she|they)\\s+(?:always\\s+|usually\\s+|normally\\s+)?do(?:es)?\\b`,
  `\\b(?:missing|gone|away)\\s+(?:again,?\\s+)?(?:as|like)\\s+(?:usual|always|last time|every (?:other )?time)\\b`,
  `\\b(?:because of|due to|given|based on|in view of|considering)\\s+${few}(?:previous|earlier|past|other|former)\\s+(?:episodes?|absences?|occasions|missing|times|returns)\\b(?! of exploitation)`,
  `\\b(?:frequent flyer|a regular(?= (?:misper|mfh|misser)\\b|\\s*$)|regular mfh)\\b`,
  `\\bnever\\s+${few}(?:come to (?:any )?(?:harm|grief)|came to (?:any )?harm|been (?:harmed|hurt|injured|in danger)|happened)\\b`,
].map((source) => new RegExp(source, 'iu'))

/** Habits that excuse unless the sentence tells of harm: "missing every weekend with older men" is no excuse. */
const habits = [
  `${habit}\\s+${few}${missing}\\b`,
  `\\b${missing}\\s+${few}${frequent}\\b`,
  `\\b(?:do(?:es|ing|ne)?|did)\\s+(?:this|it|that)\\s+${few}(?:before|${frequent}|always)\\b`,
  `\\b(?:${often}|constantly|forever)\\s+do(?:es|ing)\\s+(?:this|it|that)\\b`,
  `\\b${cameBack}\\s+(?:${word}\\s+){0,4}?${safe}[^,]*?\\b${past}`,
  `\\b${often}\\s+(?:been\\s+)?found\\s+(?:${word}\\s+)?(?:at|with|in|safe|near)\\b`,
  `\\b(?:came|come|turned|got|gets?)\\s+(?:back|home|up)\\s+(?:(?:${safe}|by (?:him|her|them)sel(?:f|ves))\\s+)?(?:the\\s+)?last\\s+(?:${word}\\s+)?times?\\b`,
  `\\b(?:not|n['’]t)\\s+(?:his|her|their|the)\\s+first\\s+time\\b`,
  `\\b${past},?\\s+(?:${word}\\s+){0,4}?${cameBack}\\s+(?:${word}\\s+){0,4}?${safe}`,
].map((source) => new RegExp(source, 'iu'))

const harm =
  '(?:harmed|hurt|injur|assault|attack|rape|exploit|groom|traffick|abus|overdos|self-harm|suicid|stab|robbed|threat|violen|hospital|arrest|county lines|drug|cannabis|alcohol|older (?:men|man|male|boy|friend|adult))'
const noHarm = new RegExp(`\\b(?:no|not|never|without|nor)\\s+(?:${word}\\s+){0,3}?\\w*${harm}`, 'giu')
const anyHarm = new RegExp(`\\b${harm}`, 'iu')

function isTellingOfHarm(sentence: string): boolean {
  return anyHarm.test(sentence.replace(noHarm, ''))
}

/** "Usually comes back by nine, but has not tonight" tells of tonight: it is no excuse. */
const contrast =
  /^[^]*?\b(?:(?:but|yet|however|though|although|except|and|,)\s*(?:(?:he|she|they|tonight|today|this time)\s+)?(?:has|have|had|did|is|was)(?:n['’]t| not)\b(?! (?:at risk|in danger|worr|concern|vulnerable))|(?:but|yet|however|though|and)\s+(?:not\s+)?(?:tonight|today|this time)\b)/iu

function isContrast(rest: string): boolean {
  return contrast.test(rest)
}
