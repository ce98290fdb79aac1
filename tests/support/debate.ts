import { Chamber, must, replace } from './chamber.ts'

/**
 * A debate in which all happens that a compilation has to show: words replaced, by two at once; a clause brought, and amended
 * by another; one struck, one moved; positions, comments and a reply.
 */
export async function debate(): Promise<Chamber> {
  const chamber = await Chamber.open()
  const as = (who: string) => chamber.as(who)
  const france = await as('FRA').proposes('c2', 'la menace', 'le danger')
  await as('KEN').proposes('c2', 'la menace que peuvent', 'les menaces graves que peuvent')
  await as('BRA').addClause(
    'c2',
    'n1',
    'Exhortant la communauté internationale à accroître la capacité policière',
  )
  const brazil = await as('BRA').table('La capacité policière est au cœur de la question.')
  await amends(chamber, 'KEN', brazil, ['internationale', 'tout entière'])
  await as('HUN').proposes('c1', 'Affirmant le rôle central que doit jouer la police', '')
  await as('SGP').moves('c3', 'c1')
  await as('SGP').table('Ce qui est demandé vient d’abord.')
  await as('KEN').do({ do: 'amendment.position', amendment: france, stand: 'support' })
  const on = { clause: 'c3', quote: 'États membres', at: 13 }
  const { thread = '' } = await as('FRA').do({ do: 'comment.make', on, words: 'Et les observateurs ?' })
  await as('KEN').do({ do: 'comment.reply', thread, words: 'Ils sont invités aussi.' })
  return chamber
}

/** Amends the clause that an amendment brings; gives the sub-amendment. */
async function amends(
  chamber: Chamber,
  who: string,
  id: string,
  [was, by]: [string, string],
): Promise<string> {
  const voice = chamber.as(who)
  const { draft = '' } = await voice.do({ do: 'draft.open', amends: id, another: true })
  const clause = (await chamber.record()).amendments[id]?.revisions[0].edits.added[0]?.id ?? ''
  const doc = await voice.tab(draft)
  must(await voice.write(draft, doc, () => replace(doc, clause, was, by)))
  return (await voice.do({ do: 'amendment.table', draft, reason: '' })).amendment ?? ''
}
