import { beside, hasSetting } from '../domain/protocol/guide.ts'
import { dateInWords } from '../kernel/london.ts'
import type { Moment } from '../kernel/moment.ts'
import type { Block, Paper } from './files.ts'
import type { AreaNumbers, PublicGuide } from './queries/guide.ts'

/** The guide on one page of paper. */
export function guidePaper({ guide, practice, numbers, officeHours }: PublicGuide, made: Moment): Paper {
  const { title, owner, edition, lastReviewed, reviewDue } = guide
  return {
    title: `One-minute guide: ${title}`,
    made,
    onOnePage: true,
    blocks: [
      heading(1, title),
      paragraph(
        `One-minute guide of ${owner}. Edition ${edition}, last reviewed ${dateInWords(lastReviewed)}, review due ${dateInWords(reviewDue)}.${practice === undefined ? '' : ` ${practice.title}: ${practice.address}`}`,
      ),
      heading(2, beside.worried),
      paragraph(`Ring 999 if anyone is in danger. ${beside.ring}`),
      ...numbers.map((area) => paragraph(areaInWords(area, officeHours))),
      ...guide.sections.flatMap(({ heading: says, lines }) => [
        heading(2, says),
        ...lines.map((line) => paragraph(`${line.says}${line.setting ? ' †' : ''}`)),
      ]),
      ...(hasSetting(guide) ? [paragraph(`† ${beside.setting}`)] : []),
    ],
  }
}

function areaInWords({ council, byDay, outOfHours, police }: AreaNumbers, officeHours: string): string {
  const night = outOfHours ?? '101, and ask for the duty team'
  const force = police === undefined ? '' : `; police, when it is no emergency, 101 or ${police}`
  return `${council}: Monday to Friday, ${officeHours}, ${byDay}; ${beside.otherHours}, ${night}${force}.`
}

function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
