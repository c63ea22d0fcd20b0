import { mayDo, mayRecordCare, mayRegister, mayUse, type Acting } from '../../domain/access/may.ts'
import { organisationKinds } from '../../domain/episode/entry.ts'
import { roleLabel, roles, rolesApart, type Role } from '../../domain/episode/roles.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { AuditLine, Permission } from '../route.ts'

/** Who may, read off the same table that is asked at every request. */
export function whoMayInWords(may: Permission): string {
  if (may.kind === 'anyone') return 'Anyone, without a token.'
  if (may.kind === 'signed-in') return 'Any post. What it may not see is not there.'
  const among = rolesThat((acting) => isLetBy(may, acting))
  if (may.kind === 'may-use') return `A post as ${among.map(roleLabel).join(', ')}.`
  const everyone = rolesThat((acting) => mayDo(acting, 'add-note'))
  return among.length === everyone.length
    ? 'Any post that may see the child.'
    : `A post as ${among.map(roleLabel).join(', ')} that may see the child.`
}

/** Whether someone in this post may, as far as their post says. */
export function isLetBy(may: ByRole, acting: Acting): boolean {
  if (may.kind === 'may-use') return mayUse(acting, may.use)
  if (may.kind === 'may-care') return mayRecordCare(acting, may.entry)
  return may.kind === 'may' ? mayDo(acting, may.command) : mayRegister(acting, may.entry)
}

type ByRole = Extract<Permission, { kind: 'may' | 'may-register' | 'may-use' | 'may-care' }>

function rolesThat(may: (acting: Acting) => boolean): readonly Role[] {
  return [...roles, ...rolesApart].filter((role) =>
    organisationKinds.some((organisationKind) => may({ role, organisationKind })),
  )
}

/** What is written down of a request. */
export function auditInWords(audit: AuditLine): string {
  switch (audit.kind) {
    case 'nothing':
      return `Nothing: ${audit.because}.`
    case 'look':
      return `A look (${audit.what}), committed before a byte is sent.`
    case 'entry':
      return `The entry (${audit.what}), with its author and the time by the database’s clock.`
    default:
      return unreachable(audit)
  }
}
