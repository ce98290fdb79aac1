// Checks a certificate of Paraph: the page that has the final text and its roll. Part of paraph-verify.mjs.
import { createPublicKey, verify } from 'node:crypto'

const SEAL = '<script type="text/plain" id="seal">\n'
const END = '</script>\n</body>\n</html>\n'

/** Throws, by `must`, what is wrong; tells what was found right. */
export function checkCertificate(
  page,
  { fingerprint, checkpoint },
  { Wrong, Tree, sha256, hex, canonical, readKey, readCheckpoint, keyId },
) {
  const must = (isSo, sentence) => {
    if (!isSo) throw new Wrong(sentence)
  }
  const at = page.lastIndexOf(SEAL)
  must(at > 0 && page.endsWith(END), 'The page has no seal at its end, or something was put behind it.')
  const [before, note] = [page.slice(0, at), page.slice(at + SEAL.length, -END.length)]
  const [, data] =
    [...before.matchAll(/<script type="application\/json" id="data">([^<]*)<\/script>/g)].at(-1) ?? []
  must(data, 'The page has no data that could be checked.')
  const certificate = JSON.parse(data)
  must(
    certificate.format === 'paraph-certificate/1',
    'The page is of a later format than this program knows.',
  )
  const key = readKey(certificate.key)
  const isYours =
    fingerprint === undefined || fingerprint.replace(/\s/g, '').toLowerCase() === key.fingerprint
  must(isYours, `The certificate is signed by another key than yours: its fingerprint is ${key.fingerprint}.`)
  const hash = (text) => hex(sha256(text))
  const sealed = `${key.name}\ncertificate ${hash(data)}\nfile ${hash(before)}\n`
  must(
    isSealed(note, sealed, key, { hex, keyId }),
    'The page is not, byte for byte, the one that the server sealed: it was changed.',
  )
  const head = readCheckpoint(certificate.checkpoint, key, 'certificate’s')
  must(
    head.origin.endsWith(`/declarations/${certificate.declaration}`),
    'The checkpoint is of another declaration.',
  )
  const kept = checkpoint && readCheckpoint(checkpoint, key, 'kept')
  must(
    !kept || kept.origin === head.origin,
    'The checkpoint that you kept is of another declaration or server.',
  )
  checkActs(certificate, head, kept, { must, Tree })
  const acts = certificate.acts.map((it) => JSON.parse(it))
  const final = acts[0]?.version
  must(final?.final === true, 'The acts do not begin with the one that made the text final.')
  must(hash(certificate.words) === final.hash, 'The words are not those of the hash that was made final.')
  const signed = checkRoll(acts, final, certificate.rolls, { must, sha256, hex, canonical })
  return told({ key, head, final, ...signed })
}

function isSealed(note, text, key, { hex, keyId }) {
  const [, by, encoded] = /^— (\S+) (\S+)$/m.exec(note.slice(text.length)) ?? []
  const signature = Buffer.from(encoded ?? '', 'base64')
  const isTheirs = by === key.name && hex(signature.subarray(0, 4)) === keyId(by, key.bytes)
  if (!note.startsWith(`${text}\n`) || !isTheirs) return false
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.bytes])
  const known = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text), known, signature.subarray(4))
}

/** The ledger before the text was final is known by its whole subtrees; every act since stands in the page. */
function checkActs({ before, acts }, head, kept, { must, Tree }) {
  const tree = new Tree()
  const counts = [...before.size.toString(2)].flatMap((digit, place, all) =>
    digit === '1' ? [2 ** (all.length - 1 - place)] : [],
  )
  must(counts.length === before.peaks.length, 'The ledger before the final text is not one that can be.')
  tree.peaks = counts.map((count, place) => ({ count, hash: Buffer.from(before.peaks[place], 'hex') }))
  let size = before.size
  const compare = () =>
    must(
      kept?.size !== size || kept.root === tree.root(),
      'The history was rewritten: it does not contain the checkpoint that you kept.',
    )
  compare()
  for (const act of acts) {
    tree.add(act)
    size++
    compare()
  }
  must(
    !kept || kept.size <= size,
    `The certificate is older than the checkpoint that you kept, which signs ${kept?.size} acts.`,
  )
  must(
    size === head.size && tree.root() === head.root,
    'The acts are not those that were signed: one was changed, left out, added or moved.',
  )
}

