// Small policies with just one thing to say about each.

/** Nothing to find. */
export const clean = `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: norms
spec: {}
`

/** One error, with a safe fix: rename "titel" to "title". */
export const misspelt = `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: misspelt # the name stays
  titel: How we work together
spec: {}
`

/** One warning: something is still to be filled in. */
export const unfinished = `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: unfinished
  title: "? what it is about"
spec: {}
`

/** An error with an unsafe fix (mode: expected), and one with a safe fix ("descripton"). */
export const forced = `apiVersion: leadership/v1
kind: PerformanceCalibration
metadata:
  name: ratings
  descripton: How people are rated
spec:
  interdependence: reciprocal
  scale: [{name: low}, {name: high}]   # low comes first
  distribution:
    mode: forced     # since 2019
`

/** One of five people must be rated low: figures that rest on an assumption, by a rule with options. */
export const smallGroup = `apiVersion: leadership/v1
kind: PerformanceCalibration
metadata:
  name: small-group
spec:
  groups:
    - {name: optics-team, headcount: 5}
  scale: [{name: low}, {name: good}, {name: top}]
  distribution:
    mode: forced
    appliedTo: team
    rounding: nearest
    levels:
      - {level: low, percent: 10}
      - {level: good, percent: 70}
      - {level: top, percent: 20}
`

/** A policy that another of the same kind and name makes a duplicate. */
export const named = (name: string): string => clean.replace('name: norms', `name: ${name}`)

/** Nothing: its one finding is suppressed for years. */
export const suppressed = misspelt.replace(
  '  titel',
  '  # concord-ignore language/unknown-field until=2099-12-31 reason="the old name is still read elsewhere"\n  titel',
)
