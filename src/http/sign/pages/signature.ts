import { html } from 'ghtml'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { type Entered, faultOf, idOf, input } from './form.ts'

/** The box of the signature: typed, or drawn where a script can run. */
export function signatureHtml(
  reader: Reader,
  { name, email }: { name: string; email: string },
  entered: Entered,
): string {
  const words = wordsFor(reader).sign
  const message = faultOf(entered, ['signature'])
  const drawn = entered.values.signature_method === 'drawn'
  return html`<fieldset id="${idOf(['signature'])}" class="signature"><legend id="signature">${words.signature}</legend>
    !${message ? html`<p class="fault">${message}</p>` : ''}
    <div class="methods" hidden>
      <label><input type="radio" name="signature_method" value="typed"!${drawn ? '' : ' checked'}> ${words.type}</label>
      <label><input type="radio" name="signature_method" value="drawn"!${drawn ? ' checked' : ''}> ${words.draw}</label>
    </div>
    <div class="typed">
      !${input(reader, { name: 'signature_text', label: words.type_name, path: ['signatureText'], autocomplete: 'name', maxLength: 200 }, entered)}
      <p class="preview" aria-hidden="true"></p>
    </div>
    <div class="drawn" hidden>
      <p class="hint" id="pad-hint">${words.hint}</p>
      <canvas role="img" aria-label="${words.drawn}" aria-describedby="pad-hint"></canvas>
      <button type="button" class="quiet clear">${words.clear}</button>
      <input type="hidden" name="signature_drawing" value="${entered.values.signature_drawing ?? ''}">
    </div>
    !${name || email ? html`<p class="hint">${words.signing_as({ name, email })}</p>` : ''}
  </fieldset>`
}
