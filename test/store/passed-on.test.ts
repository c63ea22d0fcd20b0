import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { does } from '../support/api-story-asking.ts'
import { withPages } from '../support/pages-served.ts'

const tylers = episodeIdOf('tyler, back this evening')

test('A child reads the very words that were passed on, and to what kind of people, and no name that says where they live.', () =>
  withPages(async ({ ask }, someone) => {
    const { body: held } = await does(
      ask,
      cast.noor,
      'record-interview',
      {
        interviewer: 'Noor Aziz',
        caresForChild: false,
        allocatedWorker: false,
        where: 'The park',
        present: 'Both of us',
        childsWords: 'I wanted a night to myself.',
      },
      tylers,
    )
    for (const [{ id, name }, passage] of [
      [organisations.oakfield, 'A night to myself.'],
      [organisations.police, 'Nobody drove me.'],
    ] as const)
      await does(
        ask,
        cast.noor,
        'share-passage',
        { interview: held['entry'], with: id, name, why: 'He asked for it', passage },
        tylers,
      )
    const tyler = someone()
    await tyler.post('/mine/invented', {}, '/mine/enter')
    const { text } = await tyler.open('/mine')
    const words = text.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
    assert.match(words, /We passed this on to the people who run a home at [\d:]+ today: A night to myself\./)
    assert.match(words, /We passed this on to the police at [\d:]+ today: Nobody drove me\./)
    assert.match(words, /I wanted a night to myself\./)
    assert.doesNotMatch(words, /Oakfield|He asked for it/)
  }))
