/** A message in plain text. */
export type Mail = { to: readonly string[]; subject: string; text: string }

/** Hands a message to the mail server; throws when it was not taken. Implemented by adapters/mail. */
export type SendMail = (mail: Mail) => Promise<void>
