import { figure, number } from '../figure.ts'
import { barrier, passed, rule } from '../rule.ts'
import { sumOfWeights } from '../sum-of-weights.ts'
import { kindsWithWeights, wholesOf } from '../weighted-wholes.ts'

export default rule({
  id: 'performance/weights-not-100',
  title: 'Weights do not add up to 100',
  kind: kindsWithWeights,
  severity: 'error',
  finds:
    'Weights that are the parts of one whole and do not add up to 100: of rating, selection and promotion criteria, of the measures and pools of an incentive plan, of accountability measures; and shares of rating levels, of a pay mix, and of the value of an agreement. Where one of them is missing, only more than 100 is found.',
  why: "People are told one balance of what counts and rated or paid by another, and whose work counts less is anybody's guess.",
  evidence: ['arithmetic', 'P6'],
  certainty:
    'It is a sum. One published pay plan has weights that add up to 90. A difference that rounding to one decimal explains is left alone.',
  fixing: 'There is no fix: only the owner of the policy knows which weight is meant otherwise, or what is missing.',
  *check(policy) {
    for (const { what, object, key, weights, related } of wholesOf(policy)) {
      const { total, addsUp, parts } = sumOfWeights(weights)
      if (addsUp === true) yield passed()
      else if (addsUp === false) {
        const figures = [figure('sum-of-weights', `Sum of ${what}`, total, 'percent')]
        const off = `${number(Math.abs(100 - total), 2)} %`
        yield barrier(object, key, {
          what: `The sum of ${what} is ${number(total, 2)} % (${parts}), not 100 %.`,
          howMuch: total < 100 ? `${off} is given to nothing.` : `${off} more is given than there is.`,
          change:
            total < 100
              ? `Add the missing ${off} to one of them, or add what is missing.`
              : `Take ${off} from one or several of them.`,
          figures,
          related,
        })
      }
    }
  },
})
