import { expect, it } from 'vitest';
import { escapeText, markup, writeAttributes, writeElement, writeGroup } from '../../../src/core/markup.ts';

it('escapes text in templates, elements and attributes, and leaves markup as it is', () => {
  const evil = "\"><b a='c'>&";
  const safe = '&quot;&gt;&lt;b a=&#39;c&#39;&gt;&amp;';
  expect(escapeText(evil)).toBe(safe);
  expect(markup`<i title="${evil}">${[evil, markup`<b>${1}</b>`]}</i>`.text).toBe(`<i title="${safe}">${safe}<b>1</b></i>`);
  expect(writeElement('a', { b: evil }, evil).text).toBe(`<a b="${safe}">${safe}</a>`);
});

it('leaves out characters that XML does not have, and no others', () => {
  expect(escapeText('a\u0000\u000b\ud800\uffff\tb\n😀Ə')).toBe('a\tb\n😀Ə');
});

it('leaves out what is not there', () => {
  expect(markup`${null}${undefined}${false}${0}`.text).toBe('0');
  expect(writeAttributes({ a: undefined, b: '', c: true, d: 0 }).text).toBe(' c="c" d="0"');
  expect(writeElement('a', {}).text).toBe('<a/>');
  expect(writeGroup({ fill: 'none' }, [null, ''])).toBeNull();
});
