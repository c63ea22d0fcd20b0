import type { Setting } from '../../domain/child/child.ts'
import { organisations } from './organisations.ts'

const { aldermoor, oakfield, harbour, northgate } = organisations
const areaCouncil = aldermoor.id

/** The homes of the demonstration. A carer's team is the name of their home. */
export const settings = {
  oakfieldHouse: {
    name: 'Oakfield House',
    kind: 'childrens-home',
    provider: oakfield.id,
    areaCouncil,
    telephone: '01632 960501',
  },
  larchHouse: {
    name: 'Larch House',
    kind: 'childrens-home',
    provider: oakfield.id,
    areaCouncil,
    telephone: '01632 960511',
  },
  bells: {
    name: 'Bell foster home',
    kind: 'foster-home',
    provider: harbour.id,
    areaCouncil,
    telephone: '07700 900521',
  },
  tanners: {
    name: 'Tanner foster home',
    kind: 'foster-home',
    provider: harbour.id,
    areaCouncil,
    telephone: '07700 900522',
  },
  harrowStreet: {
    name: 'Harrow Street',
    kind: 'supported-accommodation',
    provider: northgate.id,
    areaCouncil,
    telephone: '01632 960541',
  },
  obis: { name: 'Home with her mother', kind: 'family', areaCouncil, telephone: '07700 900540' },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings
