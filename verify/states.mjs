// Checks what States did in a record of Paraph (docs/record-format.md, 7 and 8): by whom an endorsement is
// signed, with a key that was published for the signatory or on a paper that two of the secretariat saw;
// the final text in other languages; and that silences were kept. paraph-verify.mjs, beside it, hands it
// what checks hashes and signatures, and each act in its turn.

/** What looks at every act of a ledger, at its `place`; `before` is its State's endorsement in force. */
export function witness({ declaration, versions, words, rootAt }, tools) {
  const { bytesOf, canonical, hashOf, isSame, isSigned, must, only } = tools
  const digest = (bytes) => Buffer.from(hashOf(bytes), 'hex')
  const facts = only('capacity note by at state hash name title remarks')
  const [listed, papers, nonces] = [new Map(), new Map(), new Set()]
  let open = null

  /** Web Authentication: on a page of this origin, by a device that recognized its person (bits 0 and 2). */
  function isByDevice({ instrument, assertion }, spki) {
    const [data, said] = [bytesOf(assertion.authenticatorData), bytesOf(assertion.clientDataJSON)]
    const { type, challenge, ...page } = JSON.parse(said)
    const host = digest(new URL(open.origin).hostname)
    const isHere = type === 'webauthn.get' && page.origin === open.origin && page.crossOrigin !== true
    const isThere = data.subarray(0, 32).equals(host) && (data[32] & 5) === 5
    const isIt = challenge === digest(canonical(instrument)).toString('base64url')
    const signed = Buffer.concat([data, digest(said)])
    return isHere && isThere && isIt && isSigned(signed, bytesOf(spki), bytesOf(assertion.signature))
  }

  /** The same clauses in another language, before anybody endorses. */
  function checkLanguage(act, final) {
    const [{ language, lines: blocks }, clause] = [act, only('kind label')]
    const those = JSON.parse(words ?? versions[final?.number].words).blocks
    const isBeside = !open && act.hash === final.hash && isSame(blocks.map(clause), those.map(clause))
    must(isBeside, `Act ${act.act}`, 'is not beside the final text: late, or with other clauses')
    const hash = hashOf(canonical({ format: 'paraph-words/1', declaration, language, blocks }))
    must(hash === act.words, `Act ${act.act} (${language})`, 'lays other words than those of its hash')
  }

  /** What was recorded of a paper is confirmed by another person. */
  function checkPaper({ paper, state, by }, { hash, name, title, remarks }, its) {
    const isOther = by.capacity !== paper.by.capacity && by.name !== paper.by.name
    const isIt = isSame(facts(papers.get(paper.id)), facts({ ...paper, state, hash, name, title, remarks }))
    its(isOther && isIt, 'is not what another of the secretariat recorded of a signed paper')
  }

  /** The act says what was signed, by this key, now, and after the history that stands here. */
  function checkSigned(act, { version, hash, name, title, remarks }, { place, final }, its) {
    const { kind, state, signed, by } = act
    const { instrument: it, assertion } = signed
    const { key, state: whose } = listed.get(by.capacity) ?? {}
    const isListed = whose === state && key?.id === assertion.credential
    its(isListed, 'is signed with a key that was not published for its signatory')
    const type = kind === 'text endorsed' ? 'paraph-endorsement/1' : 'paraph-withdrawal/1'
    const ofText = { type, origin: open.origin, declaration, version, symbol: final.symbol, text: hash }
    const ofState = { state, capacity: by.capacity, signatory: { name, title }, remarks }
    const said = { ...it, ...ofText, ...ofState, withdraws: act.endorsement }
    its(isSame(it, said), 'says something else than what was signed')
    its(isByDevice(signed, key.spki), 'was not signed by the key published for its signatory')
    const isNow = Math.abs(Date.parse(act.at) - Date.parse(it.time)) <= 600_000
    its(isNow && nonces.size < nonces.add(it.nonce).size, 'was signed at another time, or once before')
    const { size, root } = it.ledger
    const hasSeen = size > open.place && size <= place && root === rootAt(size)
    its(hasSeen, 'bears witness to another history: acts before it were changed, removed or inserted')
  }

  return (act, { place, final, before }) => {
    const { kind, paper, signed } = act
    for (const it of act.struck ?? []) listed.delete(it)
    for (const it of act.signatories ?? []) listed.set(it.capacity, it)
    if (kind === 'endorsement opened') open = { ...act, place, isOpen: true }
    if (open && (kind === 'addendum closed' || act.to === 'closed')) open.isOpen = false
    if (kind === 'language version laid') checkLanguage(act, final)
    if (/^paper /.test(kind)) papers.set(paper, kind === 'paper recorded' ? act : null)
    if (kind !== 'text endorsed' && kind !== 'endorsement withdrawn') return
    const its = (isSo, fault) => must(isSo, `Act ${act.act} (${kind}, ${act.state})`, fault)
    const said = kind === 'text endorsed' ? act : { ...before, ...act, remarks: [] }
    const isOpen = !open || (open.isOpen && (open.addendum ?? undefined) === said.addendum)
    const isProved = isOpen && !open === !(signed || paper)
    its(isProved, 'comes without a signature, or while endorsement was not open')
    if (paper) checkPaper(act, said, its)
    if (signed) checkSigned(act, said, { place, final }, its)
  }
}

/** What hears every act of a record, and whether silences were opened, kept and ended as they have to be. */
export function silences({ must }) {
  let open = null
  return (act, heads, checkFrozen) => {
    const { kind, at, deadline, recorded, version } = act
    const its = (isSo, fault) => must(isSo, `Act ${act.act} (${kind})`, fault)
    const [opens, adopts] = [kind === 'silence opened', kind === 'text adopted']
    const isOfSilence = adopts || kind.startsWith('silence ')
    const isMove = !isOfSilence && /accepted|adopted|restored|issued|moved/.test(kind)
    its(!open || !isMove, 'moves a text that a silence procedure has frozen')
    if (!isOfSilence) return
    its(!open === opens, `comes ${open ? 'while another' : 'where no'} silence procedure runs`)
    if (opens) checkFrozen(act.frozen, `Act ${act.act} (${kind}) freezes another version than the last: `)
    const until = (open ?? act).deadline
    const isIt = version?.hash === heads[open?.frozen]?.hash && at === until && recorded >= at
    its(!adopts || isIt, 'is not of the frozen words, or not at their deadline')
    its(adopts || (at < until && !(open && deadline <= until)), 'comes after the deadline, or cuts it short')
    if (kind !== 'silence seen') open = deadline ? { ...open, ...act } : null
  }
}
