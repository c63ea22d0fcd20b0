const attempts = 4

/** A deadlock, and a transaction that could not be put in order with another: both were kept out whole. */
const codes: ReadonlySet<unknown> = new Set(['40P01', '40001'])

/** Two who lock the same children in another order wait for each other until the database ends one, whole: it is done
    again. `work` must be one transaction. */
export async function againAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!codes.has((error as { code?: unknown }).code) || attempt === attempts) throw error
    }
  }
}
