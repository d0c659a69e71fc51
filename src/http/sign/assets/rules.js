// Written by `npm run generate` out of src/core: how what is typed is read, and which fields are shown.
// Letters and symbols that look empty although Unicode calls them neither space nor format: the empty Braille cell, the
// undrawn notehead, empty hieroglyphs, and the object replacement character.
const inked = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]/u

/**
 * Whether a text has anything visible: a character that is not a space, a control or format character, a filler, or a
 * combining mark without a letter.
 */
function isVisible(text        )          {
  return inked.test(text)
}

const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
// The ideographic space stays, because it belongs to Chinese and Japanese names.
const otherSpace = /[\t\u2800]|(?!\u3000)\p{Zs}/gu
const invisible = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u
// These characters count as visible, because the signer gets a fault for them.
const unprintable = /(?!\n)[\p{Cc}\p{Co}]/u
// The flag of a region is a black flag followed by invisible letters.
const regionFlag = /^\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/u

/**
 * Cleans typed or pasted text: invisible debris (marks of direction, soft hyphens, byte order marks, fillers, tags)
 * goes, and every kind of space becomes a plain one, line ends too unless `multiline`. Invisible characters that shape
 * others stay, such as joiners of Persian and emoji. Text without anything visible becomes empty.
 */
function readTyped(typed        , { multiline }                         = { multiline: false })         {
  const lines = typed.replace(lineEnd, multiline ? '\n' : ' ').replace(otherSpace, ' ')
  const kept = invisible.test(lines) ? withoutInvisible(lines) : lines
  return isVisible(kept) || unprintable.test(kept) ? kept.trim() : ''
}

/**
 * Cleans typed text for machines (an address, a number) as readTyped does. Full-width letters become narrow, all dashes
 * become hyphens, and digits of other scripts become ASCII digits.
 */
function readTypedCode(typed        )         {
  const plain = readTyped(typed).normalize('NFKC')
  const digits = plain.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)))
  return digits.replace(/[\p{Pd}\u2212]/gu, '-').replace(/\s+/gu, ' ')
}

// The ten digits of a script follow each other from its zero.
function digitValue(digit        )         {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

function withoutInvisible(text        )         {
  const letters = [...text]
  const kept           = []
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? ''
    const [flag] = letter === '\u{1f3f4}' ? (regionFlag.exec(letters.slice(at, at + 9).join('')) ?? []) : []
    if (flag) at += [...flag].length - 1
    if (flag || !invisible.test(letter) || shapes(letter, kept.at(-1) ?? '', letters[at + 1] ?? '')) {
      kept.push(flag ?? letter)
    }
  }
  return kept.join('')
}

/** Whether an invisible character changes how its neighbours look. */
function shapes(letter        , before        , after        )          {
  return neighbours.some(([which, left, right]) => which.test(letter) && left.test(before) && right.test(after))
}

const anything = /^/
const joined =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}]/u

// Which characters shape others, after what, and before what.
const neighbours                             = [
  [/[\u200c\u200d]/, joined, joined],
  [/[\ufe0e\ufe0f]/, /\p{Emoji}/u, anything],
  [/[\ufe00-\ufe0d]/, /[\p{L}\p{S}\p{M}]/u, anything],
  [/[\u{e0100}-\u{e01ef}]/u, /\p{Script=Han}/u, anything],
  [/[\u180b-\u180f]/, /\p{Script=Mongolian}/u, anything],
  [/\u034f/, /\p{M}/u, /\p{M}/u],
  [/\u115f/, anything, /[\u1160-\u11a7\ud7b0-\ud7c6]/],
  [/\u1160/, /[\u1100-\u115f\ua960-\ua97c]/, anything],
]

/** Whether a text is a number in plain digits, with a decimal point: `-1234.50`. */
function isPlainNumber(text        )          {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)
}

/** A plain number in the format of a locale, with its decimals: `1.234,50` in German. */
function formatNumber(plain        , locale        )         {
  const decimals = plain.split('.')[1]?.length ?? 0
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, numberingSystem: 'latn' }
  return new Intl.NumberFormat(locale, options).format(Number(plain))
}

/**
 * Reads a typed number as plain digits. Groups and decimals follow the locale; a point is also understood where it
 * cannot be a grouping sign. Any other text is returned unchanged, because a number is never guessed.
 */
function readNumber(typed        , locale        )         {
  const text = readTypedCode(typed)
  const { group, decimal } = signsOf(locale)
  const own = grammarOf(group, decimal).exec(text) ?? grammarOf('', '.').exec(text)
  if (!own) return text
  const [, minus = '', whole = '', decimals] = own
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  return `${minus}${digits}${decimals === undefined ? '' : `.${decimals}`}`
}

