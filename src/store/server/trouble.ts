/** Why the product cannot start here. Each is one sentence on the terminal, saying what to do next. */
export type Trouble =
  | {
      readonly kind: 'already-running'
      readonly folder: string
      readonly address: string
      readonly pid: number
    }
  | { readonly kind: 'port-taken'; readonly host: string; readonly port: number }
  | { readonly kind: 'port-forbidden'; readonly port: number }
  | { readonly kind: 'host-not-here'; readonly host: string }
  | { readonly kind: 'disk-full'; readonly folder: string }
  | { readonly kind: 'disk-read-only'; readonly folder: string }
  | { readonly kind: 'folder-not-ours'; readonly folder: string }
  | { readonly kind: 'not-a-folder'; readonly folder: string }
  | { readonly kind: 'folder-path-too-long'; readonly folder: string }
  | { readonly kind: 'no-postgres-here'; readonly platform: string }
  | { readonly kind: 'library-links'; readonly folder: string }
  | { readonly kind: 'cannot-leave-root'; readonly folder: string; readonly account: string }
  | {
      readonly kind: 'other-postgres-folder'
      readonly folder: string
      readonly found: string
      readonly needed: string
    }
  | { readonly kind: 'not-a-cluster'; readonly folder: string }
  | { readonly kind: 'password-missing'; readonly file: string; readonly folder: string }
  | { readonly kind: 'password-refused'; readonly file: string; readonly folder: string }
  | { readonly kind: 'server-did-not-start'; readonly log: string; readonly last: string }
  | { readonly kind: 'database-unreachable'; readonly where: string; readonly because: string }
  | { readonly kind: 'database-password-wrong'; readonly where: string; readonly user: string }
  | { readonly kind: 'database-entry-refused'; readonly where: string; readonly because: string }
  | { readonly kind: 'database-unknown'; readonly where: string; readonly name: string }
  | { readonly kind: 'database-too-old'; readonly found: string; readonly needed: number }
  | { readonly kind: 'database-not-permitted'; readonly because: string }
  | { readonly kind: 'database-pooled'; readonly where: string }
  | { readonly kind: 'schema-newer'; readonly at: number; readonly known: number }
  | { readonly kind: 'schema-altered'; readonly name: string }
  | { readonly kind: 'migration-failed'; readonly name: string; readonly because: string }
  | { readonly kind: 'migrations-malformed'; readonly folder: string; readonly because: string }
  | { readonly kind: 'role-missing'; readonly role: string }
  | { readonly kind: 'role-unsafe'; readonly role: string; readonly because: string }
  | { readonly kind: 'role-secret-needed' }
  | { readonly kind: 'not-a-demonstration' }
  | { readonly kind: 'signing-key-open'; readonly file: string }
  | { readonly kind: 'signing-key-unreadable'; readonly file: string }
  | { readonly kind: 'witness-unreadable'; readonly file: string }
  | { readonly kind: 'other-kind'; readonly is: 'demonstration' | 'live' }
  | { readonly kind: 'users-invented' }
  | { readonly kind: 'register-altered'; readonly file: string; readonly line: number }
  | { readonly kind: 'register-unreadable'; readonly file: string; readonly because: string }
  | { readonly kind: 'register-missing'; readonly file: string; readonly lines: number }
  | { readonly kind: 'register-of-another'; readonly file: string }
  | { readonly kind: 'register-unset' }

/** Carries a trouble up to the one place that prints it and leaves with a non-zero code. */
export class CannotStart extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble, cause?: unknown) {
    super(sentence(trouble), cause === undefined ? undefined : { cause })
    this.name = 'CannotStart'
    this.trouble = trouble
  }
}

/** The one line for a trouble: what is wrong, then what to do. No line break, no trace. */
function sentence(trouble: Trouble): string {
  const say = sentences[trouble.kind] as (trouble: Trouble) => string
  return say(trouble).replaceAll(/\s*\n\s*/g, ' ')
}

type Sentences = { readonly [K in Trouble['kind']]: (trouble: Extract<Trouble, { kind: K }>) => string }

const elsewhere = 'choose another folder with DATA=/path npm start'

