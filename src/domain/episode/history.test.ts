import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { historyPhrase } from './history.ts'

const excuses = [
  'He usually comes back',
  'She always returns',
  'They normally turn up by morning',
  'Usually comes back on her own',
  'He’s always back by midnight',
  'he tends to come home when he is hungry',
  'She will come back when she’s ready',
  'He’ll be back eventually',
  'Known to return of his own accord',
  'has a history of returning safely',
  'Given his long history of going missing, low',
  'due to her history of going missing',
  'frequent misper',
  'habitual absconder',
  'Known runaway',
  'This is not out of character',
  'It isn’t out of character for her',
  'nothing unusual for him',
  'not unusual for her',
  'Not new for them',
  'in character',
  'entirely within character',
  'normal behaviour for him',
  'his usual pattern',
  'Typical of her',
  'par for the course',
  'same as last time',
  'that’s what he does',
  'missing again as usual',
  'She has never come to harm',
  'has never been hurt',
  'nothing has ever happened, never been in danger',
  'goes missing all the time',
  'He goes missing every weekend',
  'regularly goes missing',
  'often runs off',
  'does this all the time',
  'has done this before',
  'always does this',
  'returned safe and well last time',
  'came back fine every time',
  'Last time he was found safe',
  'previously returned of her own accord',
  'On previous occasions he came back unharmed',
  'has been missing 12 times and came back each time',
  'gone missing many times before',
  'usually comes back and is not at risk',
  'USUALLY COMES BACK',
  'frequently absconds',
  'comes back every time',
  'he always turns up',
  'returns in his own time',
  'Bound to turn up',
  'She comes home sooner or later',
  'He is always back by breakfast',
  'She always  returns\nhome',
  'Low: he\nusually comes back',
  'He keeps in touch. He usually comes back. Phone on.',
  'Has a track record of coming home',
  'Was found safe and well on previous occasions',
  'Stays out most weekends',
  'comes back usually',
  'returns by himself most times',
  'They will return as before',
  'likely to return as per previous episodes',
  'Low risk because of previous episodes',
  'Low, given her earlier absences',
  'always found at his mum’s',
  'She came back last time',
  'Came back safe the last three times',
  'he is a frequent flyer',
  'This is not his first time',
  'Typical of them',
  'That’s typical',
  "that's typical, he will turn up",
  'It is just typical',
  'just his pattern',
  'It’s just her usual pattern of behaviour',
  'this is his pattern',
  'Well known for this',
  'He is well known for it',
  'known for going missing',
  'comes home on his own',
  'gets back by himself',
  'will come home on their own',
  'He rang but has not eaten, he usually comes back',
]

