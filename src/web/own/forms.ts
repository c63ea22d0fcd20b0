import { pinProblem, signInProblem } from '../../application/child-sign-in.ts'
import { errorOf, type FieldError } from '../components/errors.ts'
import { govuk } from '../components/official.ts'
import type { Form } from '../forms/form.ts'
import { longestText, textProblem } from '../forms/text.ts'
import { html, type Html } from '../html.ts'
import { ownPage, type OwnVisit } from './layout.ts'
import { ring999 } from './views.ts'

export interface Asked {
  readonly visit: OwnVisit
  readonly form: Form
  readonly errors: readonly FieldError[]
}

/** `invented`: whom anybody may come in as, in the demonstration. */
export function enterPage({ visit, form, errors }: Asked, invented?: string): Html {
  const waits = form.has('words')
  const main = html`${waits && notSentYet(form)}
    <form method="post" action="/mine/enter" novalidate>
      ${token(visit)} ${waits && written(form)}
      ${line('name', 'Your name here', form, errors, { hint: 'The name that you chose to come in with' })}
      ${secret('pin', 'Your PIN', errors)} ${govuk('button', { text: 'Come in', preventDoubleClick: true })}
    </form>
    <p class="govuk-body">
      <a class="govuk-link" href="/mine/code">I have been given a code</a>
    </p>
    <p class="govuk-body">
      Forgotten your name or your PIN? Ask your social worker or your advocate for a new code. They give it to
      you in person.
    </p>
    ${
      invented !== undefined &&
      html`<form method="post" action="/mine/invented">
        ${token(visit)} ${waits && written(form)}
        ${govuk('button', { text: `Come in as ${invented}, who is invented`, classes: 'govuk-button--secondary' })}
      </form>`
    }`
  return ownPage({ visit, heading: 'Come in', errors, main })
}

function notSentYet(form: Form): Html {
  return html`${form.text('safe') === unsafe && ring999()}
    <p class="govuk-body-l">
      What you wrote is not sent yet. It is still here: come in again, and send it. If this is not your
      telephone or computer, and you do not want to go on, close this page.
    </p>`
}

/** What a child wrote goes through the door with them, and is kept nowhere. */
function written(form: Form): readonly Html[] {
  return ['words', 'safe', 'form'].map(
    (name) => html`<input type="hidden" name="${name}" value="${form.typed(name)}" />`,
  )
}

export function codePage({ visit, form, errors }: Asked): Html {
  const main = html`<p class="govuk-body-l">
      You were given a code. With it you choose a name and a PIN. After that you need only those two.
    </p>
    <form method="post" action="/mine/code" novalidate>
      ${token(visit)} ${line('code', 'Your code', form, errors, { hint: 'For example K7MD-4PXQ' })}
      ${line('name', 'Choose a name to come in with', form, errors, {
        hint: 'Not your real name. Something that you remember and others do not guess',
      })}
      ${secret('pin', 'Choose a PIN of 6 numbers or more', errors, 'Do not use your birthday, and tell nobody')}
      ${secret('again', 'The same PIN again', errors)}
      ${govuk('button', { text: 'Come in', preventDoubleClick: true })}
    </form>`
  return ownPage({ visit, heading: 'Come in with a code', errors, main })
}

export interface Chosen {
  readonly code: string
  readonly signIn: string
  readonly pin: string
}

/** What is wrong is said before a code is tried: a slip of the finger uses up nothing. */
export function readChosen(form: Form): Chosen | readonly FieldError[] {
  const [code, signIn, pin] = [form.text('code'), form.text('name').trim(), form.text('pin')]
  const problems: readonly (FieldError | undefined)[] = [
    problemAt('code', code.trim() === '' ? 'Enter the code that you were given' : undefined),
    problemAt('name', signInProblem(signIn)),
    problemAt('pin', pinProblem(pin)),
    problemAt('again', form.text('again') === pin ? undefined : 'Enter the same PIN in both places'),
  ]
  const found = problems.filter((one) => one !== undefined)
  return found.length > 0 ? found : { code, signIn, pin }
}

const unsafe = 'not-safe'

/** By name, where it is one person; the advocate where the child wishes that they read it. */
export interface WhoReads {
  readonly worker?: string
  readonly advocate?: string
}

