import type { Remark } from '../../../shared/endorsement.ts'
import { Checkbox } from '../../design/plain/Checkbox.tsx'
import { TextField } from '../../design/plain/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import './Remarks.css'

const KINDS = ['reservation', 'dissociation', 'explanation'] as const
type Kind = (typeof KINDS)[number]

/** What stands in the fields; null where a remark isn't made. */
export interface RemarkFields {
  readonly words: { readonly [kind in Kind]: string | null }
  readonly clauses: readonly string[]
}

export const NO_REMARKS: RemarkFields = {
  words: { reservation: null, dissociation: null, explanation: null },
  clauses: [],
}

/** What is signed of them. */
export const remarksOf = ({ words, clauses }: RemarkFields): readonly Remark[] =>
  KINDS.flatMap((kind): readonly Remark[] => {
    const said = words[kind]?.trim()
    if (said === undefined) return []
    return kind === 'dissociation' ? [{ kind, clauses, words: said }] : [{ kind, words: said }]
  })

export const areComplete = (fields: RemarkFields): boolean =>
  remarksOf(fields).every((it) => (it.kind === 'dissociation' ? it.clauses.length > 0 : it.words !== ''))

export interface RemarksProps {
  readonly title: string
  readonly hint: string
  /** Of the clauses from which one can dissociate, in their order. */
  readonly labels: readonly string[]
  readonly value: RemarkFields
  readonly onChange: (value: RemarkFields) => void
}

/** Optional, and out of the way: most endorse without another word. */
export function Remarks({ title, hint, labels, value, onChange }: RemarksProps) {
  const { endorse } = useMessages()
  const say = (kind: Kind, words: string | null) =>
    onChange({ ...value, words: { ...value.words, [kind]: words } })
  return (
    <fieldset className="remarks">
      <legend className="field-label">{title}</legend>
      <p className="field-hint">{hint}</p>
      {KINDS.map((kind) => {
        const words = value.words[kind]
        return (
          <div key={kind} className="remark">
            <Checkbox isSelected={words !== null} onChange={(on) => say(kind, on ? '' : null)}>
              {endorse.add[kind]}
            </Checkbox>
            {words !== null && kind === 'dissociation' ? (
              <Clauses
                labels={labels}
                chosen={value.clauses}
                onChange={(clauses) => onChange({ ...value, clauses })}
              />
            ) : null}
            {words === null ? null : (
              <TextField
                multiline
                label={endorse.words[kind]}
                value={words}
                onChange={(said) => say(kind, said)}
                maxLength={5_000}
                optional={kind === 'dissociation'}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

interface ClausesProps {
  readonly labels: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Clauses({ labels, chosen, onChange }: ClausesProps) {
  const { common, endorse } = useMessages()
  return (
    <fieldset className="remark-clauses">
      <legend className="field-label">{endorse.clauses}</legend>
      {labels.map((label) => (
        <Checkbox
          key={label}
          isSelected={chosen.includes(label)}
          // In the order of the text, in whichever order they were ticked.
          onChange={(on) => onChange(labels.filter((it) => (it === label ? on : chosen.includes(it))))}
        >
          {common.clause(label)}
        </Checkbox>
      ))}
    </fieldset>
  )
}
