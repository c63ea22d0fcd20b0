import type { SessionParts } from './session.ts'

/** A form may lead to an identity provider, by a redirect of ours, and nowhere else outside. */
export const contentPolicy = ({ relyingParty }: SessionParts) => ({
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'", ...(relyingParty ? [() => relyingParty.origins().join(' ')] : [])],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
})
