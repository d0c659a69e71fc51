import type { Plugin } from 'vite'

const hint = '//# allFunctionsCalledOnLoad\n'

/**
 * Marks the code that every page runs as soon as it loads. A browser that knows the mark compiles all of it while it
 * still arrives, instead of one function after the other at its first call.
 */
export function compileHintsPlugin(names: readonly string[]): Plugin {
  return {
    name: 'sealane-compile-hints',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const one of Object.values(bundle))
          if (one.type === 'chunk' && names.includes(one.name)) one.code = hint + one.code
      },
    },
  }
}
