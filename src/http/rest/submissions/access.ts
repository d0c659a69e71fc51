import { Type } from 'typebox'
import { given, givenAs, join, request, shownAs } from '../member-table.ts'
import { object } from '../members.ts'

type Access = { emailCode: boolean }

const about = 'What the signer must enter before they can read the agreement; nothing by default.'

const accessGiven = request({
  emailCode: given(
    Type.Boolean({
      description: 'Whether the signer must type a code from an e-mail before they can read the agreement.',
    }),
  ),
})

/** The checks that a signer must pass before reading, in requests. */
export const givenAccess = givenAs(object(accessGiven.members, about), accessGiven.read)

/** The same in replies. */
export const shownAccess = shownAs(
  object({ email_code: Type.Boolean({ description: 'Whether a code is mailed to the signer.' }) }, about),
  ({ emailCode }: Access) => ({ email_code: emailCode }),
)

export const bothAccess = join(givenAccess, shownAccess)
