import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attestNow, sendOwed } from '../../src/attesting.ts'
import { mailReceiver } from '../../src/delivery/checkpoint-mail.ts'
import { createMailer } from '../../src/delivery/mailer.ts'
import { readAttested } from '../../src/store/checkpoints/sendings.ts'
import { withDatabase } from '../support/database.ts'
import { freePort } from '../support/free-port.ts'
import { rightPassword, withMailServer } from '../support/mail-server.ts'
import { aSigningKey } from '../support/signing.ts'

const from = 'whereabouts@northmoor.example'
const mailbox = 'checkpoints@southmoor.example'
const unstopped = new AbortController().signal
const mail = { to: mailbox, subject: 'Für Sie', text: 'Nothing of a child.\n.\nAnd a line after a dot.' }

test('A server of mail that is not ours takes what we hand it, once, under the name that it knows.', () =>
  withMailServer(async ({ address, received }) => {
    await createMailer(address(rightPassword), from).send(
      { ...mail, id: 'one@whereabouts.invalid' },
      unstopped,
    )
    const [{ raw, ...envelope }] = received as [(typeof received)[0]]
    assert.deepEqual([received.length, envelope], [1, { from, to: [mailbox], user: 'whereabouts' }])
    assert.match(raw, /^Message-ID: <one@whereabouts\.invalid>\r$/im)
    assert.match(raw, /^Auto-Submitted: auto-generated\r$/im)
    assert.match(raw, /\r\n\.\r\nAnd a line after a dot\./)
  }))

test('A wrong password, a refusal and a silent server give reasons that say which server, and no secret.', () =>
  withMailServer(async (server) => {
    const reason = async (mailer: ReturnType<typeof createMailer>) =>
      mailer.send(mail, unstopped).then(
        () => 'it was taken',
        (error: unknown) => (error as Error).message,
      )
    const host = (address: string) => new URL(address).host
    const wrong = server.address('hunter2')
    assert.equal(await reason(createMailer(wrong, from)), `${host(wrong)} answered 535`)
    server.refuseWith = 552
    const right = server.address(rightPassword)
    assert.equal(await reason(createMailer(right, from)), `${host(right)} answered 552`)
    const nobody = `smtp://127.0.0.1:${await freePort()}`
    assert.equal(await reason(createMailer(nobody, from)), `${host(nobody)} took no mail (ESOCKET)`)
    const stopped = AbortSignal.abort()
    await assert.rejects(createMailer(right, from).send(mail, stopped), { name: 'AbortError' })
  }))

test('A password goes to no server beyond this machine that does not speak TLS.', () =>
  withMailServer(async (server) => {
    // An address that leads here, and that is none of this machine's own names.
    const beyond = createMailer(server.address(rightPassword, '0.0.0.0'), from)
    await assert.rejects(beyond.send(mail, unstopped), /^Error: 0\.0\.0\.0:\d+ answered 500$/)
    assert.deepEqual([server.passwords, server.received], [0, []])
  }))

test('A checkpoint goes to a mailbox until it was taken, whole, and is the same when it goes twice.', () =>
  withMailServer((server) =>
    withDatabase(async ({ worker, app, owner }) => {
      const key = aSigningKey()
      const receivers = [mailReceiver(createMailer(server.address(rightPassword), from), mailbox)]
      server.refuseWith = 451
      const { made, sent } = await attestNow(worker, key, receivers)
      assert.match(sent[0]?.trouble ?? '', /answered 451$/)
      assert.equal((await readAttested(app))?.received, undefined)
      assert.deepEqual(await sendOwed(worker, key, receivers), [])
      server.refuseWith = undefined
      await sendOwed(worker, key, receivers, { urgently: true })
      assert.equal((await readAttested(app))?.received?.number, 1)
      assert.deepEqual(await sendOwed(worker, key, receivers, { urgently: true }), [])
      assert.equal(server.received.length, 1)
      const { raw } = server.received[0]!
      const parts = attachmentsOf(raw)
      assert.deepEqual(JSON.parse(parts[0]!), { document: made.document, signature: made.signature })
      assert.equal(parts[1], key.publicPem)
      const { rows } = await owner.query<{ receiver: string; trouble: string | null }>(
        'select receiver, trouble from whereabouts.checkpoint_sending order by id',
      )
      assert.deepEqual([rows.length, rows[0]?.receiver], [2, `mail ${mailbox}`])
      assert.ok(!/p@ss|p%40ss/.test(JSON.stringify(rows)))
    }),
  ))

function attachmentsOf(raw: string): readonly string[] {
  const parts = raw
    .split(/\r\n--[^\r]+\r\n/)
    .filter((part) => /^Content-Disposition: attachment/im.test(part))
  return parts.map((part) => {
    const [headers = '', ...body] = part.split('\r\n\r\n')
    const text = body.join('\r\n\r\n')
    if (/base64/i.test(headers)) return Buffer.from(text, 'base64').toString()
    return /quoted-printable/i.test(headers) ? fromQuoted(text) : text.replaceAll('\r\n', '\n')
  })
}

function fromQuoted(text: string): string {
  return text
    .replaceAll('=\r\n', '')
    .replaceAll('\r\n', '\n')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
