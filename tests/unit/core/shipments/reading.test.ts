import { describe, expect, it } from 'vitest';
import { computeEsrCheck, isEsrCode, parseIdentifier } from '../../../../src/core/shipments/events/identifiers.ts';
import { formatTime, parseTime, readSerial } from '../../../../src/core/shipments/events/time.ts';
import { getZoneOffset } from '../../../../src/core/shipments/events/zones.ts';
import { isHeader, readColumns } from '../../../../src/core/shipments/formats/columns.ts';
import { splitSegments } from '../../../../src/core/shipments/formats/edifact/segments.ts';
import { SHIPMENT_ISSUES, type ShipmentIssueCode } from '../../../../src/core/shipments/events/issues.ts';
import { LANGS } from '../../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../../src/i18n/index.ts';
import { formatShipmentIssue } from '../../../../src/i18n/shipments/shipment-issue.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import { readBytes, readOne, readText } from './read-file.ts';

describe('numbers', () => {
  it('of containers lose blanks, gain a missing check digit, and say when it is wrong', () => {
    expect(parseIdentifier('csqu 305438-3')).toEqual({ id: 'CSQU3054383', kind: 'container', isValid: true });
    expect(parseIdentifier('CSQU305438').id).toBe('CSQU3054383');
    expect(parseIdentifier('CSQU3054384').isValid).toBe(false);
  });

  it('of wagons and stations are checked by their last digit', () => {
    expect(parseIdentifier('94100419')).toMatchObject({ kind: 'wagon', isValid: true });
    expect(parseIdentifier('94100418').isValid).toBe(false);
    expect(computeEsrCheck('66340')).toBe(4);
    expect([isEsrCode('663404'), isEsrCode('663405')]).toEqual([true, false]);
  });
});

describe('times', () => {
  it.each([
    ['14.11.26 7:05', '2026-11-14T07:05'],
    ['2026-11-13 07:05:00', '2026-11-13T07:05'],
    ['13.11.2026', '2026-11-13'],
    ['11/13/2026 12:05 AM', '2026-11-13T00:05', 'mdy'],
    ['2026年11月13日 22:40', '2026-11-13T22:40'],
    ['13-Nov-2026 22:40', '2026-11-13T22:40'],
    ['2026-11-13T22:40+0500', '2026-11-13T22:40:00+05:00'],
    ['1763073600', '2025-11-13T22:40:00Z'],
  ] as const)('such as %s are told as %s', (text, told, order?: 'mdy') => {
    expect(formatTime(parseTime(text, order)!)).toBe(told);
  });

  it('that do not exist are none', () => {
    for (const text of ['31.02.2026', 'yesterday', '14.11.2026 25:00', '2026-11-14 08:00 or so'])
      expect(parseTime(text)).toBeNull();
  });

  it('of spreadsheets stay local, to the minute, in both systems of counting', () => {
    expect(formatTime(readSerial(46339.23958333, false)!)).toBe('2026-11-13T05:45');
    expect(formatTime(readSerial(46339.23958333 - 1462, true)!)).toBe('2026-11-13T05:45');
  });

  it('follow the clock of the country, with summer time where it has one', () => {
    expect(getZoneOffset('KZ', Date.UTC(2026, 6, 1))).toBe(300);
    expect([getZoneOffset('RO', Date.UTC(2026, 0, 1)), getZoneOffset('RO', Date.UTC(2026, 6, 1))]).toEqual([120, 180]);
    expect(getZoneOffset('ZZ', 0)).toBeNull();
  });
});

