import { listUsers, memberList, updateUser } from '../../../core/accounts/index.ts'
import { boolean, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** People of the organization. */
export const users = defineResource({
  type: 'users',
  idKind: 'user',
  about:
    'People of your organization. A person joins by accepting an invitation. Deactivating a user stops the tokens of that user at once.',
  permissions: { read: 'users:read', write: 'users:write' },
  fields: memberList.fields,
  attributes: {
    name: text(
      'The name of the person. You can change it until the person has signed in. Afterwards only the person can.',
      {
        write: 'update',
      },
    ),
    email: text('The address that the person signs in with.'),
    isActive: boolean('Whether the person may use this organization.', { write: 'update' }),
    deactivatedAt: time('When the person was deactivated.', { nullable: true }),
    createdAt: time('When the person became a member.'),
    updatedAt: time('When the membership was last changed.'),
  },
  relationships: {
    role: toOne('roles', 'roleId', 'What the person may do.', { write: 'update' }),
  },
  instead: {
    create: 'Create an invitation. The person becomes a user by accepting it.',
    remove: 'Set isActive to false, which stops their tokens at once.',
  },
  list: listUsers,
  update: updateUser,
})
