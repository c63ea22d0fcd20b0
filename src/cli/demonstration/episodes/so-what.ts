import type { Subject } from '../../../domain/episode/finding-bodies.ts'
import { hours } from '../clock.ts'
import { type Step, step } from '../episode-plan.ts'
import { organisations } from '../organisations.ts'

const hatchback: Subject = { kind: 'vehicle', name: 'Silver hatchback', known: 'Seen outside the arcade' }
const factors = '2026-01'

/** What Jay said led somewhere: some of it done, some of it not done, and all of it with a reason. */
export function jaysFindings(home: number): readonly Step[] {
  return [...whatHeSaid(home), ...whatWasDone(home)]
}

function whatHeSaid(home: number): readonly Step[] {
  return [
    step(
      home - 113 * hours,
      'noor',
      'record-finding',
      (told) => ({
        from: told.step('interview'),
        ofConcern: true,
        restricted: {
          what: {
            kind: 'factor',
            code: 'money-or-gifts',
            edition: factors,
            label: 'Money, gifts or standing',
          },
          quote: 'He turns up when he says he will, and he buys stuff.',
        },
      }),
      { as: 'gifts' },
    ),
    step(
      home - 113 * hours - 4,
      'noor',
      'record-finding',
      (told) => ({
        from: told.step('interview'),
        ofConcern: true,
        restricted: { what: hatchback, reason: 'It is how he is fetched, on the evenings that he named.' },
      }),
      { as: 'hatchback' },
    ),
    step(home - 113 * hours - 7, 'noor', 'record-finding', (told) => ({
      from: told.step('interview'),
      ofConcern: false,
      restricted: {
        what: { kind: 'place', name: 'The arcade on Kiln Street' },
        reason: 'It is where he waits to be fetched.',
      },
    })),
    step(
      home - 113 * hours - 9,
      'noor',
      'record-finding',
      (told) => ({
        from: told.step('interview'),
        ofConcern: false,
        restricted: {
          what: { kind: 'factor', code: 'lonely', edition: factors, label: 'Lonely, or left out' },
          quote: 'People here leave.',
        },
      }),
      { as: 'lonely' },
    ),
  ]
}

function whatWasDone(home: number): readonly Step[] {
  const { police, oakfield } = organisations
  return [
    step(home - 114 * hours, 'dawn', 'release-finding', (told) => ({ finding: told.step('hatchback') })),
    step(
      home - 116 * hours,
      'sam',
      'agree-action',
      (told) => ({
        finding: told.step('hatchback'),
        owner: 'police',
        with: police.id,
        name: police.name,
        byWhen: told.ago(home - 160 * hours),
        restricted: {
          what: 'Find who drives the silver hatchback that waits by the arcade on Tuesdays and Fridays.',
          service: 'Neighbourhood team',
          shownBy: 'The stop form, or that two evenings were watched',
        },
      }),
      { as: 'stop' },
    ),
    step(
      home - 116 * hours - 6,
      'sam',
      'agree-action',
      (told) => ({
        finding: told.step('gifts'),
        owner: 'provider-manager',
        with: oakfield.id,
        name: oakfield.name,
        byWhen: told.ago(home - 190 * hours),
        restricted: {
          what: 'The same two carers on Tuesday and Friday evenings, and money of his own for the arcade.',
          service: 'Oakfield House',
          shownBy: 'The rota of the next four weeks',
        },
      }),
      { as: 'evenings' },
    ),
    step(home - 118 * hours, 'karl', 'record-action-done', (told) => ({
      action: told.step('evenings'),
      restricted: 'Rota of the next four weeks sent to Sam Okafor; Jay has seen it.',
    })),
  ]
}

/** The driver was not found, and it is written down why nothing more is tried. */
export function jaysStopEnded(minutesAgo: number): Step {
  return step(minutesAgo, 'sam', 'end-action', (told) => ({
    action: told.step('stop'),
    restricted: 'The car has not been seen for three weeks. What was learned is in the plan.',
  }))
}

/** Told this afternoon and not yet written up: one action runs, one finding leads nowhere yet. */
export const kayleighsFindings: readonly Step[] = [
  step(
    66,
    'noor',
    'record-finding',
    (told) => ({
      from: told.step('told at once'),
      ofConcern: true,
      restricted: {
        what: { kind: 'place', name: 'A flat by the station', known: 'He has a key; others go there' },
        reason: 'Told to the officer in the car.',
      },
    }),
    { as: 'flat' },
  ),
  step(62, 'noor', 'record-finding', (told) => ({
    from: told.step('interview'),
    ofConcern: true,
    restricted: {
      what: {
        kind: 'factor',
        code: 'sexual-exploitation',
        edition: factors,
        label: 'Groomed, or sexually exploited',
      },
      quote: 'You lot only turn up after. He rings before.',
    },
  })),
  step(55, 'amira', 'agree-action', (told) => ({
    finding: told.step('flat'),
    owner: 'police',
    with: organisations.police.id,
    name: organisations.police.name,
    byWhen: told.ahead(3 * hours),
    restricted: {
      what: 'Look at the address tonight, and say who is there.',
      service: 'Response, then the exploitation team',
      shownBy: 'The log of the visit',
    },
  })),
]

/** What a carer saw leads to a reason, in the open: nothing of it came from the child. */
export const tylersFindings: readonly Step[] = [
  step(
    92,
    'ruth',
    'record-finding',
    (told) => ({
      from: told.step('station'),
      ofConcern: true,
      open: {
        what: { kind: 'place', name: 'Station Road', known: 'The shelter by the kiosk' },
        reason: 'Seen there alone tonight, and his ticket is from there.',
      },
    }),
    { as: 'station road' },
  ),
  step(88, 'sam', 'decide-no-action', (told) => ({
    finding: told.step('station road'),
    open: 'It is where his bus stops. What matters is who writes to him, and that is asked in the interview.',
  })),
]
