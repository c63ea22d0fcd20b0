/** Attributes of an element. One marked optional is left out when its value is empty and bare when it is true. */
export type Attributes = Readonly<
  Record<
    string,
    | string
    | number
    | boolean
    | { readonly value: string | number | boolean | undefined; readonly optional?: boolean }
    | undefined
  >
>
