/** The package ships no types. Only what is used of it is said here. */
declare module 'qrcode' {
  export function create(text: string): {
    readonly modules: { readonly size: number; readonly data: Uint8Array }
  }
}
