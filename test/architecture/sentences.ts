const sentence = /(['"`])(?:\p{Lu}|\$\{)(?:(?!\1).)* (?:(?!\1).)*[.!?]\1/u

/**
 * The texts of a file that read as sentences. Comments, errors that are bugs, and descriptions for documents are none that
 * a person is shown.
 */
export function findSentences(text: string): string[] {
  const code = text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/new Error\((?:[^()]|\([^()]*\))*\)/g, '')
  return code.split('\n').flatMap((line) => {
    if (/^\s*\/\/|\b(?:description|about):/.test(line)) return []
    return sentence.exec(line)?.[0] ?? []
  })
}
