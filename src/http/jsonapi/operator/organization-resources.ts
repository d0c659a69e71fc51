import { requireServerAdmin } from '../../../core/accounts/index.ts'
import { notFound } from '../../../core/errors.ts'
import { smallField } from '../../../core/lists/index.ts'
import { listServedOrganizations, setServedMaintenance } from '../../../core/operator/index.ts'
import { boolean, integer, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import type { CoreRecord, Resource } from '../resource.ts'
import { pageOf, permissions, type Served } from './served.ts'

const organizationFields = {
  id: smallField('id'),
  slug: smallField('text'),
  name: smallField('text'),
  createdAt: smallField('time'),
  maintenanceSince: smallField('time'),
}

export function serverOrganizations(served: () => Served): Resource {
  return defineResource({
    type: 'server-organizations',
    idKind: 'organization',
    about: 'The organizations of the server, and whether each is in maintenance. Only for operators of the server.',
    permissions,
    fields: organizationFields,
    attributes: {
      slug: text('Its sub-domain.'),
      name: text('Its name.'),
      members: integer('How many members it has.'),
      maintenanceSince: time('Since when it is in maintenance.', { nullable: true }),
      inMaintenance: boolean('Whether it is in maintenance.', { write: 'update' }),
      createdAt: time('When it was made.'),
    },
    relationships: {},
    list: async (ctx, request) => {
      requireServerAdmin(ctx)
      return pageOf(ctx, 'server_organization', organizationFields, await listOrganizations(served()), request)
    },
    update: async (ctx, id, { inMaintenance }) => {
      if (inMaintenance !== undefined) await setServedMaintenance(served().database.system, id, inMaintenance, ctx.now)
      const found = (await listOrganizations(served())).find((one) => one.id === id)
      if (!found) throw notFound('organization')
      return found
    },
  })
}

async function listOrganizations({ database }: Served): Promise<CoreRecord[]> {
  const organizations = await listServedOrganizations(database.system)
  return organizations.map((one) => ({ ...one, inMaintenance: one.maintenanceSince !== null }))
}
