import type { InventedDevice } from '../../application/invented-devices.ts'
import { cast } from './cast.ts'

const { karl, clare, gwen, marian, wall } = cast

/** One of each, which anybody who tries the demonstration may make their own browser. */
export const inventedDevices: readonly InventedDevice[] = [
  {
    key: 'tablet',
    words: 'The tablet in the office of Oakfield House',
    does: 'whoever works there gives a name and a PIN; whoever is new there is let in by the on-call',
    by: { person: karl.post.person, post: karl.post.id },
    device: {
      kind: 'home',
      name: 'Tablet in the office',
      organisation: karl.post.organisation,
      home: 'Oakfield House',
    },
  },
  {
    key: 'telephone',
    words: 'Marian Bell’s own telephone',
    does: 'a foster carer’s: it opens the report, for the children placed with her, and nothing else',
    by: { person: clare.post.person, post: clare.post.id },
    device: {
      kind: 'foster-carer',
      name: 'Marian Bell’s telephone',
      organisation: clare.post.organisation,
      post: marian.post.id,
    },
  },
  {
    key: 'wall',
    words: 'The screen on the wall of the control room',
    does: 'shows the board to the room, and writes nothing',
    by: { person: gwen.post.person, post: gwen.post.id },
    device: {
      kind: 'wallboard',
      name: wall.post.personName,
      organisation: gwen.post.organisation,
      post: wall.post.id,
    },
  },
]
