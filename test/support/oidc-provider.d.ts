/** As much of the package as the tests use: it ships no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export interface Grant {
    readonly addOIDCScope: (scope: string) => void
    readonly save: () => Promise<string>
  }

  export interface Context {
    readonly oidc: {
      readonly client: { readonly clientId: string }
      readonly session: { readonly accountId: string }
    }
  }

  export class Provider {
    constructor(issuer: string, configuration: object)
    readonly Grant: new (of: { clientId: string; accountId: string }) => Grant
    callback(): RequestListener
    on(event: string, listener: (...args: unknown[]) => void): this
  }
}
