import { expect, test } from 'vitest'
import type { Field } from '../../agreements/index.ts'
import { judgeFile, type RowDelivery } from './judge.ts'

const roles = [
  { key: 'tenant', name: 'Tenant', order: 1, kind: 'signer' as const },
  { key: 'landlord', name: 'Landlord', order: 2, kind: 'signer' as const },
  { key: 'office', name: 'Office', order: 3, kind: 'copy' as const },
]
const fields: Field[] = [
  { key: 'rent', type: 'number', role: 'landlord', label: 'Rent', required: true },
  { key: 'sign', type: 'signature', role: 'tenant', label: 'Sign', required: true },
]
const judge = (text: string, delivery: RowDelivery = 'email') =>
  judgeFile(Buffer.from(text), { roles, fields, checked: new Set(['tenant']), delivery })
const faultsOf = async (text: string, delivery?: RowDelivery) =>
  (await judge(text, delivery)).faults.map(({ path, code }) => [...path, code].join(' '))

test('a column of access asks for a code before reading; another word than email_code is named', async () => {
  const good = await judge('email,access,Landlord.email,landlord.ACCESS\nr@x.example,Email_Code,l@x.example,\n')
  expect(good.columns.map(({ role, becomes }) => [role, becomes])).toContainEqual(['landlord', 'access'])
  expect(good.rows[0]?.signers.map(({ access }) => access)).toEqual([{ emailCode: true }, undefined])
  expect(await faultsOf('email,access\nr@x.example,yes\n')).toEqual(['2 access csv_access'])
  expect(await faultsOf('name,access\nRo,email_code\n', 'link')).toEqual(['2 tenant.email required'])
  expect(await faultsOf('email,office.email,office.access\nr@x.example,o@x.example,email_code\n')).toEqual([
    '2 office.access copy_access',
  ])
})

test('columns name people by their role in any case, and all others become metadata', async () => {
  const { columns, rows } = await judge(
    'Name,E-MAIL,Landlord.Email,office.email,Order\nRo,r@x.example,l@x.example,o@x.example,A-1\n',
  )
  expect(columns.map(({ role, becomes }) => [role, becomes])).toEqual([
    ['tenant', 'name'],
    ['tenant', 'email'],
    ['landlord', 'email'],
    ['office', 'email'],
    [null, 'metadata'],
  ])
  expect(rows).toEqual([
    {
      line: 2,
      metadata: { Order: 'A-1' },
      signers: [
        { role: 'tenant', name: 'Ro', email: 'r@x.example', delivery: 'email' },
        { role: 'landlord', email: 'l@x.example', delivery: 'email' },
        { role: 'office', email: 'o@x.example', delivery: 'email' },
      ],
    },
  ])
})

test('a role that a row does not name stays open, and empty cells are no metadata', async () => {
  const { rows } = await judge('email,landlord.email,order\nr@x.example,,\n')
  expect(rows).toMatchObject([{ signers: [{ role: 'tenant' }], metadata: {} }])
})

test('the name of a secret is kept, and its value is nowhere', async () => {
  expect(JSON.stringify(await judge('email,ssn\nr@x.example,078-05-1120\n'))).not.toContain('078-05')
})

test.each<[string, string, string[]]>([
  ['an address that is none', 'email\nrobin\n', ['2 email email']],
  ['no address where ways in are mailed', 'name,email\nRobin,\n', ['2 email required']],
  ['no column of addresses', 'name\nRobin\n', ['1 csv_no_email']],
  ['a name of one letter too many', `name,email\n${'x'.repeat(201)},r@x.example\n`, ['2 name max_length']],
  ['a value with a control character', 'email,order\nr@x.example,a\u0007b\n', ['2 order characters']],
  ['a cell too many', 'email,order\nr@x.example,1,2\n', ['2 csv_cells']],
  ['a cell too few', 'email,order\nr@x.example\n', ['2 csv_cells']],
  ['a column twice', 'email,E-mail\nr@x.example,r@x.example\n', ['1 E-mail csv_column_twice']],
  ['metadata twice but for its case', 'email,Order,order\nr@x.example,1,2\n', ['1 order csv_column_twice']],
  ['a column without a name', 'email,,x\nr@x.example,1,2\n', ['1 csv_column_name']],
  [
    'a person where the columns are named',
    'r@x.example,Robin\ns@x.example,Alex\n',
    ['1 r@x.example csv_no_header', '1 csv_no_email'],
  ],
  [
    'an address of an unknown role',
    'email,landlrd.E-mail\nr@x.example,l@x.example\n',
    ['1 landlrd.E-mail csv_no_role'],
  ],
  ['a row twice', 'email\nr@x.example\ns@x.example\nr@x.example\n', ['4 csv_row_twice']],
  [
    'one address for two who are told apart by it',
    'email,landlord.email\nr@x.example,R@x.example\n',
    ['2 landlord.email same_address'],
  ],
  [
    'several at once',
    'email,order\nrobin,\u0007\nr@x.example,1\nx,2\n',
    ['2 email email', '2 order characters', '4 email email'],
  ],
])('a file with %s is refused with its line and column', async (_, text, faults) => {
  expect(await faultsOf(text)).toEqual(faults)
})

test('too many columns are reported once, at the first line', async () => {
  const names = Array.from({ length: 51 }, (_, at) => `c${at}`).join(',')
  expect(await faultsOf(`email,${names}\nr@x.example${',1'.repeat(51)}\n`)).toEqual(['1 csv_columns'])
})

test('one bad row of 10,000 is the only one that is reported', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => (at === 7_341 ? 'nobody' : `p${at}@x.example`))
  expect(await faultsOf(`email\n${lines.join('\n')}\n`)).toEqual(['7343 email email'])
})

test('a hundred of very many faults are reported, with the number of the others', async () => {
  const { faults, untold } = await judge(`email\n${Array.from({ length: 250 }, (_, at) => `nobody${at}\n`).join('')}`)
  expect([faults.length, untold]).toEqual([100, 150])
})

test('a fault has its line and its column in its params', async () => {
  expect((await judge('email\nrobin\n')).faults).toMatchObject([
    { params: { line: 2, column: 'email', value: 'robin' } },
  ])
})

test('a column field.<key> fills in a field of its role, and an empty cell does not', async () => {
  const { columns, rows } = await judge('email,landlord.email,Field.Rent\nr@x.example,l@x.example,900\ns@x.example,,\n')
  expect(columns[2]).toEqual({ name: 'Field.Rent', role: 'landlord', becomes: 'field' })
  expect(rows.map(({ signers }) => signers.map(({ fields: given }) => given))).toEqual([
    [undefined, { rent: '900' }],
    [undefined],
  ])
})

test.each([
  ['email,field.price\nr@x.example,1\n', ['1 field.price csv_no_field']],
  ['email,field.rent,FIELD.RENT\nr@x.example,1,2\n', ['1 FIELD.RENT csv_column_twice']],
  ['email,landlord.email,field.rent\nr@x.example,l@x.example,much\n', ['2 field.rent number']],
  ['email,field.sign\nr@x.example,Robin\n', ['2 field.sign field_own']],
])('a column of a field is judged by line and column: %j', async (text, faults) => {
  expect(await faultsOf(text)).toEqual(faults)
})
