import type { CoSellCredit } from '../language/generated/policies.ts'
import { type Fix, set, unsafe } from './fix.ts'

/** Credits everyone who took part in a sale in full, whatever shares are listed. */
export function fullToEach(coSell: CoSellCredit): Fix {
  const partial = (coSell.shares ?? []).filter(({ credit }) => credit !== undefined && credit < 100)
  return unsafe(
    'Credit everyone who took part in full: credit: full-to-each',
    ...(coSell.credit === 'full-to-each' ? [] : [set(coSell, 'credit', 'full-to-each')]),
    ...partial.map((share) => set(share, 'credit', 100)),
  )
}
