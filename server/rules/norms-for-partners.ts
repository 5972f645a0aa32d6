import { query } from '../workspace/workspace.ts'
import { append, placeholder } from './fix.ts'
import { barrier, type Outcome, passed } from './rule.ts'
import { isRunning } from './running-agreements.ts'

const partnersAreThere = query((workspace, _: '') =>
  workspace.all('PartnerAgreement').some((agreement) => isRunning(agreement, workspace.today)),
)

interface Included {
  readonly what: string
  readonly change: string
  readonly fix: string
}

/** Judges whether a list of those whom a norm is for has partners in it, where there are partners. */
export function* includesPartners(
  on: object,
  key: string,
  groups: readonly string[] | undefined,
  workspace: Parameters<typeof partnersAreThere>[0],
  { what, change, fix }: Included,
): Generator<Outcome> {
  if (groups === undefined || !partnersAreThere(workspace, '')) return
  if (groups.includes('partners')) yield passed()
  else {
    yield barrier(on, key, {
      what,
      change,
      fixes: [
        placeholder(
          fix,
          append(on, key, 'partners', { comment: 'settle it with the partners, and tell their people' }),
        ),
      ],
    })
  }
}
