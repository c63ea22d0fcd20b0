import { createHash } from 'node:crypto'
import sharp from 'sharp'
import {
  largestPicture,
  type PictureFault,
  type SafePicture,
  type TakenPicture,
} from '../../application/pictures.ts'

// What the library could open beside these (SVG, PDF, TIFF …) is closed for the whole process.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.cache(false)

/** Of a telephone's camera, and no more: each costs four bytes while it is made safe. */
const mostPixels = 50_000_000
/** Of the longer side, as it is kept: a face fills a page in print with less. */
const longestSide = 1600

/** How each begins that we take. */
const beginnings: readonly (readonly [at: number, bytes: string])[] = [
  [0, 'ffd8ff'],
  [0, '89504e470d0a1a0a'],
  [8, '57454250'],
]

/** Reads JPEG, PNG and WebP, and draws what is to be seen anew: no place or time that a camera wrote, no second file
    behind the first, no moving picture but its first. Never throws for what was sent. */
export async function takePicture(sent: Uint8Array): Promise<TakenPicture> {
  if (sent.length === 0) return refused('empty')
  if (sent.length > largestPicture) return refused('too-large')
  const bytes = Buffer.from(sent)
  const isKnown = beginnings.some(
    ([at, hex]) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex,
  )
  if (!isKnown) return refused('not-a-picture')
  const size = await sizeOf(bytes)
  if (size === undefined) return refused('damaged')
  if (size > mostPixels) return refused('too-many-pixels')
  const picture = await drawnAnew(bytes)
  return picture === undefined ? refused('damaged') : { kind: 'picture', picture }
}

function refused(because: PictureFault): TakenPicture {
  return { kind: 'refused', because }
}

/** In pixels, as its head says; undefined for a head that cannot be read. */
async function sizeOf(bytes: Buffer): Promise<number | undefined> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return width * height
  } catch {
    return undefined
  }
}

async function drawnAnew(bytes: Buffer): Promise<SafePicture | undefined> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true })
    const sha256 = createHash('sha256').update(data).digest('hex')
    return { bytes: data, sha256, width: info.width, height: info.height }
  } catch {
    return undefined
  }
}
