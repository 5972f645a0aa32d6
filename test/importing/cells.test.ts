import assert from 'node:assert/strict'
import { currencyIn, decimalOf, nameOf, readDate, readNumber } from '../../server/importing/cells.ts'

const point = { decimal: '.' } as const
const comma = { decimal: ',' } as const
const number = (cell: string, writing: typeof point | typeof comma) => {
  const read = readNumber(cell, writing)
  return 'value' in read ? read.value : undefined
}
const date = (cell: string, which: 'first' | 'last' = 'first', dates?: 'day-first' | 'month-first') => {
  const read = readDate(cell, which, { dates })
  return 'value' in read ? read.value : read.problem
}

describe('numbers in a spreadsheet', () => {
  it('are read with a decimal point or a comma, grouped or not', () => {
    assert.equal(number('2.5', point), 2.5)
    assert.equal(number('2,5', comma), 2.5)
    assert.equal(number('1,234,567.5', point), 1_234_567.5)
    assert.equal(number('1.234.567,5', comma), 1_234_567.5)
    assert.equal(number('600 000', point), 600_000)
    assert.equal(number("600'000", point), 600_000)
    assert.equal(number('600\u00A0000,25', comma), 600_000.25)
  })
  it('are read with thousands and millions, currencies and units', () => {
    assert.equal(number('600k', point), 600_000)
    assert.equal(number('€ 1.2m', point), 1_200_000)
    assert.equal(number('600.000 €', comma), 600_000)
    assert.equal(number('EUR 4,500', point), 4500)
    assert.equal(number('2.5 FTE', point), 2.5)
    assert.equal(number('6 days', point), 6)
  })
  it('are refused where they are none, also negative ones', () => {
    for (const cell of ['', 'two', '1.2.3', '12,34,5', '-3', '3-4', '1..2', '(500)', 'NaN', 'Infinity', '0x10', '1e5'])
      assert.equal(number(cell, point), undefined, cell)
  })
  it('tell which sign stands before fractions; where none does, a semicolon between cells does', () => {
    assert.equal(decimalOf(['1.234,5', '600'], ';'), ',')
    assert.equal(decimalOf(['0.5', '1,234'], ','), '.')
    assert.equal(decimalOf(['1.234', '600'], ';'), ',')
    assert.equal(decimalOf(['1.234', '600'], ','), '.')
    assert.equal(decimalOf(['0,25'], ','), ',')
  })
})

describe('currencies in a spreadsheet', () => {
  it('are read from codes and from signs that belong to one currency only', () => {
    assert.equal(currencyIn('600,000 EUR'), 'EUR')
    assert.equal(currencyIn('£5k'), 'GBP')
    assert.equal(currencyIn('600 €'), 'EUR')
    assert.equal(currencyIn('$500'), undefined)
    assert.equal(currencyIn('500'), undefined)
  })
})

describe('dates in a spreadsheet', () => {
  it('are read as people write them', () => {
    for (const cell of [
      '2027-03-31',
      '2027/3/31',
      '31.03.2027',
      '31.3.2027',
      '31 Mar 2027',
      '31-Mar-2027',
      'March 31, 2027',
      '31/03/2027',
      '3/31/2027',
      '2027-03-31T00:00:00',
    ])
      assert.equal(date(cell), '2027-03-31', cell)
  })
  it('are read in the order that is said where they could mean two days', () => {
    assert.match(date('03/04/2027'), /can be read in two ways/)
    assert.equal(date('03/04/2027', 'first', 'day-first'), '2027-04-03')
    assert.equal(date('03/04/2027', 'first', 'month-first'), '2027-03-04')
    assert.equal(date('04/04/2027'), '2027-04-04')
  })
  it('stand for the first or the last day of a month, a quarter or a year', () => {
    assert.equal(date('2028-02', 'first'), '2028-02-01')
    assert.equal(date('2028-02', 'last'), '2028-02-29')
    assert.equal(date('Feb 2027', 'last'), '2027-02-28')
    assert.equal(date('Q2 2027', 'first'), '2027-04-01')
    assert.equal(date('2027 Q2', 'last'), '2027-06-30')
    assert.equal(date('2027', 'last'), '2027-12-31')
  })
  it('are refused where they do not exist', () => {
    for (const cell of ['2027-02-30', '32.01.2027', '2027-13', 'Q5 2027', 'soon', '31/11/2027', '46112'])
      assert.match(date(cell), /is no date/, cell)
  })
})

describe('names from a spreadsheet', () => {
  it('are written as policies write them', () => {
    assert.equal(nameOf('Bioanalytical scientists (EU)'), 'bioanalytical-scientists-eu')
    assert.equal(nameOf('Qualität & Prüfung'), 'qualitat-and-prufung')
    assert.equal(nameOf('already-a-name'), 'already-a-name')
    assert.equal(nameOf('—'), '')
  })
})
