#!/usr/bin/env node
// Checks a record of Paraph (docs/record-format.md) without Paraph: one file, Node 20 or later, nothing else.
//
//   node paraph-verify.mjs <file> [--fingerprint <hex>] [--checkpoint <file>]
//
// --fingerprint  the SHA-256 of the key that the meeting made known by another way
// --checkpoint   a checkpoint that you kept: the record has to begin with all that it signed
// Exit code: 0 all is well, 1 something is wrong and is named, 2 it was not asked as above.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What it is about, and what is the matter with it. */
const must = (isSo, about, fault) => {
  if (!isSo) throw new Error(`${about} ${fault}.`, { cause: 'found' })
}

// ——— Bytes: SHA-256, JSON in the one form of RFC 8785, and one check for every signature

const sha256 = (...parts) => parts.reduce((hash, it) => hash.update(it), createHash('sha256')).digest()
const hashOf = (...parts) => sha256(...parts).toString('hex')
const bytesOf = (base64) => Buffer.from(String(base64), 'base64')

/** JSON.stringify writes numbers and strings as RFC 8785 has them; names go in the order of UTF-16. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).filter((name) => value[name] !== undefined)
  return `{${names.sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`
}
const isSame = (a, b) => canonical(a) === canonical(b)
const only = (names) => (it) => Object.fromEntries(names.split(' ').map((name) => [name, it?.[name]]))

/** Ed25519, or ECDSA or RSA with SHA-256, as the key is: a SubjectPublicKeyInfo in DER. */
function isSigned(bytes, spki, signature) {
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  return verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', bytes, key, signature)
}

// ——— The ledger: c2sp.org/signed-note, c2sp.org/tlog-checkpoint, and the tree of RFC 6962

const keyId = (name, key) => hashOf(`${name}\n`, Buffer.of(1), key).slice(0, 8)

function readKey(written, yours) {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written) ?? []
  const [key, der] = [bytesOf(base64).subarray(1), Buffer.from('302a300506032b6570032100', 'hex')]
  must(key.length === 32 && keyId(name, key) === id, 'The public key', 'was exchanged or renamed, or is none')
  const [fingerprint, asked] = [hashOf(key), yours?.replace(/\s/g, '').toLowerCase()]
  must((asked ?? fingerprint) === fingerprint, 'The file', `is signed by another key: ${fingerprint}`)
  return { name, key, fingerprint, spki: Buffer.concat([der, key]) }
}

/** Its text, signed in its own name: after a change of PARAPH_ORIGIN the same key signs in another. */
function openNote(note, { name, key, spki }, what) {
  const [text, lines = ''] = String(note).split(/(?<=\n)\n(?=— )/)
  const isOwn = ([, by, it]) =>
    text.startsWith(`${by}\n`) && bytesOf(it).toString('hex', 0, 4) === keyId(by, key)
  const own = [...lines.matchAll(/^— (\S+) (\S+)$/gm)].find(isOwn)
  must(own, `The ${what}`, `has no signature by the key in the file (${name})`)
  const isRight = isSigned(Buffer.from(text), spki, bytesOf(own[2]).subarray(4))
  must(isRight, `The signature of the ${what}`, 'is by another key, or of another text')
  return text
}

function readCheckpoint(note, key, { declaration }, what) {
  const text = openNote(note, key, what)
  const [, origin = '', size, root] = /^([^\n]+)\n(0|[1-9]\d*)\n(\S{44})\n/.exec(text) ?? []
  must(origin.endsWith(`/declarations/${declaration}`), `The ${what}`, 'is of another declaration')
  return { origin, size: Number(size), root: bytesOf(root).toString('hex') }
}

/** The root before each leaf, and after the last; `before` has the whole subtrees so far, largest first. */
function rootsOf(leaves, before) {
  const node = (right, left) => sha256(Buffer.of(1), left, right)
  const peaks = before.peaks.map((hex) => Buffer.from(hex, 'hex'))
  const roots = [peaks.length === 0 ? hashOf() : peaks.reduceRight(node).toString('hex')]
  for (const [at, leaf] of leaves.entries()) {
    let peak = sha256(Buffer.of(0), leaf)
    for (let size = before.size + at; size % 2 === 1; size = (size - 1) / 2) peak = node(peak, peaks.pop())
    peaks.push(peak)
    roots.push(peaks.reduceRight(node).toString('hex'))
  }
  return roots
}

