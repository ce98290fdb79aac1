import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Certificate } from '../../shared/certificate.ts'
import type { DeclarationId, Sha256 } from '../../shared/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Sittings } from '../sitting/contract.ts'
import type { Certified, LedgerHead } from '../sitting/ledger.ts'

/** What the public is shown of one declaration, as it stands at one head of its ledger. */
export interface Publication {
  readonly certificate: Certificate
  readonly json: Uint8Array
  readonly brotli: Uint8Array
  /** Changes with the ledger, and with what stands in no ledger. */
  readonly tag: string
}

export interface PublicationsAround {
  readonly sittings: Sittings
  /** How many States are accredited: no act says so. */
  accredited(): number
  certificate(found: Certified): Certificate
}

/** Made once for each head of the ledger, however many look: a public that reloads costs the room nothing. */
export class Publications {
  private readonly made = new Map<DeclarationId, Made>()
  private readonly around: PublicationsAround

  constructor(around: PublicationsAround) {
    this.around = around
  }

  /** What isn't published is not even said to exist. */
  async of(id: DeclarationId): Promise<Publication | Refusal> {
    const sitting = await this.around.sittings.open(id)
    if (isRefusal(sitting)) return refuse('declaration/unknown')
    const accredited = this.around.accredited()
    const known = this.made.get(id)
    const found = await sitting.ledger((ledger) => {
      const head = ledger.head()
      return known && isOf(known, head, accredited) ? known : ledger.certificate()
    })
    if (isRefusal(found)) return refuse('declaration/unknown')
    if ('publication' in found) return found.publication
    // What was closed to the public is made no more, and what was made of it is gone.
    this.made.delete(id)
    if (!found.isPublic) return refuse('declaration/unknown')
    const publication = publish(this.around.certificate(found), found.head, accredited)
    this.made.set(id, { root: found.head.root, accredited, publication })
    return publication
  }
}

interface Made {
  readonly root: Sha256
  readonly accredited: number
  readonly publication: Promise<Publication>
}

const isOf = (made: Made, { root }: LedgerHead, accredited: number): boolean =>
  made.root === root && made.accredited === accredited

async function publish(
  certificate: Certificate,
  { root }: LedgerHead,
  accredited: number,
): Promise<Publication> {
  const json = Buffer.from(JSON.stringify(certificate))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: json.length }
  return {
    certificate,
    json,
    brotli: await promisify(brotliCompress)(json, { params }),
    tag: `${root.slice(0, 32)}-${accredited}`,
  }
}
