import { idFrom } from '../../application/ids.ts'
import type { Organisation, Post } from '../../domain/child/directory.ts'
import type { Author } from '../../domain/episode/entry.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { LondonDate } from '../../kernel/london.ts'
import { organisations } from './organisations.ts'

const {
  aldermoor,
  fenwick,
  police,
  oakfield,
  harbour,
  northgate,
  health,
  school,
  youthJustice,
  listening,
  voices,
} = organisations

/** Someone to sign in as: one post, and the organisation that it is in. */
interface Member {
  readonly post: Post
  readonly author: Author
}

const byNightToo: ReadonlySet<Role> = new Set([
  'carer',
  'home-on-call',
  'duty-team',
  'police',
  'police-supervisor',
])

function member(
  name: string,
  role: Role,
  at: Organisation,
  telephone: string,
  team?: string,
  more: Pick<Post, 'fosters'> = {},
): Member {
  const [person, post] = [
    idFrom<'person'>('person', 'demonstration', name),
    idFrom<'post'>('post', 'demonstration', name),
  ]
  return {
    post: {
      id: post,
      person,
      personName: name,
      organisation: at.id,
      ...(team !== undefined && { team }),
      role,
      telephone,
      from: '2020-01-01' as LondonDate,
      allHours: byNightToo.has(role),
      ...more,
    },
    author: {
      person,
      name,
      post,
      role,
      organisation: at.id,
      organisationName: at.name,
      organisationKind: at.kind,
    },
  }
}

const north = 'Children in care, north'
const south = 'Children in care, south'

/** The fixed cast: at least one person for each role that is held in a post, and for each kind of organisation. */
export const cast = {
  sam: member('Sam Okafor', 'social-worker', aldermoor, '01632 960111', north),
  grace: member('Grace Hall', 'team-manager', aldermoor, '01632 960112', north),
  priya: member('Priya Nair', 'social-worker', aldermoor, '01632 960113', south),
  tom: member('Tom Reid', 'team-manager', aldermoor, '01632 960114', south),
  amira: member('Amira Hussain', 'duty-team', aldermoor, '01632 960199'),
  colm: member('Colm Brady', 'reviewing-officer', aldermoor, '01632 960116'),
  noor: member('Noor Aziz', 'missing-service', aldermoor, '01632 960117'),
  dawn: member('Dawn Ellis', 'missing-coordinator', aldermoor, '01632 960118'),
  helen: member('Helen Frost', 'senior-manager', aldermoor, '01632 960119'),
  ellen: member('Ellen Marsh', 'responsible-council', aldermoor, '01632 960120'),
  ivan: member('Ivan Petty', 'host-council', aldermoor, '01632 960121'),
  hannah: member('Hannah Boyd', 'social-worker', fenwick, '01632 960211', 'Through care'),
  oscar: member('Oscar Lund', 'team-manager', fenwick, '01632 960212', 'Through care'),
  ben: member('Ben Yates', 'duty-team', fenwick, '01632 960299'),
  stephen: member('Stephen Cross', 'reviewing-officer', fenwick, '01632 960214'),
  maya: member('Maya Pell', 'missing-service', fenwick, '01632 960215'),
  ola: member('Ola Berg', 'missing-coordinator', fenwick, '01632 960216'),
  sunita: member('Sunita Rao', 'senior-manager', fenwick, '01632 960217'),
  lena: member('PC Lena Fox', 'police', police, '01632 960300', 'North district'),
  imran: member('PS Imran Shah', 'police-supervisor', police, '01632 960311', 'North district'),
  gwen: member('Gwen Tarrant', 'administrator', police, '01632 960312'),
  wall: member('Control room wall', 'wallboard', police, '01632 960300'),
  ruth: member('Ruth Adeyemi', 'carer', oakfield, '01632 960501', 'Oakfield House'),
  karl: member('Karl Voss', 'provider-manager', oakfield, '01632 960502', 'Oakfield House'),
  milo: member('Milo Grant', 'carer', oakfield, '01632 960511', 'Larch House'),
  beth: member('Beth Noonan', 'provider-manager', oakfield, '01632 960512', 'Larch House'),
  joan: member('Joan Pike', 'home-on-call', oakfield, '07700 900501'),
  marian: member('Marian Bell', 'carer', harbour, '07700 900521', 'Bell foster home', { fosters: true }),
  joyce: member('Joyce Tanner', 'carer', harbour, '07700 900522', 'Tanner foster home', { fosters: true }),
  leo: member('Leo March', 'home-on-call', harbour, '01632 960529'),
  clare: member('Clare Dunn', 'provider-manager', harbour, '01632 960523'),
  tomasz: member('Tomasz Wolski', 'carer', northgate, '01632 960541', 'Harrow Street'),
  rita: member('Rita Shaw', 'home-on-call', northgate, '01632 960549'),
  paul: member('Paul Ingram', 'provider-manager', northgate, '01632 960542'),
  bisi: member('Bisi Adeleke', 'health-nurse', health, '01632 960601'),
  ann: member('Ann Lowe', 'school', school, '01632 960621'),
  curtis: member('Curtis Vaughan', 'social-worker', youthJustice, '01632 960641'),
  femi: member('Femi Adeyinka', 'hospital', health, '01632 960602', 'Emergency department'),
  ruby: member('Ruby Castell', 'analyst', aldermoor, '01632 960122'),
  wilma: member('Wilma Stead', 'information-governance', aldermoor, '01632 960123'),
  dylan: member('Dylan Frome', 'administrator', aldermoor, '01632 960124'),
  nina: member('Nina Farrow', 'advocate', voices, '01632 960681'),
  jo: member('Jo Sutcliffe', 'missing-service', listening, '01632 960661'),
} as const satisfies Record<string, Member>

export type CastName = keyof typeof cast
