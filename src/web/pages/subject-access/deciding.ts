import type { Said } from '../../../domain/access/disclosure/acts.ts'
import { withholdingReasonNames, withholdingReasons } from '../../../domain/access/disclosure/reasons.ts'
import type { Standing } from '../../../domain/access/disclosure/standing.ts'
import { withholdWords } from '../../../domain/access/disclosure/withholding.ts'
import { parseId } from '../../../kernel/ids.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import { branch } from '../../forms/fields-branch.ts'
import { choice, pick } from '../../forms/fields-choice.ts'
import { longText, optionalLongText, text } from '../../forms/fields-text.ts'
import type { Field, ValueOf } from '../../forms/fields.ts'

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

const arms = {
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
        hint: 'Letter by letter as they stand above. Nothing here withholds the whole passage.',
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
      withheld: text({
        label: 'Number of what is withheld, in the list above',
        missing: 'Enter its number',
        width: 5,
      }),
      words: longText({ label: 'Why not?', missing: 'Enter why it need not be withheld' }),
    },
  },
} as const

type Decision = ValueOf<ReturnType<typeof branch<typeof arms>>>

/** The question, with the answers that fit this passage. */
export function decisionOn(standing: Standing, controller: string): Field<Decision> {
  const { passage, ruling, names } = standing
  const theirs = passage.controller.organisation !== controller
  const fits: Readonly<Record<keyof typeof arms, boolean>> = {
    asked: theirs && ruling.answered === undefined,
    answered: theirs,
    withhold: passage.lines !== undefined || theirs,
    names: names.length > 0,
    restore: ruling.whole !== undefined || ruling.parts.length > 0,
  }
  const fitting = Object.fromEntries(
    Object.entries(arms).filter(([name]) => fits[name as keyof typeof arms]),
  ) as unknown as typeof arms
  return branch({ legend: 'What do you decide?', missing: 'Choose what you decide', arms: fitting })
}

/** What is withheld of a passage, in the order of its numbers: the whole first. */
export function withheldIn({ ruling: { whole, parts } }: Pick<Standing, 'ruling'>) {
  return [...(whole === undefined ? [] : [whole]), ...parts]
}

type Decided =
  | { readonly said: readonly Said[] }
  | { readonly refused: { readonly field: string; readonly message: string } }

/** A decision as acts, or what is wrong with it. */
export function decided(standing: Standing, decision: Decision): Decided {
  const { id: passage } = standing.passage
  switch (decision.kind) {
    case 'asked':
      return { said: [{ kind: 'asked', passage, whom: decision.whom }] }
    case 'answered':
      return { said: [{ kind: 'answered', passage, answer: decision.answer, words: decision.words }] }
    case 'names':
      return { said: [{ kind: 'looked-through', passage, words: decision.words }] }
    case 'withhold':
      return withholding(standing, decision)
    case 'restore': {
      const act = withheldIn(standing)[Number(decision.withheld) - 1]
      return act === undefined || parseId(act.id) === undefined
        ? { refused: { field: 'decision-withheld', message: 'Enter a number from the list above' } }
        : { said: [{ kind: 'restored', withheld: act.id, words: decision.words }] }
    }
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
  const said = withholdWords([standing], part, { reason, words: why })
  return said.length > 0
    ? { said }
    : {
        refused: {
          field: 'decision-part',
          message: 'These words do not stand in the passage, or are withheld already',
        },
      }
}
