import { fillIn, placeholder, set } from '../fix.ts'
import { northStarIsDeclared } from '../north-star.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'accountability/north-star-missing',
  title: 'No strategic purpose is declared',
  kind: 'LeadershipSystem',
  severity: 'warning',
  finds: 'A leadership system without a `northStar`, where no other leadership system declares one.',
  why: 'Units and partners that have nothing in common to serve settle each question by what serves themselves.',
  evidence: ['article'],
  certainty: "Aligning to a shared strategic purpose is practitioners' advice; its effect has not been measured here.",
  against: 'A small company may know its purpose without writing it down. A partner does not.',
  fixing:
    'The fix adds the North Star with what is to be said about customers, partners and the company; a person has to write it.',
  *check({ metadata, spec }, { workspace }) {
    if (northStarIsDeclared(workspace, '')) {
      if (spec.northStar !== undefined) yield passed()
      return
    }
    if (workspace.all('LeadershipSystem')[0]?.metadata !== metadata) return
    yield barrier(metadata, 'name', {
      what: 'The leadership system declares no strategic purpose (North Star).',
      change: 'Write in a sentence what the company is for, and what customers, partners and the company get.',
      fixes: [
        placeholder(
          'Add a North Star',
          set(spec, 'northStar', {
            statement: fillIn('what the company is for, as customers and partners are told it'),
            forCustomers: fillIn('what customers get'),
            forPartners: fillIn('what partners get'),
            forCompany: fillIn('what the company gets'),
          }),
        ),
      ],
    })
  },
})