describe('headers', () => {
  it.each([
    [
      'ru',
      [
        'Номер контейнера',
        'Станция отправления',
        'Станция назначения',
        'Станция операции',
        'Операция',
        'Дата и время операции',
        'Расстояние оставшееся',
        'Номер накладной',
      ],
    ],
    [
      'kk',
      [
        'Контейнер нөмірі',
        'Жөнелту станциясы',
        'Тағайындау станциясы',
        'Операция станциясы',
        'Операция',
        'Операция күні мен уақыты',
        'Қалған қашықтық',
        'Жүкқұжат нөмірі',
      ],
    ],
    [
      'az',
      [
        'Konteyner nömrəsi',
        'Göndərmə stansiyası',
        'Təyinat stansiyası',
        'Əməliyyat stansiyası',
        'Əməliyyat',
        'Əməliyyatın tarixi və vaxtı',
        'Qalan məsafə',
        'Qaimə nömrəsi',
      ],
    ],
    [
      'en',
      [
        'Container No',
        'Departure station',
        'Destination station',
        'Current station',
        'Operation',
        'Operation date and time',
        'Remaining distance, km',
        'Waybill',
      ],
    ],
    [
      'tr',
      [
        'Konteyner No',
        'Çıkış İstasyonu',
        'Varış İstasyonu',
        'Bulunduğu İstasyon',
        'İşlem',
        'Tarih ve saat',
        'Kalan mesafe',
        'Taşıma belgesi no',
      ],
    ],
    ['zh', ['集装箱号', '发站', '到站', '当前站', '操作', '操作时间', '剩余里程', '运单号']],
  ])('in %s name their columns', (_, headers) => {
    const columns = readColumns(headers);
    expect(columns).toMatchObject({
      container: 0,
      origin: 1,
      destination: 2,
      place: 3,
      operation: 4,
      datetime: 5,
      kmLeft: 6,
      waybill: 7,
    });
    expect(isHeader(columns)).toBe(true);
  });

  it('may come again, and totals are no rows', () => {
    const header = 'container,place,datetime,operation';
    const file = `${header}\nCSQU3054383,Almaty,2026-11-10 10:00,departed\n${header}\nTotal,,,\n`;
    expect(readText(file).shipments).toHaveLength(1);
  });

  it('are understood in Chinese as Windows there writes it', () => {
    const words: [string, number[]][] = [
      // 集装箱号,当前站,操作时间 in GB 18030
      [
        'header',
        [
          0xbc, 0xaf, 0xd7, 0xb0, 0xcf, 0xe4, 0xba, 0xc5, 0x2c, 0xb5, 0xb1, 0xc7, 0xb0, 0xd5, 0xbe, 0x2c, 0xb2, 0xd9, 0xd7, 0xf7,
          0xca, 0xb1, 0xbc, 0xe4, 0x0a,
        ],
      ],
    ];
    const row = new TextEncoder().encode('CSQU3054383,Almaty,2026-11-10 10:00\n');
    const read = readBytes('a.csv', new Uint8Array([...words[0]![1], ...row]));
    expect(read).toMatchObject({ encoding: 'gb18030', shipments: [{ id: 'CSQU3054383', lastEvent: { nodeId: 'almaty' } }] });
  });

  it('with a zone give it to their column', () => {
    const shipment = readOne('container,place,Date and time (UTC+3)\nCSQU3054383,Almaty,2026-11-10 10:00\n');
    expect(shipment.lastEvent).toMatchObject({ zone: 'given', time: '2026-11-10T10:00:00+03:00' });
  });
});

describe('wide tables of forwarders', () => {
  it('give a departure and an arrival, and take no estimate for a fact', () => {
    const shipment = readOne(
      'container,origin,destination,ATD,ETA\nCSQU3054383,Almaty,Aktau port,2026-11-10 10:00,2026-11-14 08:00\n',
    );
    expect(shipment).toMatchObject({
      state: 'under-way',
      lastEvent: { nodeId: 'almaty', kind: 'departed', classifier: 'ACT' },
      fileForecast: { node: 'aktau-port', classifier: 'EST' },
    });
  });
});

describe('segments of EDIFACT', () => {
  it('keep released signs, lose line breaks and say where they break off', () => {
    const { segments, isCut } = splitSegments("UNB+A?'B'\r\nLOC+9+:::X?+Y?:Z'STS+1");
    expect(segments.map(({ tag, elements }) => [tag, elements])).toEqual([
      ['UNB', [["A'B"]]],
      ['LOC', [['9'], ['', '', '', 'X+Y:Z']]],
      ['STS', [['1']]],
    ]);
    expect(isCut).toBe(true);
  });
});

describe('files that are no shipments', () => {
  it.each([
    ['prose', 'Dear all,\nplease find the table below.\n', 'not-a-shipment-file'],
    ['JSON of something else', '{"type":"FeatureCollection","features":[]}', 'not-a-shipment-file'],
    ['XML of something else', '<gpx></gpx>', 'not-a-shipment-file'],
    ['blanks', '  \n ', 'empty'],
  ])('say so: %s', (_, text, kind) => {
    expect(readText(text)).toMatchObject({ shipments: [], errors: [{ kind }] });
  });

  it('say what they are where that is known', () => {
    expect(readBytes('a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatchObject({
      errors: [{ kind: 'unsupported-format' }],
    });
  });
});

describe.each(LANGS)('the sentences in %s', (lang) => {
  it('fill every slot that their issues have values for', async () => {
    const words = translator(lang, await loadDictionary(lang));
    for (const code of Object.keys(SHIPMENT_ISSUES) as ShipmentIssueCode[]) {
      const params = Object.fromEntries(
        ['value', 'time', 'node', 'columns', 'sheets', 'detail', 'what', 'against']
          .map((name) => [name, 'X'])
          .concat(
            ['most', 'counted', 'found', 'done', 'whole', 'count', 'file', 'ours', 'hours', 'km'].map((name) => [name, '7']),
          ),
      );
      const sentence = formatShipmentIssue(words, { code, params, where: { sheet: 'A', row: 5, column: 'D' } }, (id) => id);
      expect(sentence, code).not.toMatch(/[{}]/);
      expect(sentence, code).toMatch(/[5۵]/);
    }
  });

  it('name places as the reader does, and write times out', async () => {
    const words = translator(lang, await loadDictionary(lang));
    const params = { value: 'X', node: 'shu', time: '2026-11-10T06:00:00+05:00', against: 'PLN 2026-11-10T06:00:00+05:00' };
    for (const code of ['assumed-place', 'no-way', 'place-not-served', 'overdue', 'late', 'time-goes-back'] as const) {
      const sentence = formatShipmentIssue(words, { code, params }, (id) => `<${id}>`);
      expect(sentence, code).toMatch(/<shu>|06:00 UTC\+05:00|۰۶:۰۰ گرینویچ \u200e\+۰۵:۰۰/);
      expect(sentence, code).not.toMatch(/2026-11|PLN/);
    }
  });
});
