/** One form of a page, with what a browser would send if nobody touched it. */
export interface SentForm {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

/** Every form of a page of ours, in order. It reads the attributes that our templates write, and no other HTML. */
export function formsOn(page: string): readonly SentForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, own = '', inside = '']) => ({
    action: attributesOf(own).get('action') ?? '',
    fields: Object.fromEntries([
      ...[...inside.matchAll(/<input\b([^>]*)>/gs)].flatMap(([, input = '']) => sentBy(attributesOf(input))),
      ...[...inside.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].map(
        ([, area = '', text = '']) => [attributesOf(area).get('name') ?? '', unescaped(text)] as const,
      ),
    ]),
  }))
}

function sentBy(input: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const [name, type] = [input.get('name'), input.get('type')]
  const isChosen = (type !== 'radio' && type !== 'checkbox') || input.has('checked')
  return name === undefined || !isChosen ? [] : [[name, input.get('value') ?? '']]
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  )
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
