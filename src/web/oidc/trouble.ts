import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'

/** Why a sign-in at a provider came to nothing. */
export type Trouble =
  /** It was used already, is older than ten minutes, or was begun in another browser. */
  | 'over'
  /** The provider says no, or the person went back. */
  | 'declined'
  /** It does not answer. */
  | 'unreachable'
  /** It does not take us for its client. */
  | 'disagree'
  /** What it says does not fit what was asked, or is not signed by it. */
  | 'not-trusted'

/** What kept a code from becoming a sign-in. Throws what is a fault of ours. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof AuthorizationResponseError) return 'declined'
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'not-trusted' : 'disagree'
  if (error instanceof WWWAuthenticateChallengeError) return 'disagree'
  if (isNoAnswer(error)) return 'unreachable'
  if (error instanceof ClientError) return 'not-trusted'
  throw error
}

function isNoAnswer(error: unknown): boolean {
  if (error instanceof TypeError && error.message === 'fetch failed') return true
  if (!(error instanceof ClientError)) return false
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return true
  return error.cause instanceof Response && error.cause.status >= 500
}
