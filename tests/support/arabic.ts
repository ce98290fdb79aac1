/** A declaration in Arabic, with what turns around in it: digits, Latin letters, brackets and quotation marks. */
export const ARABIC = {
  id: 'declaration',
  symbol: 'A/CONF.2009/L.1',
  language: 'ar',
  title: 'إعلان رفيع المستوى',
  punctuation: { between: '؛', beforeLast: '؛', last: '.' },
  clauses: [
    'إذ نؤكد الدور المركزي للشرطة (المادة 12) في 192 دولة',
    'وإذ نشير إلى «ازدياد الطلب» على INTERPOL منذ سنة 2009، وفي جميع أنحاء العالم، وإلى ما أعلنته الدول من التزامات في هذا الشأن',
    'ندعو الدول الأعضاء إلى اتخاذ التدابير اللازمة على وجه السرعة لدعم هذه الإجراءات',
  ],
}
