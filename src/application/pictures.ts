/** A picture as the record keeps it: JPEG, upright, in ordinary colours, and nothing in it but what is to be seen. */
export interface SafePicture {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly width: number
  readonly height: number
}

/** Why a file is not taken for a picture. */
export const pictureFaults = ['empty', 'too-large', 'not-a-picture', 'too-many-pixels', 'damaged'] as const

export type PictureFault = (typeof pictureFaults)[number]

export type TakenPicture =
  | { readonly kind: 'picture'; readonly picture: SafePicture }
  | { readonly kind: 'refused'; readonly because: PictureFault }

/** Makes whatever somebody sent into a picture that harms nobody, or says why not. */
export type TakePicture = (sent: Uint8Array) => Promise<TakenPicture>

/** In bytes, as it is sent and as it is kept. */
export const largestPicture = 10 * 1024 * 1024
