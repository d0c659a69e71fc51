import { parse } from 'vite'
import type { Source } from './sources.ts'

type Node = { type: string; start: number; end: number }

const kinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

/** The functions of a file, each with its place and its number of lines. */
export async function readFunctions({ path, text }: Source): Promise<{ at: string; lines: number }[]> {
  const { program } = await parse(path, text)
  const found = functionsIn(program)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  return found.map(({ start, end }) => ({
    at: `${path}:${lineOf(start)}`,
    lines: text.slice(start, end).split('\n').length,
  }))
}

function functionsIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(functionsIn)
  if (!isNode(value)) return []
  const below = Object.values(value).flatMap(functionsIn)
  return kinds.includes(value.type) ? [value, ...below] : below
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
