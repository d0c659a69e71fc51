import { expect, test } from 'vitest'
import { detectLanguage } from './language.ts'

test.each([
  ['en', 'This agreement is made between Harbour Community Transport and the Driver.'],
  ['de', 'Dieser Vertrag wird zwischen dem Verein und dem Fahrer geschlossen.'],
  ['fr', 'Le présent contrat est conclu entre les parties. Le bailleur donne à bail au preneur.'],
  ['es', 'El presente contrato se celebra entre las partes siguientes.'],
  ['pt', 'O presente contrato é celebrado entre as partes.'],
  ['it', 'Il presente contratto è stipulato tra le parti.'],
  ['nl', 'Deze overeenkomst wordt gesloten tussen de partijen.'],
  ['pl', 'Niniejsza umowa zostaje zawarta pomiędzy stronami i jest ważna.'],
  ['tr', 'Bu sözleşme taraflar arasında yapılmıştır.'],
  ['ar', 'هذه الاتفاقية مبرمة بين الطرفين'],
  ['fa', 'این قرارداد بین طرفین منعقد می‌شود و پذیرفته است'],
  ['ur', 'یہ معاہدہ دونوں فریقین کے درمیان طے پایا ہے'],
  ['he', 'הסכם זה נערך בין הצדדים'],
  ['ja', '本契約は以下の当事者間で締結される。'],
  ['zh', '本协议由双方签订。'],
  ['ko', '본 계약은 당사자 간에 체결된다.'],
  ['ru', 'Настоящий договор заключен между сторонами, и вступает в силу.  Мы'],
  ['uk', 'Цей договір укладено між сторонами.'],
  ['el', 'Η παρούσα σύμβαση συνάπτεται μεταξύ των μερών.'],
  ['th', 'สัญญานี้ทำขึ้นระหว่างคู่สัญญา'],
  ['hi', 'यह समझौता पक्षों के बीच किया गया है'],
  ['ar', '# عقد\n\n{{full_name}} {{signature_of_the_tenant}} https://example.org/long/path'],
  ['en', 'Hello'],
  ['en', '{{signature}}'],
])('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language))
