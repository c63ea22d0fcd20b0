import type { OrganisationId, Author, EntryId, Occurred, StreamId } from '../../episode/entry.ts'
import type { Section } from '../../episode/sections.ts'
import { controllers } from '../readers.ts'

/** What stands in one section of one entry, under the id of both: disclosed, asked about or withheld. */
export type PassageId = `${EntryId}.${Section}`

/** Who answers for disclosing it. Without an organisation where the record does not say which. */
export interface Controller {
  readonly organisation?: OrganisationId
  readonly name: string
  readonly law: (typeof controllers)[Section]['law']
}

/** One thing that is said in it, letter by letter. */
export interface Line {
  readonly field: string
  readonly text: string
  /** What an id stands for by the directory as it is now: its letters may be others tomorrow. */
  readonly fromDirectory?: true
}

export interface Passage {
  readonly id: PassageId
  readonly stream: StreamId
  readonly section: Section
  readonly type: string
  readonly occurred: Occurred
  readonly by: Author
  readonly controller: Controller
  /** Absent where whoever prepares the disclosure may not read it: they may only ask. */
  readonly lines?: readonly Line[]
}

type Council = { readonly id: OrganisationId; readonly name: string }

/** By the table of sections; the council is the one that is responsible for the child now. */
export function controllerOf(section: Section, by: Author, council: Council | undefined): Controller {
  const { who, law } = controllers[section]
  if (who === 'responsible-council')
    return council === undefined
      ? { name: 'the responsible council', law }
      : { organisation: council.id, name: council.name, law }
  if (who === 'police' && by.organisationKind !== 'police') return { name: 'the police', law }
  return { organisation: by.organisation, name: by.organisationName, law }
}
