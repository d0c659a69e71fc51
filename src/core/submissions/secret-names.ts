/** Words that name a secret, alone or beside other words. */
const words = new Set([
  ...['ssn', 'ssns', 'itin', 'password', 'passwd', 'pwd', 'passphrase', 'passcode', 'otp', 'cvv', 'cvc'],
  ...['token', 'jwt', 'secret', 'credential', 'bearer', 'pin', 'totp', 'passwort', 'kennwort', 'contraseña'],
])

/** Phrases that name a secret, however their words are joined: `social_security`, `apiKey`, `accesskey`. */
const phrases = [
  ...['social security', 'social insurance number', 's s n', 'pass word', 'pass phrase', 'pass code'],
  ...['api key', 'access key', 'private key', 'signing key', 'encryption key', 'ssh key', 'credit card', 'debit card'],
  ...['security code', 'session id', 'mot de passe', 'user pwd', 'auth code'],
].map((phrase) => phrase.split(' '))

/** Phrases that are also written as one word: `accesstoken`, `socialsecuritynumber`. */
const joined = new Set([
  ...phrases.map((phrase) => phrase.join('')),
  ...['socialsecuritynumber', 'creditcardnumber', 'debitcardnumber', 'ssnnumber', 'secretkey', 'clientsecret'],
  ...['accesstoken', 'authtoken', 'refreshtoken', 'idtoken', 'bearertoken', 'sessiontoken'],
])

/**
 * Whether a parameter's name reveals that its value is a secret. Such a value has leaked already, into logs and
 * histories, so it is not stored too. Whole words decide, in any case style: `applicantSSN` is a secret, `businessName`
 * is not.
 */
export function namesSecret(name: string): boolean {
  const parts = name.normalize('NFKC').split(/[^\p{L}\p{N}]+/u)
  const split = parts.flatMap(splitHumps).map((word) => word.toLowerCase())
  return (
    split.some((word) => isSecret(word, words) || isSecret(word, joined)) ||
    phrases.some((phrase) => split.some((_, at) => phrase.every((word, index) => matches(split[at + index], word))))
  )
}

function isSecret(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || (word.endsWith('s') && known.has(word.slice(0, -1)))
}

function matches(given: string | undefined, word: string): boolean {
  return given === word || given === `${word}s`
}

/**
 * The words of `applicantSSNNumber2`: applicant, SSN, Number, 2. The plural of an abbreviation is one word: `SSNs`.
 */
function splitHumps(part: string): string[] {
  return part
    .replace(/(\p{Lu}{2,})s(?!\p{Ll})/gu, '$1 ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .split(' ')
    .filter(Boolean)
}
