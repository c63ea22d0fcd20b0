import type { Said } from '../../../domain/access/disclosure/acts.ts'
import { withholdingReasonNames, withholdingReasons } from '../../../domain/access/disclosure/reasons.ts'
import type { Standing } from '../../../domain/access/disclosure/standing.ts'
import { isTooShortToSeek, withholdWords } from '../../../domain/access/disclosure/withholding.ts'
import type { ActId } from '../../../domain/access/disclosure/acts.ts'
import { parseId } from '../../../kernel/ids.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import { branch } from '../../forms/fields-branch.ts'
import { choice, pick } from '../../forms/fields-choice.ts'
import { longText, optionalLongText, text } from '../../forms/fields-text.ts'
import { problem, read, type Field, type ValueOf } from '../../forms/fields.ts'
import { withheldIn, withheldInWords } from './withheld.ts'

/** Why something is withheld, and whether the export says so. */
export const whyWithheld = {
  reason: pick({
    label: 'Why is it withheld?',
    options: withholdingReasonNames.map((value) => ({
      value,
      text: `${withholdingReasons[value].words}${withholdingReasons[value].maySay ? '' : ' (the export will not show that anything is left out)'}`,
    })),
    missing: 'Choose why it is withheld',
  }),
  why: longText({ label: 'What makes it so here?', missing: 'Enter what makes it so here' }),
}

function armsOn(standing: Standing) {
  return {
    asked: {
      text: 'I have asked them',
      fields: { whom: text({ label: 'Whom, and how?', missing: 'Enter whom you asked, and how' }) },
    },
    answered: {
      text: 'They have answered',
      fields: {
        answer: choice({
          legend: 'What is their answer?',
          options: [
            { value: 'disclose', text: 'It may be disclosed with ours' },
            { value: 'they-answer', text: 'They disclose it themselves' },
            { value: 'withhold', text: 'It is not to be disclosed' },
          ],
          missing: 'Choose their answer',
        }),
        words: longText({ label: 'In their words', missing: 'Enter what they said' }),
      },
    },
    withhold: {
      text: 'Withhold it, or words in it',
      fields: {
        part: optionalLongText({
          label: 'Which words?',
          hint: 'Letter by letter as they stand above, two letters at least. Nothing here withholds the whole passage.',
        }),
        ...whyWithheld,
      },
    },
    names: {
      text: 'I have looked at the names: they may be disclosed',
      fields: { words: longText({ label: 'Why may they?', missing: 'Enter why they may be disclosed' }) },
    },
    restore: {
      text: 'What is withheld need not be',
      fields: {
        withheld: whichWithheld(standing),
        words: longText({ label: 'Why not?', missing: 'Enter why it need not be withheld' }),
      },
    },
  } as const
}

/** By its id: a list that has changed meanwhile shows others at the same places. */
function whichWithheld(standing: Standing): Field<ActId> {
  const missing = 'Choose what need not be withheld'
  const options = withheldIn(standing).map(({ id, said }) => ({
    value: id,
    text: withheldInWords(said, standing),
  }))
  return {
    show: choice({ legend: 'What need not be withheld?', options, missing }).show,
    read: (name, form) => {
      const id = parseId<'act'>(form.text(name))
      return id === undefined ? problem(name, missing) : read(id)
    },
  }
}

type Arms = ReturnType<typeof armsOn>
export type Decision = ValueOf<ReturnType<typeof branch<Arms>>>

const question = { legend: 'What do you decide?', missing: 'Choose what you decide' }

/** The question, with the answers that fit this passage. */
export function decisionOn(standing: Standing, controller: string): Field<Decision> {
  const fits = fitting(standing, controller)
  const offered = Object.entries(armsOn(standing)).filter(([name]) => fits[name as keyof Arms])
  return branch({ ...question, arms: Object.fromEntries(offered) as unknown as Arms })
}

/** What was decided, whether or not it still fits: the page may have been open for long. */
export function decisionIn(standing: Standing): Field<Decision> {
  return branch({ ...question, arms: armsOn(standing) })
}

function fitting(
  { passage, ruling, names }: Standing,
  controller: string,
): Readonly<Record<keyof Arms, boolean>> {
  const theirs = passage.controller.organisation !== controller
  return {
    asked: theirs && ruling.answered === undefined,
    answered: theirs,
    withhold: passage.lines !== undefined || theirs,
    names: names.length > 0,
    restore: ruling.whole !== undefined || ruling.parts.length > 0,
  }
}

type Decided =
  | { readonly said: readonly Said[] }
  | { readonly refused: { readonly field: string; readonly message: string } }

/** A decision as acts, or what is wrong with it on the passage as it stands now. */
export function decided(standing: Standing, controller: string, decision: Decision): Decided {
  const { id: passage } = standing.passage
  if (!fitting(standing, controller)[decision.kind])
    return refused(
      'decision',
      'The passage was changed while your page was open. Look at it, and decide again',
    )
  switch (decision.kind) {
    case 'asked':
      return { said: [{ kind: 'asked', passage, whom: decision.whom }] }
    case 'answered':
      return { said: [{ kind: 'answered', passage, answer: decision.answer, words: decision.words }] }
    case 'names':
      return { said: [{ kind: 'looked-through', passage, words: decision.words }] }
    case 'withhold':
      return withholding(standing, decision)
    case 'restore':
      return withheldIn(standing).some(({ id }) => id === decision.withheld)
        ? { said: [{ kind: 'restored', withheld: decision.withheld, words: decision.words }] }
        : refused(
            'decision-withheld',
            'That is not withheld any more, or not as you saw it: it was changed while your page was open. Choose again',
          )
    default:
      return unreachable(decision)
  }
}

function withholding(
  standing: Standing,
  { part, reason, why }: Extract<Decision, { kind: 'withhold' }>,
): Decided {
  if (part === undefined)
    return { said: [{ kind: 'withheld', passage: standing.passage.id, reason, words: why }] }
  return withholdingWords([standing], part, { reason, words: why }, 'decision-part')
}

/** These words in these passages, or what is wrong with them as the words of this field. */
export function withholdingWords(
  standings: readonly Standing[],
  words: string,
  why: Parameters<typeof withholdWords>[2],
  field: string,
): Decided {
  if (isTooShortToSeek(words))
    return refused(
      field,
      'Enter two letters or more: one letter stands in every passage. Two are found only as a word of their own',
    )
  const said = withholdWords(standings, words, why)
  return said.length > 0
    ? { said }
    : refused(field, 'These words do not stand there, or are withheld already')
}

function refused(field: string, message: string): Decided {
  return { refused: { field, message } }
}
