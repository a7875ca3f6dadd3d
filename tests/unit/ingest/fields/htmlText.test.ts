import { describe, expect, it } from 'vitest'
import { htmlText } from '../../../../src/ingest/fields/htmlText.ts'

describe('htmlText', () => {
  it.each([
    ['plain text', 'plain text'],
    ['line 1\nline 2', 'line 1\nline 2'],
    ['<p>A &amp; B</p><p>C<br>D<br/>E</p>', 'A & B\nC\nD\nE'],
    ['<ul><li>one<li>two</ul>', 'one\ntwo'],
    ['<table><tr><td>Date</td><td>May</td></tr><tr><th>Place</th></tr></table>', 'Date May\nPlace'],
    ['<b>bold</b> and <i class="x">not</i>', 'bold and not'],
    ['a<script>alert("<b>")</script >b<style>p { }</style>c', 'abc'],
    ['a<SCRIPT>x</sCrIpT>b', 'ab'],
    ['a<!-- <b>hidden</b> -->b', 'ab'],
    ['<![CDATA[text]]>', 'text]]>'],
    ['<img src="https://a.example/x.png" alt="a > b">after', 'after'],
    ['1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
    ['<b', '<b'],
    ['&lt;b&gt;&quot;&apos;&nbsp;x', '<b>"\' x'],
    ['&amp;lt;', '&lt;'],
    ['caf&eacute; &Ccedil;a &uuml; &laquo;x&raquo; &rsquo;', 'café Ça ü «x» ’'],
    ['&#1573; &#x62F; &#0; &#xD800; &#x110000;', 'إ د \uFFFD \uFFFD \uFFFD'],
    ['&bogus; & &;', '&bogus; & &;'],
    ['<style>never closed', ''],
    ['', ''],
  ])('reads %j', (html, text) => {
    expect(htmlText(html).text).toBe(text)
  })

  it.each([
    ['<a href="https://a.example/x">x</a>', ['https://a.example/x']],
    ["<a class=y href = 'https://a.example/?a=1&amp;b=2'>x</a>", ['https://a.example/?a=1&b=2']],
    ['<a href=https://a.example/x>x</a>', ['https://a.example/x']],
    ['<A HREF="https://a.example/?q=>">x</A>', ['https://a.example/?q=>']],
    ['<a href="https://a.example/x">1</a><a href="https://a.example/x">2</a>', ['https://a.example/x']],
    ['<a href="javascript:alert(1)">x</a>', []],
    ['<a href="&#106;avascript:alert(1)">x</a>', []],
    ['<a href="/relative">x</a>', []],
    ['<a name="href=x">x</a>', []],
    ['<abbr href="https://a.example/x">x</abbr>', []],
    ['<img src="https://a.example/x.png">', []],
  ])('finds the links of %s', (html, links) => {
    expect(htmlText(html).links).toEqual(links)
  })
})
