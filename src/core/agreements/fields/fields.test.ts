import { expect, test } from 'vitest'
import { checkFieldValues, type Field, findFieldFaults, finishField, readFieldValues } from './index.ts'

const blank = (over: Partial<Field>): Field => ({
  ...{ key: 'it', role: 'tenant', label: 'It', required: true, type: 'text' },
  ...over,
})

const judge = (field: Field, typed: string, locale = 'en') => {
  const values = readFieldValues([field], { it: typed }, locale)
  return { kept: values.get(field), rules: checkFieldValues(values).map(({ code }) => code) }
}

const plate: Partial<Field> = { pattern: '[A-Z]{3}-\\d{4}', patternWords: 'Three letters, a hyphen, four digits' }

test.each<[Partial<Field>, string[]]>([
  [{ type: 'text', maxLength: 0 }, ['maxLength option_length']],
  [{ type: 'text', maxLength: 2_001 }, ['maxLength option_length']],
  [{ type: 'date', maxLength: 5 }, ['maxLength option']],
  [{ type: 'date', pattern: 'a', patternWords: 'a' }, ['pattern option', 'patternWords option']],
  [{ minLength: 0 }, ['minLength option_length']],
  [{ minLength: 5, maxLength: 4 }, ['maxLength number_least']],
  [{ pattern: 'a' }, ['patternWords pattern_words']],
  [{ patternWords: 'An a' }, ['patternWords pattern_missing']],
  [{ pattern: 'a', patternWords: ' ' }, ['patternWords required']],
  [{ pattern: '', patternWords: 'Nothing' }, ['pattern pattern_none']],
  [{ pattern: '(a', patternWords: 'A bracket' }, ['pattern pattern_none']],
  [{ pattern: '(?=a)b', patternWords: 'Looks ahead' }, ['pattern pattern_none']],
  [{ pattern: '(a)\\1', patternWords: 'Looks back' }, ['pattern pattern_none']],
  [{ pattern: '((a{1000}){1000}){1000}', patternWords: 'Many' }, ['pattern pattern_none']],
  [{ pattern: 'a{1,1000}', patternWords: 'Many' }, ['pattern pattern_large']],
  [{ pattern: 'a'.repeat(301), patternWords: 'Many' }, ['pattern pattern_large']],
  [{ type: 'date', multiline: false }, ['multiline option']],
  [{ type: 'date', min: '2026-02-30' }, ['min date']],
  [{ type: 'date', max: 7 }, ['max date']],
  [{ type: 'date', min: '2026-02-02', max: '2026-02-01' }, ['max option_day_order']],
  [{ type: 'number', min: '7' }, ['min number_range']],
  [{ type: 'number', min: 2, max: 1 }, ['max number_least']],
  [{ type: 'number', decimals: 7 }, ['decimals option_decimals']],
  [{ type: 'number', max: 1e12 }, ['max number_range']],
  [{ type: 'choice' }, ['choices choices_missing']],
  [{ type: 'choice', choices: ['one'] }, ['choices choices_count']],
  [{ type: 'choice', choices: ['one', 'one'] }, ['choices.1 choice_twice']],
  [{ type: 'choice', choices: ['é', ' e\u0301\u200b'] }, ['choices.1 choice_twice']],
  [{ type: 'choice', choices: ['one', '\u200b'] }, ['choices.1 required']],
  [{ type: 'choice', choices: ['one', 'a\u202eb'] }, ['choices.1 characters']],
  [{ type: 'signature', required: false }, ['required signature_required']],
  [{ type: 'signature', showIf: { field: 'it', filled: true } }, ['showIf option']],
  [{ type: 'initials', display: 'radio' }, ['display option']],
])('a field %j of an author has the faults %s', (over, faults) => {
  expect(findFieldFaults(blank(over)).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(faults)
})

test.each<[Partial<Field>, string, string, string[]]>([
  [{}, ' Robin\t', 'Robin', []],
  [{}, '\u200b\u2800', '', ['required']],
  [{ required: false }, '\u3164', '', []],
  [{}, 'a\nb', 'a b', []],
  [{ multiline: true }, 'a\r\nb', 'a\nb', []],
  [{ maxLength: 2 }, '😀😀', '😀😀', []],
  [{ maxLength: 2 }, 'abc', 'abc', ['max_length']],
  [{}, 'a\u0007', 'a\u0007', ['unprintable']],
  [{ minLength: 2 }, '😀', '😀', ['shortest']],
  [{ minLength: 2, required: false }, '', '', []],
  [plate, 'ABC-1234', 'ABC-1234', []],
  [plate, 'xABC-1234', 'xABC-1234', ['pattern']],
  [plate, 'ABC-1234x', 'ABC-1234x', ['pattern']],
  [{ ...plate, required: false }, ' ', '', []],
  [{ type: 'date' }, '2026-12-01', '2026-12-01', []],
  [{ type: 'date' }, '12/1/2026', '2026-12-01', []],
  [{ type: 'date' }, '0026-12-01', '0026-12-01', ['day_range']],
  [{ type: 'date' }, '2200-01-01', '2200-01-01', ['day_range']],
  [{ type: 'date', max: '2999-01-01' }, '2200-01-01', '2200-01-01', []],
  [{ type: 'date', min: '2026-01-02' }, '2026-01-01', '2026-01-01', ['day_range']],
  [{ type: 'date' }, '2026-02-30', '2026-02-30', ['date']],
  [{ type: 'number' }, '1,234.5', '1234.5', []],
  [{ type: 'number' }, '1.234', '1.234', ['decimals']],
  [{ type: 'number', decimals: 0 }, '1.5', '1.5', ['decimals']],
  [{ type: 'number', min: 1, max: 3 }, '0', '0', ['number_range']],
  [{ type: 'number' }, '1000000000000', '1000000000000', ['number_range']],
  [{ type: 'number', decimals: 6 }, '123456789012.3456', '123456789012.3456', ['digits']],
  [{ type: 'number' }, 'many', 'many', ['number']],
  [{ type: 'initials' }, 'R. C.', 'R. C.', []],
  [{ type: 'initials' }, '\u0301', '', ['required_initials']],
  [{ type: 'initials' }, 'Robin Clear', 'Robin Clear', ['max_length']],
  [{ type: 'checkbox' }, 'false', '', ['required_box']],
  [{ type: 'checkbox' }, 'yes', 'yes', ['checkbox']],
  [{ type: 'choice', choices: ['red', 'blue'] }, 'red', 'red', []],
  [{ type: 'choice', choices: ['red', 'blue'] }, 'green', 'green', ['choice']],
  [{ type: 'choice', choices: ['red', 'blue'] }, '', '', ['required_choice']],
])('a field %j stores the typed text %j as %j', (over, typed, kept, rules) => {
  expect(judge(blank(over), typed)).toEqual({ kept, rules })
})

test('a signer writes numbers and days as their browser shows them', () => {
  expect(judge(blank({ type: 'number' }), '1.234,5', 'de')).toEqual({ kept: '1234.5', rules: [] })
  expect(judge(blank({ type: 'date' }), '1.12.2026', 'de')).toEqual({ kept: '2026-12-01', rules: [] })
})

test.each<[Partial<Field>, string, object]>([
  [{ type: 'number' }, '1234.50', { kind: 'text', value: '1.234,50' }],
  [{ type: 'number' }, '', { kind: 'text', value: '' }],
  [{ type: 'initials' }, 'RC', { kind: 'initials', mark: { kind: 'typed', name: 'RC' } }],
  [{ type: 'choice', choices: ['red', 'blue'] }, 'red', { kind: 'text', value: 'red' }],
  [{ type: 'checkbox' }, 'true', { kind: 'checkbox', checked: true }],
  [{ type: 'date' }, '2026-12-01', { kind: 'date', value: '2026-12-01' }],
])('the finished document in German shows %j with %j as %j', (over, value, shown) => {
  expect(finishField(blank(over), value, { language: 'de', mark: null })).toEqual(shown)
})

test('no accepted pattern takes long on any text', () => {
  const patterns = ['(a+)+$', '(a|aa)+$', '(.*a){20}', '([a-zA-Z]+)*x', '(a?){100}a{100}']
  const began = performance.now()
  for (const pattern of patterns) judge(blank({ pattern, patternWords: 'So' }), `${'a'.repeat(1_999)}!`)
  expect(performance.now() - began).toBeLessThan(2_000)
})
