/** Words, and words in a row, that name what nobody should put into an address. */
const secrets = new Set([
  ...['ssn', 'socialsecurity', 'socialsecuritynumber', 'socialinsurancenumber', 'itin'],
  ...['password', 'passwd', 'pwd', 'passphrase', 'passcode', 'otp'],
  ...['token', 'jwt', 'secret', 'apikey', 'accesskey', 'privatekey', 'secretkey', 'signingkey'],
  ...['accesstoken', 'authtoken', 'refreshtoken', 'idtoken', 'bearertoken', 'clientsecret'],
  ...['creditcard', 'creditcardnumber', 'debitcard', 'cvv', 'cvc'],
])

/**
 * Whether a name says that its value is a secret. Such a value in an address has leaked already (logs, history); it is
 * not kept as well. Whole words decide, in any case style: `applicantSSN` and `user[api-key]` do, `businessName` does not.
 */
export function namesSecret(name: string): boolean {
  const parts = name.normalize('NFKC').split(/[^\p{L}\p{N}]+/u)
  const words = parts.flatMap(splitHumps).map((word) => word.toLowerCase())
  return [...rows(words), ...parts.map((part) => part.toLowerCase())].some(isSecret)
}

function isSecret(word: string): boolean {
  return secrets.has(word) || (word.endsWith('s') && secrets.has(word.slice(0, -1)))
}

/** The words of `applicantSSNNumber2`: applicant, SSN, Number, 2. */
function splitHumps(part: string): string[] {
  return part
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .split(' ')
    .filter(Boolean)
}

/** The words, and up to three of them in a row as one: `social_security` is `socialsecurity`. */
function rows(words: string[]): string[] {
  return words.flatMap((word, at) => [word, words.slice(at, at + 2).join(''), words.slice(at, at + 3).join('')])
}
