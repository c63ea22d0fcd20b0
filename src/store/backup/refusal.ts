/** Why a backup is not made, or not restored. Each is one sentence on the terminal, saying what to do next. */
export type BackupTrouble =
  | { readonly kind: 'file-there'; readonly file: string }
  | { readonly kind: 'file-not-written'; readonly file: string; readonly because: string }
  | { readonly kind: 'file-not-read'; readonly file: string; readonly because: string }
  | { readonly kind: 'not-a-backup'; readonly file: string }
  | { readonly kind: 'newer-format'; readonly file: string }
  | { readonly kind: 'wrong-passphrase'; readonly file: string }
  | { readonly kind: 'file-cut'; readonly file: string }
  | { readonly kind: 'file-altered'; readonly file: string }
  | { readonly kind: 'schema-newer'; readonly file: string; readonly at: number; readonly known: number }
  | { readonly kind: 'other-migration'; readonly file: string; readonly name: string }
  | { readonly kind: 'nothing-there' }
  | { readonly kind: 'not-empty'; readonly what: string }
  | { readonly kind: 'in-use'; readonly sessions: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'not-whole'; readonly table: string }
  | { readonly kind: 'expired'; readonly file: string; readonly until: string }
  | { readonly kind: 'no-register'; readonly register: string | undefined }

type Sentences = {
  readonly [K in BackupTrouble['kind']]: (trouble: Extract<BackupTrouble, { kind: K }>) => string
}

const sentences: Sentences = {
  'file-there': (t) => `${t.file} is there already and is not written over: choose another name.`,
  'file-not-written': (t) => `${t.file} cannot be written (${t.because}): choose another place.`,
  'file-not-read': (t) => `${t.file} cannot be read (${t.because}): correct the name, or make it readable.`,
  'not-a-backup': (t) => `${t.file} is not a backup of Whereabouts: choose another file.`,
  'newer-format': (t) =>
    `${t.file} was written in a newer form of backup: restore it with the release of Whereabouts that wrote it.`,
  'wrong-passphrase': (t) => `The passphrase is not the one that ${t.file} was written with: try again.`,
  'file-cut': (t) => `${t.file} ends too early, as when a copy was broken off: use another copy of it.`,
  'file-altered': (t) =>
    `${t.file} is not as it was written, and nothing of it was kept: use another copy of it.`,
  'schema-newer': (t) =>
    `${t.file} is of a database at version ${t.at} and this code knows up to ${t.known}: restore it with the newer release of Whereabouts.`,
  'other-migration': (t) =>
    `${t.file} is of a database that was built with another text of migration ${t.name}: restore it with the release that built it.`,
  'nothing-there': () =>
    'There is nothing to back up: no release of Whereabouts has prepared this database yet.',
  'not-empty': (t) =>
    `The database is not empty (${t.what}), and a backup is restored into an empty one only: make a new database, or choose another folder with DATA=/path.`,
  'in-use': (t) =>
    `Whereabouts is running on this database (${t.sessions} connections): stop it on every node, and restore again.`,
  stopped: () => 'There was a stop half way, and nothing was kept: run it again.',
  expired: (t) =>
    `${t.file} was good until ${t.until} and has expired: use a newer backup and delete this one, or, if there is none, restore it with --expired.`,
  'no-register': (t) =>
    `What was disposed of since this backup must not come back, and ${
      t.register === undefined
        ? 'no register of disposals is named'
        : `there is no register of disposals at ${t.register}`
    }: name it with DISPOSAL_REGISTER=/path, or, only if nothing was ever disposed of in this record, restore with --without-register.`,
  'not-whole': (t) =>
    `The table ${t.table} cannot be read whole by whereabouts_maintainer, so a backup would not be one: give it that right and try again.`,
}

/** Carries a trouble with a backup up to where it is printed. */
export class BackupRefused extends Error {
  readonly trouble: BackupTrouble

  constructor(trouble: BackupTrouble, cause?: unknown) {
    const say = sentences[trouble.kind] as (trouble: BackupTrouble) => string
    super(say(trouble), cause === undefined ? undefined : { cause })
    this.name = 'BackupRefused'
    this.trouble = trouble
  }
}