/** Every act in its place, under the head that was signed and the one that was kept. */
function checkLedger({ before = { size: 0, peaks: [] }, ...file }, key, checkpoint) {
  const head = readCheckpoint(file.checkpoint, key, file, 'record’s checkpoint')
  const kept = checkpoint && readCheckpoint(checkpoint, key, file, 'kept checkpoint')
  // A certificate has the leaves themselves, a record the acts that they are made of.
  const leaves = file.acts.map((it) => (typeof it === 'string' ? it : canonical(it.act)))
  const [acts, roots] = [leaves.map((it) => JSON.parse(it)), rootsOf(leaves, before)]
  const [size, rootAt] = [before.size + leaves.length, (count) => roots[count - before.size]]
  for (const [at, { act }] of acts.entries()) {
    const last = at === 0 ? 'its beginning' : `act ${acts[at - 1].act}`
    const fault = `names another history: ${last} was changed, or an act removed, inserted or moved`
    must((file.acts[at].before ?? roots[at]) === roots[at], `Act ${act}`, fault)
    must(!(act <= acts[at - 1]?.act), `Act ${act}`, `stands after ${last}: they are not in their order`)
  }
  must(!(kept?.size > size), 'The tail', 'was cut, or the file is older than the checkpoint that you kept')
  const isKept = (rootAt(kept?.size) ?? kept?.root) === kept?.root
  must(isKept, 'The history', 'was rewritten: it does not contain the checkpoint that you kept')
  must(size === head.size, 'The tail', `was changed: acts were ${size < head.size ? 'removed' : 'inserted'}`)
  must(rootAt(size) === head.root, 'The acts', 'are not those that were signed: one was changed')
  return { ...file, head, acts, rootAt, first: before.size }
}

// ——— The text, replayed: every UTF-16 unit has an id, and an act that brought it

const unitsOf = (pen, clock, length) => Array.from({ length }, (_, at) => `${pen}:${clock + at}`)
const idsOf = (ranges = []) => ranges.flatMap((range) => unitsOf(...range))

/** What a wording does, in one form. Early ones don't name the ids: they follow from the order of writing. */
function changesIn({ hunks, added }, pen) {
  const blockOf = ({ id, text, come }) => ({ clause: id, insert: text, gone: [], come: come?.slice(1) })
  const [blocks, early] = [added.map(blockOf), new Map()]
  let clock = 0
  for (const it of [...hunks.toSorted((a, b) => b.from - a.from || b.to - a.to), ...blocks]) {
    // A block takes one clock for itself, one for its text, one for each unit, and one for its id.
    const around = blocks.includes(it) ? 2 : 0
    early.set(it, [[pen, clock + around, it.insert.length]])
    clock += around + it.insert.length + around / 2
  }
  return [...hunks, ...blocks].map((it) => ({ ...it, come: it.come ?? early.get(it) }))
}

const WORDING = { hunks: 'clause from to was insert', added: 'after id kind text', moved: 'clause after' }

/** What acts made of the text so far: units by id; orders in which ids stand; clauses; wordings in force. */
class Text {
  units = new Map()
  orders = []
  clauses = { laid: [], added: [], moved: new Map() }
  wordings = new Map()