// Spaces and apostrophes group digits in every locale. Groups have two or three digits, because India groups by lakhs.
function grammarOf(group        , decimal        )         {
  const between = `[ '’${group}]`
  return new RegExp(`^\\+?(-?) ?(\\d+|\\d{1,3}(?:${between}\\d{2,3})*${between}\\d{3})(?:[${decimal}](\\d+))?$`, 'u')
}

function signsOf(locale        )                                     {
  const format = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: 'always' })
  const found = format.formatToParts(1_234_567.5)
  const sign = (type                     ) => found.find((part) => part.type === type)?.value ?? ''
  return { group: sign('group').replace(/[^.,]/g, ''), decimal: sign('decimal') === ',' ? ',' : '.' }
}

/** Whether a text is a calendar day as `YYYY-MM-DD`. */
function isDay(text        )          {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/** A day in the numeric format of a locale, for example 12/31/2026 in `en-US` and 31.12.2026 in `de`. */
function formatDay(day        , locale        )         {
  const date = new Date(`${day}T00:00:00.000Z`)
  return parts(locale)
    .map(({ type, value }) => {
      if (type === 'year') return day.slice(0, 4)
      if (type === 'month') return day.slice(5, 7)
      return type === 'day' ? String(date.getUTCDate()).padStart(2, '0') : value
    })
    .join('')
}

/**
 * Reads a typed day as `YYYY-MM-DD`. Browsers with a date input send it so; otherwise people write it in the format of
 * their locale, with a year of four digits. Any other text is returned unchanged.
 */
function readDay(typed        , locale        )         {
  const text = readTypedCode(typed)
  const numbers = text.match(/\d+/g) ?? []
  if (numbers.length !== 3 || !/^\d+\D{1,3}\d+\D{1,3}\d+\D{0,2}$/u.test(text)) return text
  const order = parts(locale).flatMap(({ type }) =>
    type === 'year' || type === 'month' || type === 'day' ? [type] : [],
  )
  const at = (type                          ) => numbers[order.indexOf(type)] ?? ''
  const isYearFirst = numbers[0]?.length === 4
  const [year, month, day] = isYearFirst ? numbers : [at('year'), at('month'), at('day')]
  if (year?.length !== 4) return text
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}

function parts(locale        )                            {
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(0)
}

// The signing page runs this file too (tools/page-rules.ts), so that it reads typed values as the server does.

/** The members of a field that decide how typed text is read. */

/** Turns typed text into the stored value. `locale` says how numbers and days are written. */
function readAs({ type, multiline = false, choices = [] }          , typed        , locale        )         {
  switch (type) {
    case 'number':
      return readNumber(typed, locale)
    case 'date':
      return readDay(typed, locale)
    case 'checkbox':
      return typed === 'false' ? '' : typed
    case 'choice':
      return choices.includes(typed) ? typed : readTyped(typed)
    default:
      return readTyped(typed, { multiline })
  }
}

// The signing page runs this file too (tools/page-rules.ts), so that it shows the same fields as the server.

/**
 * When a field is shown: it depends on the value of another field, which must be shown too. Exactly one of `equals`,
 * `notEquals` and `filled` is given.
 */

/** The keys of the fields that are shown with these values. Fields in a circle are not shown. */
function listShown(fields                        , values                             )              {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const known = new Map                 ()
  const isShown = (field             )          => {
    const before = known.get(field.key)
    if (before !== undefined) return before
    known.set(field.key, false)
    const { showIf } = field
    const other = showIf && byKey.get(showIf.field)
    const shown = showIf ? other !== undefined && isShown(other) && holds(showIf, other, values) : true
    known.set(field.key, shown)
    return shown
  }
  return new Set(fields.filter(isShown).map(({ key }) => key))
}

function holds(
  { equals, notEquals, filled }           ,
  { key, type }             ,
  values                             ,
)          {
  const value = values.get(key) ?? ''
  if (equals !== undefined) return isSame(type, value, equals)
  if (notEquals !== undefined) return !isSame(type, value, notEquals)
  return (value !== '') === (filled ?? true)
}

/**
 * Whether a value equals an answer. Numbers compare by value, boxes by whether they are ticked, and texts after Unicode
 * normalization.
 */
function isSame(type        , value        , answer        )          {
  if (type === 'checkbox') return (value === 'true') === (String(answer) === 'true')
  if (type === 'number') return value !== '' && Number(value) === Number(answer)
  return value.normalize('NFC') === String(answer).normalize('NFC')
}

export { listShown, readAs }
