import assert from 'node:assert/strict'
import fc from 'fast-check'
import { attributeText, element, elementText, xmlDocument } from '../../server/reports/xml.ts'

describe('XML', () => {
  it('has its signs as references, in text and in attributes', () => {
    assert.equal(elementText('a < b && c > "d" ]]>'), 'a &lt; b &amp;&amp; c &gt; "d" ]]&gt;')
    assert.equal(attributeText('<a b="c">&'), '&lt;a b=&quot;c&quot;&gt;&amp;')
  })
  it('keeps line breaks and tabs in attributes, and returns in text', () => {
    assert.equal(attributeText('a\tb\nc\r\n'), 'a&#9;b&#10;c&#13;&#10;')
    assert.equal(elementText('a\tb\r\n'), 'a\tb&#13;\n')
  })
  it('has no character that XML cannot have', () => {
    const never = '\u0000\u0008\u000b\u001f\udfff\ud800\ufffe\uffff'
    assert.equal(elementText(`a${never}b`), `a${'\ufffd'.repeat(8)}b`)
    assert.equal(attributeText(never), '\ufffd'.repeat(8))
    assert.equal(elementText('\u{1f642} \ud7ff \ue000'), '\u{1f642} \ud7ff \ue000')
  })
  it('holds any text so that no tag and no reference begins in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(elementText(text), /[<>]|&(?!(?:amp|lt|gt|#13);)/)
        assert.doesNotMatch(attributeText(text), /[<>"\t\n\r]|&(?!(?:amp|lt|gt|quot|#9|#10|#13);)/)
      }),
    )
  })
  it('stands one element a line, and leaves out what is not given', () => {
    const document = xmlDocument(
      element('a', { b: 1, c: undefined }, [element('d', {}, 'text'), element('e', { f: '' })]),
    )
    assert.equal(document, '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1">\n  <d>text</d>\n  <e f=""/>\n</a>\n')
  })
})
