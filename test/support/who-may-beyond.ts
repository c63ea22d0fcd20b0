/** Who may ask what by no post at all, written by hand as in `who-may.ts`: the child’s own door, and what is served to
    machines that watch, to providers and to browsers. */

export type OwnVerdict = 'yes' | 'asked' | 'door' | 'no' | 'away'

/** Who stands at the child’s own door without a post. */
export const atTheOwnDoor = ['nobody', 'the child', 'another child', 'access ended'] as const
export type AtTheOwnDoor = (typeof atTheOwnDoor)[number]

/** Whoever is signed in in a post finds nothing there, whatever post it is and however they stand to the child; `shut out`
    is a social worker who is kept out of the record. */
export const inAnyPost = (route: string): OwnVerdict => (route === 'GET /mine/exit' ? 'away' : 'no')

/** Route, then: nobody in, the child, another child, the child whose access has ended. `POST /mine/code` is sent with the
    code that the child was given, and by whoever’s access has ended with the one that they were. */
const ownDoor = `
GET  /mine          door   yes   yes   door
GET  /mine/list     door   yes   yes   door
GET  /mine/write    door   yes   yes   door
POST /mine/write    door   yes   yes   door
GET  /mine/sent     door   yes   yes   door
GET  /mine/enter    yes    yes   yes   yes
POST /mine/enter    asked  asked asked asked
POST /mine/invented door   door  door  door
GET  /mine/code     yes    yes   yes   yes
POST /mine/code     yes    no    no    asked
POST /mine/leave    door   door  door  door
GET  /mine/exit     away   away  away  away
`

export interface OwnLine {
  readonly route: string
  readonly verdicts: Readonly<Record<AtTheOwnDoor, OwnVerdict>>
}

export const ownDoorTable: readonly OwnLine[] = ownDoor
  .trim()
  .split('\n')
  .map((text) => {
    const [method = '', path = '', ...cells] = text.split(/\s+/)
    const verdicts = Object.fromEntries(atTheOwnDoor.map((who, place) => [who, cells[place]]))
    return { route: `${method} ${path}`, verdicts: verdicts as OwnLine['verdicts'] }
  })

/** What is asked by no person: with or without somebody signed in it is the same, and says nothing of any child. `example`
    is asked for, and answered so. */
export const servedTable: readonly {
  readonly route: string
  readonly may: 'yes' | 'no'
  readonly example: string
  readonly status: number
  readonly says: string
}[] = [
  {
    route: 'GET /health/live',
    may: 'yes',
    example: '/health/live',
    status: 200,
    says: 'whether it answers',
  },
  {
    route: 'GET /health/ready',
    may: 'yes',
    example: '/health/ready',
    status: 200,
    says: 'whether it can do its work',
  },
  {
    route: 'POST /back-channel/:provider/signed-out',
    may: 'no',
    example: '/back-channel/00000000-0000-4000-8000-000000000000/signed-out',
    status: 400,
    says: 'only what a provider that is known here has signed',
  },
  {
    route: 'GET /assets/fonts/*',
    may: 'yes',
    example: '/assets/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2',
    status: 200,
    says: 'the typeface',
  },
  {
    route: 'GET /assets/govuk/*',
    may: 'yes',
    example: '/assets/govuk/govuk-frontend.min.css',
    status: 200,
    says: 'the components',
  },
  { route: 'GET /assets/*', may: 'yes', example: '/assets/base.css', status: 200, says: 'the styles' },
  { route: 'GET /client/*', may: 'yes', example: '/client/start.js', status: 200, says: 'the scripts' },
]

/** Both tables as the committed document lays them out. */
export function beyondInMarkdown(roles: readonly string[]): readonly string[] {
  const posts = [...roles, 'shut out']
  const head = `| Route | ${[...atTheOwnDoor, ...posts].join(' | ')} |`
  const rule = `| --- |${' --- |'.repeat(atTheOwnDoor.length + posts.length)}`
  const own = ownDoorTable.map(({ route, verdicts }) => {
    const cells = [...atTheOwnDoor.map((who) => verdicts[who]), ...posts.map(() => inAnyPost(route))]
    return `| ${route} | ${cells.join(' | ')} |`
  })
  const served = servedTable.map(({ route, may, says }) => `| ${route} | ${may} | ${says} |`)
  return [
    '## The child’s own door',
    'Who comes in by it holds no post. `yes`: it is shown, done or opened, and is of the child who asks alone. `asked`: asked again, and nothing is opened. `door`: led to come in, with what was written still there. `no`: not on a browser on which somebody is in a post, or another child is in. `away`: off to a page that says nothing. `POST /mine/code` is sent with the code that the child was given; `POST /mine/invented` opens only where everybody is invented. `shut out` is a social worker who is kept out of the record.',
    [head, rule, ...own].join('\n'),
    '## What is asked by no person',
    'The same for everybody, signed in or not, and nothing of any child.',
    ['| Route | Anyone | What |', '| --- | --- | --- |', ...served].join('\n'),
  ]
}
