import { progressBar, type Progress } from './progress-bar.ts'

/** A line that fills up where somebody watches, and a line for each tenth where not. */
export function progressOn(out: NodeJS.WriteStream): Progress {
  const title = 'Importing children'
  if (out.isTTY) return progressBar(title, out)
  let told = -1
  return (done, total) => {
    const tenths = total === 0 ? 10 : Math.floor((done / total) * 10)
    if (tenths === told) return
    told = tenths
    out.write(`${title}: ${tenths * 10} %, ${done} of ${total}\n`)
  }
}
