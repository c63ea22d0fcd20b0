import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { withApi } from '../support/api.ts'
import { ago, does } from '../support/api-story-asking.ts'
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
        {
          interview: held['entry'],
          with: id,
          name,
          why: 'He asked for it',
          basis: 'To look after him',
          wished: 'He asked for it',
          purpose: id === organisations.police.id ? 'police-intelligence' : 'carer',
          passage,
        },
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

test('Over the API too each share and each decision not to says for whom, on what basis and what the child wished.', () =>
  withApi(async ({ ask }) => {
    const { noor } = cast
    const interview = (
      await does(
        ask,
        noor,
        'record-interview',
        {
          interviewer: 'Noor Aziz',
          caresForChild: false,
          allocatedWorker: false,
          where: 'The park',
          present: 'Both of us',
        },
        tylers,
      )
    ).body['entry']
    const { id, name } = organisations.oakfield
    const whole = { interview, name, why: 'He asked', basis: 'Care', wished: 'Yes', purpose: 'carer' }
    const shares = [
      ['share-passage', { ...whole, with: id, passage: 'A night to myself.' }],
      ['decide-not-to-share', whole],
    ] as const
    for (const [command, said] of shares) {
      for (const field of ['basis', 'wished', 'purpose']) {
        const body = { occurred: { at: ago(0), precision: 'minute' }, ...said, [field]: undefined }
        const reply = await ask('POST', `/episodes/${tylers}/${command}`, { by: noor, body })
        assert.equal(reply.status, 409, reply.text)
        assert.deepEqual(reply.body['refusal'], { kind: 'left-blank', field })
      }
      await does(ask, noor, command, said, tylers)
    }
  }))

test('A name that was typed wrongly is corrected of a telling, although what was told lies apart.', () =>
  withApi(async ({ ask }) => {
    const { id, name } = organisations.aldermoor
    const { body } = await does(
      ask,
      cast.noor,
      'tell-now',
      { to: 'duty-team', with: id, name, who: 'Amirah', means: 'telephone', passage: 'He has a key.' },
      tylers,
    )
    const corrects = body['entry']
    const changes = { who: 'Amira Hussain' }
    await does(ask, cast.noor, 'correct-entry', { corrects, changes, reason: 'Typed wrongly' }, tylers)
  }))

test('Names of other children in what was told at once or shared are read by those who read interviews, and by nobody else.', () =>
  withApi(async ({ ask, database }) => {
    const { noor, amira, ruth, sam } = cast
    const held = await does(
      ask,
      noor,
      'record-interview',
      {
        interviewer: 'Noor Aziz',
        caresForChild: false,
        allocatedWorker: false,
        where: 'The park',
        present: 'Both of us',
      },
      tylers,
    )
    const { aldermoor, oakfield } = organisations
    const otherChildren = ['Kaiwordkept Mensahkept']
    await does(
      ask,
      noor,
      'tell-now',
      {
        to: 'duty-team',
        with: aldermoor.id,
        name: aldermoor.name,
        who: 'Amira Hussain',
        means: 'telephone',
        passage: 'Kaiwordkept Mensahkept is hurt at the arcade',
        otherChildren,
      },
      tylers,
    )
    await does(
      ask,
      noor,
      'share-passage',
      {
        interview: held.body['entry'],
        with: oakfield.id,
        name: oakfield.name,
        why: 'They asked for it',
        basis: 'To look after him',
        wished: 'Not that Kaiwordkept is named',
        purpose: 'carer',
        passage: 'I was with Kaiwordkept all night',
        otherChildren,
      },
      tylers,
    )
    const said = async (by: typeof ruth) => (await ask('GET', `/episodes/${tylers}`, { by })).text
    for (const by of [noor, sam])
      assert.match(await said(by), /Kaiwordkept Mensahkept is hurt.*with Kaiwordkept all/s)
    for (const by of [amira, ruth]) assert.doesNotMatch(await said(by), /Kaiwordkept|Mensahkept/)
    assert.match(await said(amira), /another child is hurt at the arcade/)
    assert.match(await said(ruth), /Not that another child is named/)
    assert.match(await said(ruth), /I was with another child all night/)
    const { rows } = await database.owner.query<{ section: string }>(
      `select distinct section from whereabouts.entry_content where convert_from(bytes, 'UTF8') like '%wordkept%'`,
    )
    assert.deepEqual(rows, [{ section: 'interview-restricted' }])
  }))
