// Generators write TypeScript with the JavaScript API of TypeScript 5, which TypeScript 7 does not have. This hook gives
// them the copy of this folder, wherever npm has put the generator itself.
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, specifier === 'typescript' ? { ...context, parentURL: import.meta.url } : context),
})