const sentences: Sentences = {
  'already-running': (t) =>
    `Whereabouts is already running on ${t.folder}: open ${t.address}, or stop process ${t.pid} first.`,
  'port-taken': (t) =>
    `Port ${t.port} on ${t.host} is taken by another program: choose another, for example PORT=${t.port + 1} npm start.`,
  'port-forbidden': (t) =>
    `This account may not listen on port ${t.port}: choose one above 1023, for example PORT=3000 npm start.`,
  'host-not-here': (t) =>
    `This machine has no address ${t.host} to listen on: set HOST to one of its own, for example HOST=127.0.0.1 npm start.`,
  'disk-full': (t) =>
    `The disk under ${t.folder} is full: free some space (a new database needs 200 MB), or ${elsewhere}.`,
  'disk-read-only': (t) => `The disk under ${t.folder} can only be read: make it writable, or ${elsewhere}.`,
  'folder-not-ours': (t) =>
    `This account may not use ${t.folder}: start as the account that owns it, or ${elsewhere}.`,
  'not-a-folder': (t) => `${t.folder} is a file and a folder is needed there: move it away, or ${elsewhere}.`,
  'folder-path-too-long': (t) =>
    `The path ${t.folder} is too long for a database socket on this system: ${elsewhere}.`,
  'no-postgres-here': (t) =>
    `No PostgreSQL is shipped for ${t.platform}: run npm ci again, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
  'library-links': (t) =>
    `The links to PostgreSQL's libraries are missing in ${t.folder} and cannot be made: run npm ci as an account that may write there.`,
  'cannot-leave-root': (t) =>
    `PostgreSQL refuses to run as root, user namespaces are refused here, and the account ${t.account} cannot reach ${t.folder}: start as another account, move to a folder that it can reach, or set DATABASE_URL.`,
  'other-postgres-folder': (t) =>
    `${t.folder} was made by PostgreSQL ${t.found} and this is ${t.needed}: run npx whereabouts backup FILE with the release of Whereabouts that made it, then npx whereabouts restore FILE with this one into a new folder, or ${elsewhere}.`,
  'not-a-cluster': (t) =>
    `${t.folder} holds something that is not a database of Whereabouts: move it away, or ${elsewhere}.`,
  'password-missing': (t) =>
    `The password of the database in ${t.folder} is missing: put ${t.file} back from a backup, or ${elsewhere}.`,
  'password-refused': (t) =>
    `The database in ${t.folder} refuses the password in ${t.file}: put back the file that belongs to it, or ${elsewhere}.`,
  'server-did-not-start': (t) => `PostgreSQL did not start (${t.last}): the whole story is in ${t.log}.`,
  'database-unreachable': (t) =>
    `No PostgreSQL answers at ${t.where} (${t.because}): start it, or correct the host and port in DATABASE_URL.`,
  'database-password-wrong': (t) =>
    `The PostgreSQL at ${t.where} refuses the password of ${t.user}: correct the user and password in DATABASE_URL.`,
  'database-entry-refused': (t) =>
    `The PostgreSQL at ${t.where} does not let us in (${t.because}): correct DATABASE_URL, or allow this machine in its pg_hba.conf.`,
  'database-unknown': (t) =>
    `The PostgreSQL at ${t.where} has no database "${t.name}": create it (CREATE DATABASE "${t.name}"), or correct the name in DATABASE_URL.`,
  'database-too-old': (t) =>
    `The database is PostgreSQL ${t.found} and Whereabouts needs ${t.needed} or later: upgrade it, or leave DATABASE_URL out to use the one that is shipped.`,
  'database-not-permitted': (t) =>
    `The user of DATABASE_URL may not prepare the database (${t.because}): make it the owner of the database and give it CREATEROLE.`,
  'database-pooled': (t) =>
    `${t.where} is a transaction pooler, which cannot carry notifications: set DATABASE_DIRECT_URL to the PostgreSQL behind it.`,
  'schema-newer': (t) =>
    `The database is at version ${t.at} and this code knows up to ${t.known}: start the newer release of Whereabouts that brought it there.`,
  'schema-altered': (t) =>
    `The database was built with another text of migration ${t.name}: start the release that built it, or ${elsewhere}.`,
  'migration-failed': (t) =>
    `Migration ${t.name} failed and was undone (${t.because}): nothing was changed by it; repair the cause and start again.`,
  'migrations-malformed': (t) =>
    `The migrations in ${t.folder} are not in order (${t.because}): get a clean copy of this release.`,
  'role-missing': (t) =>
    `The database has no role ${t.role}: migrations make it, so restore it with CREATE ROLE ${t.role} and start again.`,
  'role-unsafe': (t) =>
    `The application connection ${t.role} is refused because it ${t.because}: take that right away from it and start again.`,
  'signing-key-open': (t) =>
    `The key in ${t.file} can be read by others than this account: make it private with chmod 600, and if anybody may have read it, replace it.`,
  'signing-key-unreadable': (t) =>
    `${t.file} holds no Ed25519 private key in PEM: put the key back, or move the file away and a new key is made.`,
  'witness-unreadable': (t) =>
    `${t.file} is no checkpoint, no public key or no folder of them that can be read: correct the name, or use another copy.`,
  'not-a-demonstration': () =>
    "This database holds organisations that are not the demonstration's: start with DEMONSTRATION=no, or name another database.",
  'other-kind': (t) =>
    t.is === 'live'
      ? 'This database was begun without the demonstration, and stays so: start with DEMONSTRATION=no, or name another database.'
      : 'This database was begun as the demonstration, and stays one: leave DEMONSTRATION=no out, or name another database for real people.',
  'users-invented': () =>
    'Everybody in the demonstration is invented: set DEMONSTRATION=no for a database of your own people.',
  'register-altered': (t) =>
    `The register of disposals ${t.file} is not as it was written, from line ${t.line} on: put back the copy that you keep of it.`,
  'register-unreadable': (t) =>
    `The register of disposals ${t.file} cannot be read or written (${t.because}): correct DISPOSAL_REGISTER, or make it this account's.`,
  'register-missing': (t) =>
    `Something was disposed of ${t.lines === 1 ? 'once' : `${t.lines} times`} in this database and ${t.file} does not say so: put the register of disposals back, or name it with DISPOSAL_REGISTER. Until then nobody can sign in.`,
  'register-of-another': (t) =>
    `The register of disposals ${t.file} belongs to another record: name this record's own with DISPOSAL_REGISTER.`,
  'register-unset': () =>
    'With DATABASE_URL the register of disposals has no place of its own: set DISPOSAL_REGISTER to a file that every node can reach, outside the database and its backups.',
  'role-secret-needed': () =>
    `DATABASE_URL carries no password to derive those of the application roles from: set DATABASE_ROLE_SECRET to a long random text, the same on every node.`,
}