export function writePage({ visit, form, errors }: Asked, command: string, readers?: WhoReads): Html {
  const who = readers?.worker ?? 'your social worker'
  const safe = errorOf(errors, 'safe')
  const main = html`${ring999()}
    <h2 class="govuk-heading-m">Before you write</h2>
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      <li>
        <strong>Who reads it?</strong> ${who}, in the day. At night and at weekends a social worker on duty
        reads it. Their manager and your reviewing officer can read it too. ${advocateToo(readers)} Nobody
        where you live reads it, and no parent.
      </li>
      <li>
        <strong>When?</strong> You are answered within a day. It rings nobody by itself. If you need somebody
        now, ring.
      </li>
      <li>
        <strong>What can we not keep secret?</strong> That somebody is hurting you or another child, or that
        somebody is in danger. Then we have to tell people whose job it is to stop it. We talk with you about
        that first if we can.
      </li>
    </ul>
    <form method="post" action="/mine/write" novalidate>
      ${token(visit)} <input type="hidden" name="form" value="${command}" />
      ${govuk('textarea', {
        id: 'words',
        name: 'words',
        rows: '8',
        label: { text: 'What do you want to say?', classes: 'govuk-label--m' },
        hint: {
          text: 'Write it as you would say it. Spelling does not matter. We keep it just as you write it',
        },
        value: form.typed('words'),
        ...withError(errors, 'words'),
      })}
      ${govuk('radios', {
        name: 'safe',
        idPrefix: 'safe',
        fieldset: { legend: { text: 'Are you safe now?', classes: 'govuk-fieldset__legend--m' } },
        ...(safe && { errorMessage: safe }),
        items: [
          { value: 'safe', text: 'Yes', checked: form.text('safe') === 'safe' },
          {
            value: unsafe,
            text: 'No. Somebody is hurting me, or I am not safe now',
            hint: { text: 'Ring 999 now. Do not wait for an answer here' },
            checked: form.text('safe') === unsafe,
          },
        ],
      })}
      ${govuk('button', { text: 'Send', preventDoubleClick: true })}
    </form>`
  return ownPage({ visit, heading: 'Write to us', here: 'write', errors, main })
}

/** Where nothing was asked of the record, it is said as it is for everybody. */
function advocateToo(readers: WhoReads | undefined): string {
  if (readers === undefined) return 'So can your advocate, if you have one and want that.'
  return readers.advocate === undefined
    ? ''
    : `So can ${readers.advocate}, your advocate, because you want that.`
}

export interface Typed {
  readonly words: string
  readonly notSafe: boolean
}

export function readWritten(form: Form): Typed | readonly FieldError[] {
  const words = form.typed('words').replaceAll('\r\n', '\n')
  const safe = form.text('safe')
  const missing = words.trim() === '' ? 'Write what you want to say' : undefined
  const problems = [
    problemAt('words', missing ?? textProblem(words, 'What you want to say', longestText)),
    problemAt('safe', safe === 'safe' || safe === unsafe ? undefined : 'Say whether you are safe now'),
  ].filter((one) => one !== undefined)
  return problems.length > 0 ? problems : { words, notSafe: safe === unsafe }
}

function problemAt(field: string, message: string | undefined): FieldError | undefined {
  return message === undefined ? undefined : { field, message }
}

function token({ csrfToken }: OwnVisit): Html {
  return html`<input type="hidden" name="_csrf" value="${csrfToken}" />`
}

function line(
  name: string,
  label: string,
  form: Form,
  errors: readonly FieldError[],
  more: { readonly hint?: string } = {},
): Html {
  return govuk('input', {
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    ...(more.hint !== undefined && { hint: { text: more.hint } }),
    value: form.typed(name),
    autocomplete: 'off',
    spellcheck: false,
    classes: 'govuk-input--width-20',
    ...withError(errors, name),
  })
}

function secret(name: string, label: string, errors: readonly FieldError[], hint?: string): Html {
  return govuk('input', {
    id: name,
    name,
    type: 'password',
    inputmode: 'numeric',
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint !== undefined && { hint: { text: hint } }),
    // Not kept by the browser: others may use it too.
    autocomplete: 'new-password',
    classes: 'govuk-input--width-10',
    ...withError(errors, name),
  })
}

function withError(errors: readonly FieldError[], name: string) {
  const error = errorOf(errors, name)
  return error === undefined ? {} : { errorMessage: error }
}
