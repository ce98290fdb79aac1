type Forms = Readonly<{ [form in Intl.LDMLPluralRule]?: string }> & { readonly other: string }

/** `plural('en')(3, { one: '# clause', other: '# clauses' })` is `3 clauses`. */
export const plural = (language: string) => {
  const rules = new Intl.PluralRules(language)
  const digits = new Intl.NumberFormat(language)
  return (count: number, forms: Forms): string =>
    (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count))
}
