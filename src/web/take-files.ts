import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { largestPicture } from '../application/pictures.ts'
import type { SentFile } from './route.ts'
import { whoIsHere, type SessionParts } from './session.ts'

const noFile: SentFile = { bytes: new Uint8Array(), tooLarge: false }
const sent = new WeakMap<FastifyRequest, SentFile>()

/** Lets the routes of this scope, and no others, take a form in parts with one file. Whoever has no session at all is not
    read. What is too large is read to its end and thrown away, and what breaks off is taken as far as it came, so that the
    rest of the form can be shown again. */
export async function takeFiles(scope: FastifyInstance, parts: SessionParts): Promise<void> {
  scope.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST') return undefined
    const { who, session } = await whoIsHere(parts, request)
    return who === undefined && session === undefined ? reply.redirect('/sign-in', 303) : undefined
  })
  await scope.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: largestPicture, files: 1, fields: 60, fieldSize: 64 * 1024, parts: 61 },
  })
  scope.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await fieldsIn(request)
  })
}

export function sentFileOf(request: FastifyRequest): SentFile {
  return sent.get(request) ?? noFile
}

/** By name, as a form that is sent whole has them; the file stands apart. */
async function fieldsIn(request: FastifyRequest): Promise<Readonly<Record<string, unknown>>> {
  const fields = new Map<string, readonly string[]>()
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer()
        const tooLarge = part.file.truncated
        sent.set(request, { bytes: tooLarge ? new Uint8Array() : bytes, tooLarge })
      } else if (typeof part.value === 'string')
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value])
    }
  } catch {
    // It broke off, or had more parts than any form of ours: what came is shown again.
    sent.delete(request)
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
}
