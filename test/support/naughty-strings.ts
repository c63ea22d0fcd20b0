import theirs from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }

/** Strings that have broken other people's software, by other people; and outer spaces that are not among them. */
export const naughtyStrings: readonly string[] = [...theirs, '  two before and two after  ', '\ta tab before']
