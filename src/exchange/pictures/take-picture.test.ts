import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { suite, test } from 'node:test'
import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { largestPicture, type PictureFault } from '../../application/pictures.ts'
import { takePicture } from './take-picture.ts'

const red = { r: 200, g: 30, b: 30 }
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: red } })
const jpeg = await plain(64, 48).jpeg().toBuffer()
const png = await plain(64, 48).png().toBuffer()
const webp = await plain(64, 48).webp().toBuffer()
const text = (said: string) => Buffer.from(said)
const after = (first: Uint8Array, said: string) => Buffer.concat([first, text(said)])

/** A PNG of any size that its head claims, of rows that are all alike: small in the file and huge when it is opened. */
function claimedPng(width: number, height: number, rows: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows), { level: 9 })
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([text(name), body])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
const changedAt = (bytes: Buffer, at: number, to: number) => {
  const changed = Buffer.from(bytes)
  changed[at] = to
  return changed
}

/** Each with why it is not taken. */
const refused: readonly (readonly [what: string, sent: Uint8Array, because: PictureFault])[] = [
  ['nothing', Buffer.alloc(0), 'empty'],
  ['one byte over the limit', Buffer.concat([jpeg, Buffer.alloc(largestPicture)]), 'too-large'],
  ['eleven megabytes of nothing', Buffer.alloc(11 * 1024 * 1024), 'too-large'],
  ['a text', text('a face'), 'not-a-picture'],
  ['a page with a script', text('<!doctype html><script>alert(1)</script>'), 'not-a-picture'],
  ['a drawing with a script (SVG)', text(svg), 'not-a-picture'],
  ['a drawing behind a declaration', text(`<?xml version="1.0"?>${svg}`), 'not-a-picture'],
  ['a document (PDF)', text('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj'), 'not-a-picture'],
  ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex'), 'not-a-picture'],
  ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'not-a-picture'],
  ['a moving picture (GIF)', await plain(8, 8).gif().toBuffer(), 'not-a-picture'],
  ['a scan (TIFF)', await plain(8, 8).tiff().toBuffer(), 'not-a-picture'],
  ['a PostScript program', text('%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file'), 'not-a-picture'],
  ['an instruction to ImageMagick', text('push graphic-context\nimage over 0,0 0,0 "|id"'), 'not-a-picture'],
  ['an icon', Buffer.from('00000100010010100000', 'hex'), 'not-a-picture'],
  ['a name of a file', text('../../../etc/passwd'), 'not-a-picture'],
  ['the first bytes of JPEG and nothing more', Buffer.from('ffd8ff', 'hex'), 'damaged'],
  ['JPEG in front of a page', after(Buffer.from('ffd8ffe0', 'hex'), '<script>alert(1)</script>'), 'damaged'],
  ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 'damaged'],
  ['half a PNG', png.subarray(0, png.length - 30), 'damaged'],
  ['half a WebP', webp.subarray(0, webp.length / 2), 'damaged'],
  ['a PNG whose head is wrong', changedAt(png, 18, 0x7f), 'damaged'],
  ['a PNG without an end of its data', claimedPng(4000, 4000, 10), 'damaged'],
  ['sixty million points', claimedPng(10_000, 6000, 6000), 'too-many-pixels'],
  ['a bomb of 400 million points', claimedPng(20_000, 20_000, 20_000), 'too-many-pixels'],
  ['a bomb whose head alone is huge', claimedPng(60_000, 60_000, 1), 'too-many-pixels'],
  ['a WebP that is none', after(Buffer.from('524946460400000057454250', 'hex'), 'VP8 '), 'damaged'],
]

const place = {
  IFD0: { Make: 'A telephone', Copyright: 'Somebody' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 40/1 0/1', GPSLongitudeRef: 'W' },
}
const turned = await plain(64, 48).jpeg().withMetadata({ orientation: 6 }).toBuffer()

/** Each with what is left of it. */
const madeSafe: readonly (readonly [what: string, sent: Uint8Array, size?: readonly [number, number]])[] = [
  ['an ordinary JPEG', jpeg],
  ['an ordinary PNG', png],
  ['an ordinary WebP', webp],
  ['a place and a name in EXIF', await plain(64, 48).jpeg().withExif(place).toBuffer()],
  ['a place in a PNG', await plain(64, 48).png().withExif(place).toBuffer()],
  ['a page behind a JPEG', after(jpeg, '<script>alert(1)</script>')],
  ['an archive behind a PNG', after(png, 'PK\u0003\u0004 a program')],
  ['a program behind a JPEG', after(jpeg, '<?php system("id"); ?>')],
  ['one lying on its side', turned, [48, 64]],
  ['the colours of print (CMYK)', await plain(64, 48).toColourspace('cmyk').jpeg().toBuffer()],
  ['shades of grey', await plain(64, 48).toColourspace('b-w').png().toBuffer()],
  ['one that can be seen through', await plain(64, 48).ensureAlpha(0.5).png().toBuffer()],
  ['sixteen bits a colour', await plain(64, 48).toColourspace('rgb16').png().toBuffer()],
  ['one point', await plain(1, 1).png().toBuffer(), [1, 1]],
  ['a very wide one', await plain(16_000, 4).png().toBuffer(), [1600, 1]],
  ['twelve million points', await plain(4000, 3000).jpeg().toBuffer(), [1600, 1200]],
]

suite('a picture that somebody sends', () => {
  for (const [what, sent, because] of refused)
    test(`is refused as ${because}: ${what}`, async () =>
      assert.deepEqual(await takePicture(sent), { kind: 'refused', because }))

  for (const [what, sent, [width, height] = [64, 48]] of madeSafe)
    test(`is drawn anew, and says nothing but what is to be seen: ${what}`, async () => {
      const taken = await takePicture(sent)
      assert.ok(taken.kind === 'picture')
      const { bytes, sha256, ...size } = taken.picture
      assert.deepEqual(size, { width, height })
      assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'))
      const found = await sharp(bytes).metadata()
      assert.equal(found.format, 'jpeg')
      assert.equal(found.space, 'srgb')
      assert.deepEqual([found.exif, found.xmp, found.iptc, found.icc], Array(4).fill(undefined))
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /script|php|PK\u0003|telephone|GPS/i)
    })

  test('of thirty hostile ones none gets by', () => assert.ok(refused.length + madeSafe.length - 3 >= 30))

  test('is the first of a moving one', async () => {
    const pages = Buffer.concat([Buffer.alloc(32 * 32 * 3, 255), Buffer.alloc(32 * 32 * 3, 0)])
    const moving = await sharp(pages, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer()
    const taken = await takePicture(moving)
    assert.equal(taken.kind === 'picture' && taken.picture.height, 32)
  })
})
