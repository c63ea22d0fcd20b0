import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SafePicture } from '../../application/pictures.ts'

/** A drawing in the place of a photograph: nobody invented has a face. */
export function drawnFace(): SafePicture {
  const bytes = readFileSync(new URL('jay.jpg', import.meta.url))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), width: 480, height: 600 }
}
