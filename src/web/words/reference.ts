/** An episode's reference as it is said and written everywhere: "WH-7F3K-2Q9X". Nothing while there is none. */
export function referenceInWords(reference: string | undefined): string | undefined {
  return reference === undefined ? undefined : `WH-${reference}`
}
