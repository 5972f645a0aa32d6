import type { Exemption } from './exemption.ts'
import type { Finding } from './finding.ts'
import type { Waived } from './set-aside.ts'

export interface Parted<E> {
  readonly left: readonly Finding[]
  readonly setAside: readonly Waived[]
  /** The findings that each exemption is about, whether it still holds or not. */
  readonly about: ReadonlyMap<E, readonly Finding[]>
}

/** Takes the findings out that an exemption in force is about. One that is malformed or has expired sets nothing aside. */
export function part<E extends Exemption>(
  findings: readonly Finding[],
  exemptions: readonly E[],
  today: string,
): Parted<E> {
  const usable = exemptions.filter(({ fault }) => fault === undefined)
  const setAside: Waived[] = []
  const about = new Map<E, Finding[]>()
  const left = findings.filter((finding) => {
    const own = finding.internal ? [] : usable.filter((each) => each.isAbout(finding))
    for (const each of own) about.set(each, [...(about.get(each) ?? []), finding])
    const inForce = own.find(({ until }) => until >= today)
    if (inForce !== undefined) {
      const { by, owner, reason, until } = inForce
      setAside.push({ finding, by, owner, reason, until })
    }
    return inForce === undefined
  })
  return { left, setAside, about }
}
