import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayNumber, dayText } from './civil-day.ts'
import { fromLondon, parseLondonDate, type TypedTime } from './london.ts'

/** A second implementation of the zone, by other people: a wall-clock time has two readings, of which 0, 1 or 2 hold. */
const program = `
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
london = ZoneInfo('Europe/London')
def said(at):
    return at.strftime('%Y-%m-%dT%H:%M:00.000Z')
for line in sys.stdin:
    wall = datetime.strptime(line.strip(), '%Y-%m-%d %H:%M')
    readings = [wall.replace(tzinfo=london, fold=fold).astimezone(timezone.utc) for fold in (0, 1)]
    held = sorted({at for at in readings if at.astimezone(london).replace(tzinfo=None) == wall})
    kind = ('never', 'once', 'twice')[len(held)]
    print(kind, *map(said, held or sorted(readings)))
`
const python = spawnSync('python3', ['-c', "import zoneinfo; zoneinfo.ZoneInfo('Europe/London')"])
const skip = python.status === 0 ? false : 'no python3 with zone rules on this machine'

/** How many typed times; fewer than 3000 seldom meet both changes. */
const size = process.env['SIZE'] === 'full' ? 300_000 : 3_000
const twoDigits = (value: number): string => String(value).padStart(2, '0')
const anyDay = fc.integer({ min: dayNumber(1900, 1, 2), max: dayNumber(2200, 12, 30) }).map(dayText)
const changeDay = fc
  .tuple(
    fc.integer({ min: 1916, max: 2200 }),
    fc.constantFrom(3, 4, 5, 10, 11),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => dayNumber(year, month, day))
  // 1 January 1970 was a Thursday, so that Sundays leave three; clocks change on Sundays.
  .map((number) => dayText(number - ((((number - 3) % 7) + 7) % 7)))
const smallHours = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 59 }))
const anyHour = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
const typed = fc.oneof(fc.tuple(changeDay, smallHours), fc.tuple(anyDay, anyHour))

function said(time: TypedTime): string {
  switch (time.kind) {
    case 'once':
      return `once ${time.at}`
    case 'twice':
      return `twice ${time.first} ${time.second}`
    case 'never':
      return `never ${time.before} ${time.after}`
  }
}

test('Python reads every typed time as we do', { skip }, () => {
  const walls = fc
    .sample(typed, size)
    .map(([date, [hour, minute]]) => `${date} ${twoDigits(hour)}:${twoDigits(minute)}`)
  const answer = spawnSync('python3', ['-c', program], {
    input: walls.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  assert.equal(answer.status, 0, answer.stderr)
  const theirs = answer.stdout.trimEnd().split('\n')
  const ours = walls.map((wall) => said(fromLondon(parseLondonDate(wall.slice(0, 10))!, wall.slice(11))!))
  assert.equal(theirs.length, size)
  walls.forEach((wall, index) => assert.equal(ours[index], theirs[index], wall))
  for (const kind of ['once', 'twice', 'never']) {
    assert.ok(
      ours.some((line) => line.startsWith(kind)),
      `no typed time happened ${kind}: the sample is too tame`,
    )
  }
})
