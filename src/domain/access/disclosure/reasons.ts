/** Why something is not disclosed. Where it may be said, the export says it in these words; where saying it would do the
    harm, nothing shows that anything was left out. The list follows the exemptions that the field uses [R]. */
export const withholdingReasons = {
  'third-party': { words: 'information about somebody else', maySay: true },
  'other-controller': { words: 'for another organisation to disclose', maySay: true },
  'legal-advice': { words: 'legal advice', maySay: true },
  'not-personal': { words: 'not about the person who asked', maySay: true },
  'serious-harm': { words: 'likely to cause serious harm to somebody’s health', maySay: false },
  crime: { words: 'would get in the way of preventing or finding out crime', maySay: false },
  address: { words: 'an address or place that has to stay unknown', maySay: false },
} as const satisfies Record<string, { readonly words: string; readonly maySay: boolean }>

export type WithholdingReason = keyof typeof withholdingReasons

export const withholdingReasonNames = Object.keys(withholdingReasons) as readonly WithholdingReason[]
