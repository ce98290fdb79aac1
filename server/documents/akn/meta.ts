import type { Instant, Sha256 } from '../../../shared/ids.ts'
import { type Content, type Element, element } from './element.ts'
import { dayOf, type Ids, languageOf, type Named } from './naming.ts'

/** What a document says of itself: the work, this expression of it, and this file. */
export interface Identified {
  readonly names: Named
  readonly subtype: string
  /** As it is cited: `A/CONF.2009/L.1`, `FRA-2`. */
  readonly number: string
  /** When the work was begun, and what that was. */
  readonly begun: { readonly at: Instant; readonly name: string }
  /** As of when the expression is. */
  readonly at: Instant
  /** What the expression is called, where it has a name of its own. */
  readonly version?: string
  readonly language: string
  /** Ids of the references to those whose work it is. */
  readonly authors: readonly string[]
  readonly isAuthoritative: boolean
  readonly hash?: Sha256
  /** The first expression, where this is a later one: its clauses are named as there. */
  readonly master?: string
}

/** Who made the markup: the id of a reference that every document has. */
export const EDITOR = 'secretariat'
export const AUTHOR = 'author'

export function identification(it: Identified, { ref }: Ids): Element {
  const { work, expression } = it.names
  const authors = it.authors.map((author) => element('FRBRauthor', { href: ref(author), as: ref(AUTHOR) }))
  const value = (name: string, text: string) => element(name, { value: text })
  const date = (at: string, name: string) => element('FRBRdate', { date: at, name })
  const alias = (name: string, text: string) => element('FRBRalias', { value: text, name })
  return element('identification', { source: ref(EDITOR) }, [
    element('FRBRWork', {}, [
      value('FRBRthis', `${work}/!main`),
      value('FRBRuri', work),
      alias('symbol', it.number),
      date(dayOf(it.begun.at), it.begun.name),
      authors,
      value('FRBRcountry', 'un'),
      value('FRBRsubtype', it.subtype),
      value('FRBRnumber', it.number),
      value('FRBRprescriptive', 'false'),
    ]),
    element('FRBRExpression', {}, [
      value('FRBRthis', `${expression}/!main`),
      value('FRBRuri', expression),
      it.hash ? alias('sha256', it.hash) : null,
      date(it.at, 'version'),
      authors,
      it.version ? value('FRBRversionNumber', it.version) : null,
      value('FRBRauthoritative', String(it.isAuthoritative)),
      it.master ? element('FRBRmasterExpression', { href: it.master, showAs: it.number }) : null,
      element('FRBRlanguage', { language: languageOf(it.language) }),
    ]),
    element('FRBRManifestation', {}, [
      value('FRBRthis', `${expression}/!main.xml`),
      value('FRBRuri', `${expression}.akn`),
      date(it.at, 'generation'),
      element('FRBRauthor', { href: ref(EDITOR) }),
      value('FRBRformat', 'application/akn+xml'),
    ]),
  ])
}

/** Somebody or something that the document names: a top-level class of the ontology. */
export interface Reference {
  readonly is: 'TLCPerson' | 'TLCOrganization' | 'TLCRole' | 'TLCConcept' | 'TLCLocation'
  readonly id: string
  readonly showAs: string
}

const CLASSES: { readonly [is in Reference['is']]: string } = {
  TLCPerson: 'person',
  TLCOrganization: 'organization',
  TLCRole: 'role',
  TLCConcept: 'concept',
  TLCLocation: 'location',
}

/** Documents first, then whoever is named, each once. */
export function references(documents: Content, all: readonly Reference[], { id, ref }: Ids): Element {
  const once = [...new Map(all.map((it) => [it.id, it])).values()]
  return element('references', { source: ref(EDITOR) }, [
    documents,
    once.map(({ is, id: name, showAs }) =>
      element(is, { eId: id(name), href: `/akn/ontology/${CLASSES[is]}/un/${name}`, showAs }),
    ),
  ])
}

/** `meta` has its parts in one order. */
export const meta = (parts: {
  readonly identification: Element
  readonly publication?: Element | null
  readonly lifecycle: Element
  readonly workflow?: Element | null
  readonly analysis?: Element | null
  readonly references: Element
}): Element =>
  element('meta', {}, [
    parts.identification,
    parts.publication ?? null,
    parts.lifecycle,
    parts.workflow ?? null,
    parts.analysis ?? null,
    parts.references,
  ])