  take(act) {
    if (act.blocks) this.accept(act, { pen: 1, edits: { hunks: [], added: act.blocks } })
    if (act.edits) this.word(act, act)
    if (!/^(amendment accepted|consolidation adopted|text restored)$/.test(act.kind)) return
    const inForce = this.wordings.get(act.amendment)
    must(inForce?.wording === act.wording, `Act ${act.act}`, 'accepts another wording than the one in force')
    // A sub-amendment gives its parent a new wording; the text stays as it is.
    if (!act.parent) this.accept(act, inForce)
    else this.word(act, { ...this.wordings.get(act.parent.amendment), ...act.parent })
  }
  word({ act }, it) {
    const parts = Object.entries(WORDING).map(([part, names]) => [part, it.edits[part]?.map(only(names))])
    const hash = hashOf(canonical({ format: 'paraph-wording/1', ...Object.fromEntries(parts) }))
    must(hash === it.wording, `Act ${act}`, 'has other words than the hash that sponsors put their names to')
    this.wordings.set(it.amendment, it)
  }
  accept({ act, blocks, lost = [], lostMoves = [] }, { edits, pen }) {
    for (const change of changesIn(edits, pen)) {
      const { clause, insert, left, right, copies } = change
      const [come, from] = [idsOf(change.come), idsOf(copies).map((id) => this.units.get(id)?.unit)]
      const gone = idsOf(change.gone).map((id) => this.units.get(id))
      const areNew = come.length === insert.length && !come.some((id) => this.units.has(id))
      must(areNew && gone.every(Boolean), `Act ${act}`, 'brings or takes out other characters than it can')
      must(!copies || from.join('') === insert, `Act ${act}`, 'brings back other words than stood before')
      for (const unit of gone) unit.stands = false
      // What had lost its place came in deleted. Early acts don't name its ids, and it came in all the same.
      const stands = !lost.some((it) => isSame(it, change))
      for (const [at, id] of come.entries()) this.units.set(id, { unit: insert[at], clause, act, stands })
      this.orders.push([left?.join(':'), ...come, right?.join(':')])
    }
    this.clauses[blocks ? 'laid' : 'added'].push(...edits.added)
    const moved = edits.moved?.filter((it) => !lostMoves.some((lost) => isSame(lost, it))) ?? []
    for (const move of moved) for (const key of move.come) this.clauses.moved.set(key, move)
  }
  /** A version has exactly the units that stand, each in its clause, in an order that acts allow. */
  compare(blocks, its) {
    const [seen, shown] = [new Map(), blocks.map(({ id }) => id)]
    for (const { id: block, runs } of blocks)
      for (const [pen, clock, words] of runs)
        for (const [at, id] of unitsOf(pen, clock, words.length).entries()) {
          const { unit, clause, act, stands } = this.units.get(id) ?? {}
          its(unit, `has words in ${block} that no accepted act brought: “${words}”`)
          its(stands, `has words in ${block} that an act took out: “${words}”`)
          its(unit === words[at], `has other words in ${block} than act ${act} brought: “${words}”`)
          its(clause === block && !seen.has(id), `has words of act ${act} in another place: “${words}”`)
          seen.set(id, seen.size)
        }
    for (const [id, { clause, act, stands }] of this.units)
      its(!stands || seen.has(id), `lacks words in ${clause} that act ${act} brought and no act took out`)
    const inOrder = (ids) =>
      ids.flatMap((id) => seen.get(id) ?? []).every((n, at, all) => !(n <= all[at - 1]))
    its(this.orders.every(inOrder), 'has its words in another order than the acts gave them')
    its(isSame(shown, ordered(this.clauses, shown)), 'has its clauses in another order than the acts')
  }
}

/** Clauses as acts put them; of two new ones at one place that nobody moved, the version has the first. */
function ordered({ laid, added, moved }, shown) {
  const [order, byKey] = [laid.map(({ id }) => id), new Intl.Collator('en', { numeric: true }).compare]
  const moves = [...moved.keys()].sort(byKey).map((key) => moved.get(key))
  const isFree = (id) => id && !laid.some((it) => it.id === id) && !moves.some(({ clause }) => clause === id)
  for (const { after, id } of added) {
    let at = order.indexOf(after) + 1
    while (isFree(id) && isFree(order[at]) && shown.indexOf(order[at]) < shown.indexOf(id)) at++
    order.splice(at, 0, id)
  }
  for (const { clause, after } of moves) {
    if (clause === after || !order.includes(clause) || !order.includes(after ?? clause)) continue
    order.splice(order.indexOf(clause), 1)
    order.splice(order.indexOf(after) + 1, 0, clause)
  }
  return order
}

/** Frozen words and exact state have their hashes, say the same, and are the text as the acts made it. */
function checkVersion({ head, frozen, text, laid }, why = '') {
  const name = `${why}Version ${head?.number} (${head?.symbol})`
  must(frozen, name, 'was issued, and its words are not in the record')
  must(hashOf(frozen.words) === head.hash, `The words of ${name}`, 'are not those of its hash')
  must(hashOf(frozen.state) === head.state, `The exact state of ${name}`, 'is not that of its hash')
  const [{ blocks }, { last, beforeLast, between }] = [JSON.parse(frozen.state), laid.punctuation]
  text.compare(blocks, (isSo, fault) => must(isSo, name, fault))
  const wordsOf = ({ kind, label, runs }) => ({ kind, label, text: runs.map((run) => run[2]).join('') })
  const read = blocks.map(wordsOf).filter((it) => it.text !== '')
  const clauses = read.filter(({ kind }) => kind === 'clause').reverse()
  const endOf = (it) => (it.kind === 'clause' ? ([last, beforeLast][clauses.indexOf(it)] ?? between) : '')
  const ended = read.map((it) => ({ ...it, end: endOf(it) }))
  const words = { format: 'paraph-words/1', declaration: laid.id, language: laid.language, blocks: ended }
  must(isSame(JSON.parse(frozen.words), words), `The words of ${name}`, 'are not those of its exact state')
}

