/** The sign-in links that a start prints: one a line, `role<TAB>name<TAB>URL`. */
export interface Link {
  readonly role: string
  readonly name: string
  readonly url: string
}

export const entryUrl = (origin: string, code: string): string => `${origin}/enter/${code}`

/** The code that a link carries. */
export const codeIn = ({ url }: Link): string => url.slice(url.lastIndexOf('/') + 1)

export const linkLines = (links: readonly Link[]): string =>
  links.map(({ role, name, url }) => `${role}\t${name}\t${url}\n`).join('')

/** Reads what `linkLines` wrote; skips anything else. */
export const parseLinks = (text: string): readonly Link[] =>
  text.split('\n').flatMap((line) => {
    const [role, name, url] = line.split('\t')
    return role && name && url ? [{ role, name, url }] : []
  })
