import { newId } from '../../src/application/ids.ts'
import { childIdOf, photographIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { filled, jay, sent, zara } from './journey-page-state.ts'
import type { States } from './journey-states.ts'

/** Packs, and the photographs in them. */
export const packPages: States = {
  'GET /episodes/:episode/pack': [
    filled('lena', `${jay}/pack`),
    filled('ruth', `${jay}/pack`),
    filled('milo', `${zara}/pack`),
  ],
  'POST /episodes/:episode/pack': [sent('lena', `${jay}/pack`, 400, { command: 'x' })],
  'GET /episodes/:episode/pack/paper': [{ ...filled('lena', `${jay}/pack/paper`), keeps: 'application/pdf' }],
  'GET /episodes/:episode/pack/frozen/:pack': [filled('lena', `${jay}/pack/frozen/${newId()}`, 404)],
  'GET /children/:child/grab-pack': [
    { ...filled('ruth', `/children/${childIdOf('jay')}/grab-pack`), keeps: 'application/pdf' },
  ],
  'GET /children/:child/photographs/:photograph': [
    {
      ...filled('ruth', `/children/${childIdOf('jay')}/photographs/${photographIdOf('jay')}`),
      keeps: 'image/jpeg',
    },
  ],
}
