/** Reports how far a long job has got: called as often as it likes, with the same `total` each time. */
export type Progress = (done: number, total: number) => void

const width = 30

/** Draws one line that fills up. Where nobody watches (a log, a pipe) it writes only the first and the last. */
export function progressBar(title: string, out: NodeJS.WriteStream): Progress {
  let shown = ''
  return (done, total) => {
    const part = total === 0 ? 1 : Math.min(1, done / total)
    const filled = Math.floor(part * width)
    const line = `${title} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done} of ${total}`
    const isEnd = done >= total
    if (line === shown || (!out.isTTY && !isEnd && shown !== '')) return
    shown = line
    out.write(out.isTTY ? `\r${line}${isEnd ? '\n' : ''}` : `${line}\n`)
  }
}