function checkRoll(acts, final, rolls, { must, sha256, hex, canonical }) {
  const [listed, roll] = [new Map(), new Map()]
  let [onPaper, withdrawn] = [0, 0]
  for (const act of acts) {
    const { kind, state, signed, paper } = act
    if (kind === 'signatories listed') {
      for (const capacity of act.struck) listed.delete(capacity)
      for (const it of act.signatories) listed.set(it.capacity, it)
    }
    if (kind !== 'text endorsed' && kind !== 'endorsement withdrawn') continue
    const { by } = act
    must(
      paper || (by.role === 'signatory' && by.delegation === state),
      `Act ${act.act} is in the name of ${state}, and not by its signatory.`,
    )
    if (signed)
      checkSigned(act, listed.get(signed.instrument.capacity), final, { must, sha256, hex, canonical })
    if (kind === 'endorsement withdrawn') {
      must(
        roll.get(state)?.act === act.endorsement && roll.delete(state),
        `Act ${act.act} withdraws what ${state} did not endorse.`,
      )
      withdrawn++
      continue
    }
    must(!roll.has(state), `${state} endorsed twice.`)
    must(
      act.version === final.number && act.hash === final.hash,
      `The endorsement of ${state} (act ${act.act}) is for other words than those of the final version.`,
    )
    if (paper) onPaper++
    roll.set(state, act)
  }
  const states = canonical([...roll.keys()].sort())
  for (const named of Object.values(rolls))
    must(
      canonical(named.map(([code]) => code).sort()) === states,
      'The roll has other States than those that endorse by the acts.',
    )
  return { endorsements: roll.size, onPaper, withdrawn }
}

/** Web Authentication, level 3, 7.2: this instrument, on a page of its origin, by the published key, with its person recognized. */
function checkSigned(act, signatory, final, { must, sha256, hex, canonical }) {
  const { instrument, assertion } = act.signed
  const bytes = (text) => Buffer.from(text, 'base64url')
  const [data, client] = [bytes(assertion.authenticatorData), bytes(assertion.clientDataJSON)]
  const said = JSON.parse(client.toString())
  const challenge = Buffer.from(sha256(canonical(instrument))).toString('base64url')
  const name = `The signature for ${act.state} (act ${act.act})`
  must(
    signatory?.state === act.state && signatory.key?.id === assertion.credential,
    `${name} is not by a key that was published for it.`,
  )
  must(
    said.type === 'webauthn.get' && said.challenge === challenge && said.origin === instrument.origin,
    `${name} is over something else than what it says.`,
  )
  must(
    hex(data.subarray(0, 32)) === hex(sha256(new URL(instrument.origin).hostname)) && (data[32] & 5) === 5,
    `${name} was made for another place, or without recognizing its person.`,
  )
  const key = createPublicKey({ key: bytes(signatory.key.spki), format: 'der', type: 'spki' })
  const how = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  must(
    verify(how, Buffer.concat([data, sha256(client)]), key, bytes(assertion.signature)),
    `${name} does not verify.`,
  )
  const says = [instrument.state, instrument.text, instrument.version]
  must(
    canonical(says) === canonical([act.state, final.hash, final.number]),
    `${name} is for other words, or another State.`,
  )
  if (act.kind !== 'text endorsed') return
  const { name: person, title, remarks } = act
  must(
    canonical([instrument.signatory, instrument.remarks]) === canonical([{ name: person, title }, remarks]),
    `${name} has another name, title or statement than the act.`,
  )
}

const told = ({ key, head, final, endorsements, onPaper, withdrawn }) => `All is well with ${head.origin}.
The page is byte for byte the one that was sealed by the key with the fingerprint
${key.fingerprint}
The final version is ${final.symbol}, ${final.hash}; States that endorse it: ${endorsements} (on paper: ${onPaper}; withdrawn: ${withdrawn}).
It stands at ${head.size} acts, root ${head.root}: what came later is not in it.
What no file can show: that this key is the meeting’s. Compare the fingerprint (--fingerprint), and keep checkpoints (--checkpoint).`
