import { Type } from 'typebox'
import { given, givenAs, join, request, shownAs } from '../member-table.ts'
import { object } from '../members.ts'

type Access = { emailCode: boolean }

const about = 'What is asked before they read; nothing, unless given.'

const accessGiven = request({
  emailCode: given(
    Type.Boolean({ description: 'Whether they type a code that is mailed to their address before they read.' }),
  ),
})

/** What a signer is asked before they read, in requests. */
export const givenAccess = givenAs(object(accessGiven.members, about), accessGiven.read)

/** The same in replies. */
export const shownAccess = shownAs(
  object({ email_code: Type.Boolean({ description: 'Whether a code is mailed to them.' }) }, about),
  ({ emailCode }: Access) => ({ email_code: emailCode }),
)

export const bothAccess = join(givenAccess, shownAccess)
