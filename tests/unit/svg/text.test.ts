import { describe, expect, it } from 'vitest';
import { balanceLines, limitLines, measureText, wrapText } from '../../../src/svg/text.ts';

describe('wrapped text', () => {
  it('is in lines that fit, and loses no letter', () => {
    const text = 'Erster Bahnübergangssicherungsanlagenprüfer 从北京到上海的铁路 end';
    const lines = wrapText(text, 80, 12);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(measureText(line) * 12, line).toBeLessThanOrEqual(80);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('has no line where there is no text, and one character a line where there is no room', () => {
    expect(wrapText('', 80, 12)).toEqual([]);
    expect(wrapText('abc', 1, 12)).toEqual(['a', 'b', 'c']);
  });

  it('keeps every mark beside Chinese characters, and begins no line with one that closes', () => {
    const text = '无法检验——“借助TRIPP铁路和港口，欧亚地区（2026年）的贸易更加便利。”';
    for (let width = 40; width < 400; width += 7) {
      const lines = wrapText(text, width, 12);
      expect(lines.join('')).toBe(text);
      expect(lines.filter((line) => /^[，。”）—]/.test(line) || /[“（]$/.test(line))).toEqual([]);
    }
  });

  it('ends no line before a dash between spaces, nor at a space or joiner that keeps a figure whole', () => {
    const text = 'Баку — Карс, 5\u00a0км — и\u202f2023\u00a0г.';
    for (let width = 54; width < 300; width += 7)
      expect(wrapText(text, width, 12).filter((line) => /^[—–]/.test(line))).toEqual([]);
    expect(wrapText('up to 5\u00a0km beyond', 45, 12)).toEqual(['up to', '5\u00a0km', 'beyond']);
    expect(wrapText('共有15\u2060万\u2060吨货物', 45, 12)).toEqual(['共有', '15\u2060万\u2060吨', '货物']);
  });

  it.each([
    ['„ერთი ორი', 'სამი', '„ერთი…“'],
    ['«один два', 'три»', '«один…»'],
    ['Claim – “one two', 'three”', 'Claim – “one…”'],
    ['（一“二三四五', '六”）', '（一“二三四…”）'],
    ['“one” two', 'three', '“one”…'],
    ['“one ‘two’s three', 'four’”', '“one ‘two’s…’”'],
    ['«یک ‹دو سه', 'چهار›»', '«یک ‹دو…›»'],
  ])('that is cut closes what it has opened: %s', (first, second, cut) => {
    expect(limitLines([first, second], 1)).toEqual([cut]);
  });

  it('ends with an ellipsis where lines are left out', () => {
    expect(limitLines(['one two', 'three'], 2)).toEqual(['one two', 'three']);
    expect(limitLines(['one two, three', 'four'], 1)).toEqual(['one two…']);
  });

  it('is balanced in labels: no word alone on a last line', () => {
    expect(balanceLines('Baku', 7, {})).toEqual(['Baku']);
    const lines = balanceLines('Alat International Sea Trade Port', 8, {});
    const widths = lines.map((line) => measureText(line));
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
  });
});
