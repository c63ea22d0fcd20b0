import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailProblems } from './config-mail.ts'

const none = { mailServer: undefined, mailFrom: undefined, checkpointMail: undefined }
const whole = {
  mailServer: 'smtps://whereabouts:s3cret%40@mail.example.org',
  mailFrom: 'whereabouts@northmoor.example',
  checkpointMail: 'checkpoints@southmoor.example',
}
const fieldsOf = (given: Partial<Record<keyof typeof none, string>>) =>
  mailProblems({ ...none, ...given }).map(({ field }) => field)

test('Without mail nothing is wrong, and with all of it nothing either.', () => {
  assert.deepEqual(mailProblems(none), [])
  assert.deepEqual(mailProblems(whole), [])
  assert.deepEqual(mailProblems({ ...whole, mailServer: 'smtp://[::1]:2525/' }), [])
})

test('A server without a sender, a sender without a server and a mailbox without either are told of.', () => {
  assert.deepEqual(fieldsOf({ mailServer: whole.mailServer }), ['MAIL_FROM'])
  assert.deepEqual(fieldsOf({ mailFrom: whole.mailFrom }), ['MAIL_SERVER'])
  assert.deepEqual(fieldsOf({ checkpointMail: whole.checkpointMail }), ['MAIL_SERVER'])
})

test('What is no server of mail is refused, and no problem repeats a password.', () => {
  const bad = [
    'mail.example.org',
    'https://u:hunter2@h',
    'smtp://',
    'smtp://u:hunter2@h/path',
    'smtp://h?tls=no',
  ]
  for (const mailServer of [...bad, 'smtps://u:%zz@h']) {
    const problems = mailProblems({ ...whole, mailServer })
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['MAIL_SERVER'],
      mailServer,
    )
    assert.ok(!JSON.stringify(problems).includes('hunter2'))
  }
})

test('A mailbox is one address, and neither a name, a list nor a line.', () => {
  for (const bad of [
    'nobody',
    'A <a@b.example>',
    'a@b.example, c@d.example',
    'a@b.example\nBcc: c@d.example',
    'a@b',
  ])
    assert.deepEqual(fieldsOf({ ...whole, checkpointMail: bad, mailFrom: bad }), [
      'MAIL_FROM',
      'CHECKPOINT_MAIL',
    ])
})