/** The silence procedure that is open after an act: what opened it, with its deadline; null where none is. */
function hear(open, act, heads, checkFrozen) {
  const { kind, at, deadline, recorded, version } = act
  const its = (isSo, fault) => must(isSo, `Act ${act.act} (${kind})`, fault)
  const [isOfSilence, adopts] = [/^silence |^text adopted$/.test(kind), kind === 'text adopted']
  const isMove = !isOfSilence && /accepted|adopted|restored|issued|moved/.test(kind)
  its(!open || !isMove, 'moves a text that a silence procedure has frozen')
  if (!isOfSilence) return open
  const others = open ? 'while another' : 'where no'
  its(!open === (kind === 'silence opened'), `comes ${others} silence procedure runs`)
  if (!open) checkFrozen(act.frozen, `Act ${act.act} (${kind}) freezes another version than the last: `)
  const until = (open ?? act).deadline
  const isIt = version?.hash === heads[open?.frozen]?.hash && at === until && recorded >= at
  its(!adopts || isIt, 'is not of the frozen words, or not at their deadline')
  its(adopts || (at < until && !(open && deadline <= until)), 'comes after the deadline, or cuts it short')
  return kind === 'silence seen' ? open : deadline ? { ...open, ...act } : null
}

/** The acts make every version, as it was issued. */
function replay({ versions, acts }) {
  let [silence, text, heads, laid] = [null, new Text(), [], acts[0].declaration]
  const check = (at, why) => checkVersion({ head: heads[at], frozen: versions[at], text, laid }, why)
  for (const act of acts) {
    text.take(act)
    const issued = typeof act.version === 'object' && act.version
    if (issued)
      must(heads.push(issued) === issued.number + 1, `Act ${act.act}`, 'issues another version than is due')
    if (issued) check(issued.number)
    silence = hear(silence, act, heads, check)
  }
  const areThose = versions.length === heads.length && versions.every(({ number }, at) => number === at)
  must(areThose, 'The record', 'has a version that no act issued, or that is not in its place')
}

// ——— The roll: whose endorsement is in force, and by which signature

/** Web Authentication: on a page of this origin, by a device that recognized its person (bits 0 and 2). */
function isByDevice({ instrument, assertion }, spki, origin) {
  const [data, said] = [bytesOf(assertion.authenticatorData), bytesOf(assertion.clientDataJSON)]
  const { type, challenge, ...page } = JSON.parse(said)
  const isHere = type === 'webauthn.get' && page.origin === origin && page.crossOrigin !== true
  const isThere = data.subarray(0, 32).equals(sha256(new URL(origin).hostname)) && (data[32] & 5) === 5
  const isIt = challenge === sha256(canonical(instrument)).toString('base64url')
  const signed = Buffer.concat([data, sha256(said)])
  return isHere && isThere && isIt && isSigned(signed, bytesOf(spki), bytesOf(assertion.signature))
}

const facts = only('capacity note by at state hash name title remarks')

