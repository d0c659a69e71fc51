import fc from 'fast-check'

/** Any code point, with lone surrogates. The library's own unit for this takes more than a second to build. */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code))
