import type { Directory, Organisation, Post } from '../../src/domain/child/directory.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import { day, idOf } from './told-of-a-child.ts'

function organisation(name: string, about: Omit<Organisation, 'id' | 'name' | 'levels'>): Organisation {
  const levels = about.kind === 'police' ? ['low', 'medium', 'high'] : []
  return { id: idOf(name), name, levels, ...about }
}

export const aldermoor = organisation('Aldermoor Council', {
  kind: 'council',
  telephone: '01632 960100',
  outOfHoursTelephone: '01632 960199',
  force: idOf('Aldermoor Police'),
})
export const fenwick = organisation('Fenwick Council', {
  kind: 'council',
  telephone: '01632 960200',
  outOfHoursTelephone: '01632 960299',
  force: idOf('Fenwick Constabulary'),
})
export const aldermoorPolice = organisation('Aldermoor Police', { kind: 'police', telephone: '01632 960300' })
export const fenwickPolice = organisation('Fenwick Constabulary', {
  kind: 'police',
  telephone: '01632 960400',
})
export const oakfield = organisation('Oakfield Care', {
  kind: 'provider',
  telephone: '01632 960500',
  outOfHoursTelephone: '01632 960599',
})
const school = organisation('Brook Lane School', { kind: 'education', telephone: '01632 960600' })

/** A post named after its person, who has no other. */
function post(person: string, role: Role, at: Organisation, more: Partial<Post> = {}): Post {
  return {
    id: idOf(`post of ${person}`),
    person: idOf(person),
    personName: person,
    organisation: at.id,
    role,
    telephone: '01632 960900',
    from: day('2020-01-01'),
    allHours: false,
    ...more,
  }
}

export const sam = post('Sam Okafor', 'social-worker', aldermoor, { team: 'East', telephone: '01632 960111' })
export const priya = post('Priya Nair', 'social-worker', aldermoor, {
  team: 'West',
  telephone: '01632 960112',
})
export const grace = post('Grace Hall', 'team-manager', aldermoor, {
  team: 'East',
  telephone: '01632 960113',
})
export const tom = post('Tom Reid', 'team-manager', aldermoor, { team: 'West', telephone: '01632 960114' })
export const amira = post('Amira Hussain', 'duty-team', aldermoor, {
  telephone: '01632 960199',
  allHours: true,
})
export const dawn = post('Dawn Ellis', 'missing-coordinator', aldermoor, { telephone: '01632 960116' })
export const noor = post('Noor Aziz', 'missing-service', aldermoor, { telephone: '01632 960117' })
export const colm = post('Colm Brady', 'reviewing-officer', aldermoor, { telephone: '01632 960118' })
export const helen = post('Helen Frost', 'senior-manager', aldermoor, { telephone: '01632 960119' })
export const ben = post('Ben Yates', 'duty-team', fenwick, { telephone: '01632 960299', allHours: true })
const fenwickCoordinator = post('Ola Berg', 'missing-coordinator', fenwick)
export const ruth = post('Ruth Adeyemi', 'carer', oakfield, { team: 'Oakfield House', allHours: true })
export const milo = post('Milo Grant', 'carer', oakfield, { team: 'Larch House', allHours: true })
export const joan = post('Joan Pike', 'home-on-call', oakfield, { allHours: true, telephone: '01632 960555' })
export const karl = post('Karl Voss', 'provider-manager', oakfield, {
  team: 'Oakfield House',
  telephone: '01632 960556',
})
export const lena = post('PC Lena Fox', 'police', aldermoorPolice, { allHours: true })
export const imran = post('PS Imran Shah', 'police-supervisor', aldermoorPolice, {
  allHours: true,
  telephone: '01632 960311',
})
export const fenwickOfficer = post('PC Dee Cole', 'police', fenwickPolice, { allHours: true })
export const teacher = post('Ann Lowe', 'school', school)

/** Two councils with a force each, a provider with two homes, and one person for each role. */
export const directory: Directory = {
  organisations: [aldermoor, fenwick, aldermoorPolice, fenwickPolice, oakfield, school],
  posts: [
    sam,
    priya,
    grace,
    tom,
    amira,
    dawn,
    noor,
    colm,
    helen,
    ben,
    fenwickCoordinator,
    ruth,
    milo,
    joan,
    karl,
    lena,
    imran,
    fenwickOfficer,
    teacher,
  ],
}
