import { parentPort, workerData } from 'node:worker_threads'
import { makerOf, type Making } from './make.ts'

/** Makes what it is asked for, one order after the other. */
const make = makerOf(workerData as Making)
parentPort?.on('message', (places: readonly number[]) => parentPort?.postMessage(make(places)))
