/** What must stand in no record: whoever reads one could use it. */
export type Secret = 'card-number' | 'password'

/** Whether a text holds what looks like the number of a payment card, a bank account, or a password. A number that is
    asked for, of a telephone or a travel card, is looked at for passwords alone. */
export function secretIn(text: string, isNumber = false): Secret | undefined {
  if (password.test(text)) return 'password'
  if (isNumber) return undefined
  return account.test(text) || (text.match(digits) ?? []).some(isCard) ? 'card-number' : undefined
}

/** A word for it, and something that could be it. "His password is not known" is no password. */
const password =
  /\b(?:pass ?(?:word|code|phrase)|pwd|pin(?: ?(?:number|code))?|cvv|security code)\b(?:(?: is)?\s*[:=]|\s+is|\s+(?=\d{3,}))\s*(?!not\b|un|kept\b|with\b)\S/i

/** A sort code with an account number somewhere after it. */
const account = /\b\d\d[- ]\d\d[- ]\d\d\b\D{1,30}\b\d{8}\b/

const digits = /(?<![\d+])[2-6](?:[ -]?\d){12,18}(?!\d)/g

function isCard(typed: string): boolean {
  const all = typed.replace(/\D/g, '').split('').toReversed().map(Number)
  const sum = all.reduce((total, digit, place) => total + (place % 2 === 0 ? digit : doubled(digit)), 0)
  return sum % 10 === 0
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2
}
