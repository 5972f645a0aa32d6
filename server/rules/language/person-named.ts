import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/person-named',
  title: 'A policy names a person',
  severity: 'warning',
  finds: 'An e-mail address, or what looks like a given name and a family name, where a role or a unit belongs.',
  why: "Policies outlive the people in them: when the person moves on, nobody has the task, and a person's name is personal data that a policy does not need.",
  evidence: [],
  certainty: 'It is a guess from how names look; an e-mail address is certain.',
  against:
    'It is a guess from the form of the text. A role that is called like a person is found, too, and a person whose name is not among the common ones is not.',
  fixing: 'There is no fix: only a person knows which role is meant.',
})
