import type { StatedExemption } from './exemption.ts'
import type { Finding } from './finding.ts'
import type { Shown } from './shown-findings.ts'
import { type Judged, statedWaiver, type WaiverExemption, waiverFinding } from './waiver-exemption.ts'

/** What has become of every waiver, and what is wrong with them in each configuration. */
export interface WaiverStates {
  readonly stated: readonly StatedExemption[]
  readonly findings: ReadonlyMap<string, readonly Finding[]>
}

export const noWaivers: WaiverStates = { stated: [], findings: new Map() }

/** Brings together what the waivers are about in all files. */
export function waiverStates(
  waivers: readonly WaiverExemption[],
  shown: readonly Pick<Shown, 'waived'>[],
  judged: Judged,
): WaiverStates {
  const stated = waivers.map((waiver) =>
    statedWaiver(
      waiver,
      shown.flatMap(({ waived }) => waived.get(waiver) ?? []),
      judged,
    ),
  )
  const findings = new Map<string, Finding[]>()
  for (const [index, each] of stated.entries()) {
    const finding = waiverFinding(each, waivers[index]?.waiver.path ?? [], judged)
    if (finding !== undefined) findings.set(each.place.file, [...(findings.get(each.place.file) ?? []), finding])
  }
  for (const own of findings.values()) own.sort((a, b) => a.place.range.start - b.place.range.start)
  return { stated, findings }
}