const innocent = [
  'He has been harmed when missing before',
  'She was assaulted the last time she was missing',
  'Last time he was found in an unsafe place',
  'He does not usually come back this late',
  'She doesn’t normally go missing',
  'He usually comes back by nine but has not tonight',
  'She usually comes home by 21:00 and has not',
  'This is out of character',
  'It is not in character',
  'not his usual behaviour',
  'This is not a normal pattern of behaviour',
  'The bus is late and the driver has confirmed that he is on it',
  'It is not unusual for the bus to be late',
  'He is at his grandmother’s, seen by his uncle',
  'He left for school as usual',
  'She left home as usual at 8',
  'He was fine before he left',
  'She was safe at home last time we checked',
  'Goes missing every weekend with older men',
  'He often goes missing and was assaulted twice',
  'always comes back injured',
  'Usually returns with bruises',
  'given the history of exploitation',
  'Seen on the phone by video with his mother, who has charge of him',
  'He has diabetes and needs insulin',
  'Her phone is off, which never happens',
  'He has never been missing before',
  'never gone missing before',
  'She is expected back from football at 18:00',
  'The school trip returns at 20:00',
  'part of a pattern of exploitation',
  'He has been missing before and was found with injuries',
  'Threatened on Thursday',
  'Well known for this, but tonight he left his phone',
  'She walked home on her own, which is not like her',
  'He is well known to the youth club',
  'There is a pattern of older men waiting for him',
  'These marks are typical of a fall',
  'He came back on his own with injuries',
  'She came back on her own at 19:00 and is in her room',
  'She came back hurt last time',
  'He was last seen in the park',
  'PC saw him safe and well at 22:10',
  'He is well, and with his sister',
  'Officers will return at 09:00',
  'He was not safe last time',
  'A staff member will always be in',
  'Carer always answers the phone',
  'Reported by the school, which always rings at nine',
  'Each report is judged in its own right',
  'He was stabbed the last time that he went missing',
  'Nothing new to report',
  'She knows the area and has her phone',
  '',
  'She always has back pain',
  'He regularly attends school',
  'Normal temperature tonight, dry',
  'She is with her mother by agreement until Sunday',
  'Officers always attend in pairs; the next visit is at ten',
  'He has never been away from home overnight',
  'Usually comes home by nine, but this time his phone is off',
  'He usually comes back, though tonight he took his passport',
  'She does this with older men every weekend',
  'High because of previous episodes of exploitation',
  'She was always found with older men',
  'Came back drunk the last time',
  'It is not the first time that he was assaulted',
  'He comes back usually but has not tonight',
  'He usually comes back but  has not yet',
  'He usually comes back, but he has not been seen by anyone',
  'He usually comes back but he  has not yet',
  'He usually comes back but hasn’t yet',
  "He usually comes back but hasn't yet",
  'He usually comes back but not tonight',
  'He usually comes back but not  tonight',
  'He usually comes back but  tonight he took his passport',
  'GOES MISSING EVERY WEEKEND WITH OLDER MEN',
  'The neighbour is in always\n\nReturns desk rang at nine',
  'The neighbour is in always\n \t\nReturns desk rang at nine',
]

suite('words that excuse a child by their past', () => {
  for (const excuse of excuses)
    test(`are found in: ${excuse.replaceAll('\n', ' ')}`, () => {
      const phrase = historyPhrase(excuse)
      assert.ok(phrase !== undefined && excuse.includes(phrase) && phrase === phrase.trim())
    })

  test('are given back as they were typed', () => {
    assert.equal(historyPhrase('Low. HE USUALLY  COMES BACK at night'), 'USUALLY  COMES BACK')
    assert.equal(historyPhrase('It’s par for the course here'), 'par for the course')
  })

  test('are found after a sentence that is innocent, and the first of them is given', () => {
    assert.equal(
      historyPhrase('He was stabbed once. He always returns; habitual absconder'),
      'always returns',
    )
  })
})

suite('words that do not', () => {
  for (const sentence of innocent)
    test(`are left alone: ${sentence}`, () => {
      assert.equal(historyPhrase(sentence), undefined)
    })
})

test('harm in a sentence is no excuse for an excuse: unharmed every time is still history', () => {
  assert.ok(historyPhrase('Goes missing every weekend and has come to no harm') !== undefined)
  assert.ok(historyPhrase('Goes missing all the time without injury') !== undefined)
  assert.ok(historyPhrase('Goes missing all the time, was not hurt and not assaulted') !== undefined)
  assert.ok(historyPhrase('Goes missing all the time and NEVER HURT') !== undefined)
})

test('any text is read to its end, in no time to speak of', () => {
  const words = [
    'usually',
    'always',
    'not',
    'comes',
    'back',
    'missing',
    'goes',
    'safe',
    'last',
    'time',
    'and',
    '.',
  ]
  const sentence = fc.array(fc.constantFrom(...words), { maxLength: 400 }).map((some) => some.join(' '))
  const began = performance.now()
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 2000 }), sentence), (text) => {
      const phrase = historyPhrase(text)
      assert.ok(phrase === undefined || text.includes(phrase))
    }),
    { numRuns: 300 },
  )
  assert.ok(performance.now() - began < 5000)
})
