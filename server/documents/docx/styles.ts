import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { directionOf } from '../../../shared/direction.ts'

/** How a conference document is set: one serif face, and numbers that hang before their clauses. */
export const STYLES = { title: 'DocumentTitle', clause: 'Clause', subtitle: 'View', close: 'Close' } as const

/** In twentieths of a point. */
export const HANGING = 964

const FACE = 'Times New Roman'

export function stylesFor(language: string, isJustified: boolean): IStylesOptions {
  const isRightToLeft = directionOf(language) === 'rtl'
  const bidi = isRightToLeft ? { bidirectional: true } : {}
  const names = { ascii: FACE, hAnsi: FACE, cs: FACE, eastAsia: FACE }
  return {
    default: {
      document: {
        run: {
          ...{ font: names, size: 22, sizeComplexScript: 24 },
          language: isRightToLeft ? { bidirectional: language } : { value: language },
        },
      },
    },
    paragraphStyles: [
      {
        ...{
          id: STYLES.title,
          name: 'Document Title',
          basedOn: 'Normal',
          next: STYLES.clause,
          quickFormat: true,
        },
        run: { bold: true, boldComplexScript: true, size: 28, sizeComplexScript: 30 },
        paragraph: {
          ...{ ...bidi, alignment: AlignmentType.CENTER, keepNext: true, outlineLevel: 0 },
          // A long title breaks before its last word stands alone.
          indent: { start: HANGING, end: HANGING },
          spacing: { before: 360, after: 240 },
        },
      },
      {
        ...{ id: STYLES.subtitle, name: 'View', basedOn: 'Normal', next: STYLES.clause },
        run: { italics: true, italicsComplexScript: true, color: '404040' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 360 } },
      },
      {
        ...{ id: STYLES.clause, name: 'Clause', basedOn: 'Normal', quickFormat: true },
        paragraph: {
          ...bidi,
          alignment: isJustified ? AlignmentType.BOTH : AlignmentType.START,
          indent: { start: HANGING, hanging: HANGING },
          spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO },
        },
      },
      {
        ...{ id: STYLES.close, name: 'Close', basedOn: 'Normal' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240 } },
      },
    ],
    characterStyles: [
      { id: 'CommentReference', name: 'annotation reference', run: { size: 16, sizeComplexScript: 16 } },
    ],
  }
}
