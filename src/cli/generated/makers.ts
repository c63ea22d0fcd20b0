import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Made, makerOf, type Making } from './make.ts'

/** Whoever makes children: each has one order at a time. */
interface Maker {
  readonly make: (places: readonly number[]) => Promise<Made>
  readonly close: () => Promise<unknown>
}

/** So many children are worth a thread of their own. */
const forAThread = 150
const most = 8

/** For a few children this thread; for many one thread for each core: making takes far longer than writing. */
export function makersOf(making: Making): readonly Maker[] {
  const threads = Math.min(most, availableParallelism(), Math.floor(making.asked.children / forAThread))
  if (threads > 1) return Array.from({ length: threads }, () => onAThread(making))
  const make = makerOf(making)
  return [{ make: (places) => Promise.resolve(make(places)), close: () => Promise.resolve() }]
}

function onAThread(making: Making): Maker {
  const worker = new Worker(new URL('./maker-thread.ts', import.meta.url), { workerData: making })
  return {
    make: async (places) => {
      worker.postMessage(places)
      // An error of the thread rejects this.
      const [made] = (await once(worker, 'message')) as [Made]
      return made
    },
    close: () => worker.terminate(),
  }
}