/** The endorsements that are in force after all acts, in their order. */
function rollOf({ declaration, versions, words, acts, first, rootAt }) {
  const [roll, listed, papers, nonces] = [new Map(), new Map(), new Map(), new Set()]
  let [open, final] = [null, null]
  for (const [at, act] of acts.entries()) {
    const { kind, state, by, paper, signed } = act
    for (const it of act.struck ?? []) listed.delete(it)
    for (const it of act.signatories ?? []) listed.set(it.capacity, it)
    if (act.version?.final) final = act.version
    if (kind === 'endorsement opened') open = { ...act, at: first + at, isOpen: true }
    if (open && (kind === 'addendum closed' || act.to === 'closed')) open.isOpen = false
    if (kind === 'language version laid') {
      const [{ language, lines: blocks, words: laid }, clause] = [act, only('kind label')]
      const those = JSON.parse(words ?? versions[final?.number].words).blocks
      const isBeside = !open && act.hash === final.hash && isSame(blocks.map(clause), those.map(clause))
      must(isBeside, `Act ${act.act}`, 'is not beside the final text: late, or with other clauses')
      const hash = hashOf(canonical({ format: 'paraph-words/1', declaration, language, blocks }))
      must(hash === laid, `Act ${act.act} (${language})`, 'lays other words than those of its hash')
    }
    if (/^paper /.test(kind)) papers.set(paper, kind === 'paper recorded' ? act : null)
    if (kind !== 'text endorsed' && kind !== 'endorsement withdrawn') continue
    const its = (isSo, fault) => must(isSo, `Act ${act.act} (${kind}, ${state})`, fault)
    const [before, isNew, { capacity }] = [roll.get(state), kind === 'text endorsed', by]
    const { version, hash, name, title, remarks, addendum } = isNew ? act : { ...before, ...act, remarks: [] }
    its(final, 'comes before there was a final version')
    its(version === final.number && hash === final.hash, 'is for other words than those of the final version')
    const isOwn = paper ? by.role === 'secretariat' : by.role === 'signatory' && by.delegation === state
    its(isOwn, 'is not by its signatory')
    must(!isNew || !before, state, `endorsed twice (act ${act.act})`)
    its(isNew || before?.act === act.endorsement, 'withdraws what does not stand')
    const isOpen = !open || (open.isOpen && (open.addendum ?? undefined) === addendum)
    const isProved = isOpen && !open === !(signed || paper)
    its(isProved, 'comes without a signature, or while endorsement was not open')
    if (paper) {
      const isOther = capacity !== paper.by.capacity && by.name !== paper.by.name
      const isIt = isSame(facts(papers.get(paper.id)), facts({ ...paper, state, hash, name, title, remarks }))
      its(isOther && isIt, 'is not what another of the secretariat recorded of a signed paper')
    }
    if (signed) {
      const [{ instrument: it, assertion }, { origin }, { symbol }] = [signed, open, final]
      const { key, state: whose } = listed.get(capacity) ?? {}
      const isListed = whose === state && key?.id === assertion.credential
      its(isListed, 'is signed with a key that was not published for its signatory')
      const [type, { size, root }] = [`paraph-${isNew ? 'endorsement' : 'withdrawal'}/1`, it.ledger]
      const about = { type, origin, declaration, version, symbol, text: hash, state, capacity, remarks }
      const said = { ...it, ...about, signatory: { name, title }, withdraws: act.endorsement }
      its(isSame(it, said), 'says something else than what was signed')
      its(isByDevice(signed, key.spki, origin), 'was not signed by the key published for its signatory')
      const isNow = Math.abs(Date.parse(act.at) - Date.parse(it.time)) <= 600_000
      its(isNow && nonces.size < nonces.add(it.nonce).size, 'was signed at another time, or once before')
      const hasSeen = size > open.at && size <= first + at && root === rootAt(size)
      its(hasSeen, 'bears witness to another history: acts before it were changed, removed or inserted')
    }
    isNew ? roll.set(state, act) : roll.delete(state)
  }
  return { final, roll: [...roll.values()].map(({ kind: _, ...endorsement }) => endorsement) }
}

// ——— All of it

function checkRecord(file, { fingerprint, checkpoint }) {
  const record = JSON.parse(file)
  must(record?.format === 'paraph-record/1', 'The file', 'is not a record of Paraph, or of a later format')
  const key = readKey(record.key, fingerprint)
  const ledger = checkLedger(record, key, checkpoint)
  must(ledger.acts[0]?.declaration?.id === record.declaration, 'The record', 'does not begin as it was laid')
  replay(ledger)
  const { final, roll } = rollOf(ledger)
  must(isSame(roll, record.endorsements), 'The roll', 'does not say what the acts of endorsement say')
  return { key, ...ledger, final, roll }
}

const told = ({ key, head, final, roll }) => `All is well with ${head.origin}: ${head.size} acts,
root ${head.root}, signed by the key with the fingerprint ${key.fingerprint}.
${final ? `The final version is ${final.symbol}, ${final.hash}.` : 'There is no final version yet.'}
States that endorse it: ${roll.length}.
Signed: ${roll.filter((it) => it.signed).length}; on paper: ${roll.filter((it) => it.paper).length}.
Compare the fingerprint and keep checkpoints: no file shows whose key it is, or what was cut off before.`

async function verdictOn(path, fingerprint, kept) {
  const [file, checkpoint] = [readFileSync(path, 'utf8'), kept && readFileSync(kept, 'utf8')]
  const tools = { checkLedger, hashOf, isSame, must, openNote, readKey, rollOf }
  const check = file.startsWith('<') ? (await import('./certificate.mjs')).checkCertificate : checkRecord
  console.log(told(check(file, { fingerprint, checkpoint }, tools)))
  process.exitCode = 0
}

const args = process.argv.slice(2)
const given = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined)
const options = [given('--fingerprint'), given('--checkpoint')]
const why = (error) => (error.cause === 'found' ? error.message : `It can not be read: ${error.message}.`)
// Nothing is in order until all of it was checked.
process.exitCode = args.length === 1 ? 1 : 2
if (args.length !== 1)
  console.error('Usage: paraph-verify <file> [--fingerprint <hex>] [--checkpoint <file>]')
else verdictOn(...args, ...options).catch((error) => console.error(`NOT IN ORDER. ${why(error)}`))
