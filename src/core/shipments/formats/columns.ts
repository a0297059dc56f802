/** Headers of tables in seven languages; texts come folded (`foldText`). What the words mean is told from the whole row. */
import { foldText } from '../fold.ts';

/** The first pattern that a header meets names its column, so the narrow ones come first. */
const PATTERNS = {
  lon: /^(?:lon|lng|long|longitude|x|долгота|бойлык|бойлық|boylam|uzunluq|გრძედი|经度)$/,
  lat: /^(?:lat|latitude|y|широта|ендік|enlem|enlik|განედი|纬度)$/,
  other:
    /начала рейса|просто[йя]|индекс|груза$|^груз$|наименование|дата (?:и время )?(?:отправл|при[её]м|погруз|раскред|оформл)|вес\b|^тип (?:контейн|ваг)|дни без|commodity|weight|vessel|voyage|train no/,
  atd: /^atd$|actual (?:time of )?departure|фактическ\S* (?:дата )?(?:отправ|отход|выход)|gercek(?:lesen)? (?:cikis|kalkis)|实际(?:发|离|开)/,
  ata: /^ata$|actual (?:time of )?arrival|фактическ\S* (?:дата )?прибыт|gercek(?:lesen)? varis|实际(?:到|抵)/,
  etd: /^etd$|(?:estimated|expected) (?:time of )?departure|(?:ожидаем|прогноз|планов)\S* (?:дата )?(?:отправ|отход|выход)|tahmini (?:cikis|kalkis)|预计(?:发|离|开)/,
  eta: /^eta\b|(?:estimated|expected) (?:time of )?arrival|(?:ожидаем|планов)\S* (?:дата )?прибыт|прогноз\S* (?:дат|врем)|tahmini varis|texmini (?:catma|gelme)|预计(?:到|抵)/,
  kmLeft:
    /остав\S+ (?:расст|км)|расст\S+ остав|остал\S+|остаточн|remaining|distance left|km left|qalan|kalan|қалған|剩余|დარჩენილი/,
  forecastDays: /прогноз|дней до|forecast|days to|gun sayi|болжам|预计天数|პროგნოზ/,
  due: /нормативн|срок доставки|delivery (?:due|term)|due date|teslim|运到期限|жеткізу мерзімі/,
  waybill:
    /накладн|waybill|consignment|bill of lading|\bcim\b|\bsmgs\b|смгс|irsaliye|konsimento|tasima belgesi|qaime|жүкқұжат|运单|提单|ზედნადებ/,
  railway: /^дорога|^railway|temiryolu|demir ?yolu|теміржол$|路局|რკინიგზა/,
  datetime:
    /дата ?(?:и|\/)? ?время|дата операции|date ?(?:and|&)? ?time|timestamp|tarih\S* (?:ve )?saat|tarix\S* (?:ve )?(?:saat|vaxt)|күні (?:мен|және) уақыты|日期时间|(?:操作|作业|发生|事件|更新)时间|თარიღი (?:და|\/) დრო/,
  destination: /назначен|destination|varis (?:istasyonu|yeri|noktasi|limani)|teyinat|тағайында|баратын|到站|目的|终到|დანიშნულებ/,
  origin:
    /станция отправ|пункт отправ|^отправление$|^откуда$|origin|(?:departure|from) (?:station|place)|(?:cikis|kalkis) (?:istasyonu|yeri|noktasi|limani)|gonder\S* (?:stansiya|mentege)|жөнелту|жөнелтілген|发站|始发|起运|გამგზავნ|გაგზავნის/,
  place:
    /станция|местополож|местонахожд|^место|location|place|(?:current|operation) station|^station|konum|bulundugu|mevcut|islem (?:istasyonu|yeri)|stansiya|hazirki|\byer(?:i)?$|станциясы|орналасқан|当前|现在站|操作站|所在|地点|位置|车站|სადგურ|ადგილ/,
  container:
    /^(?:номер |№ ?|n |no )?(?:контейнер|ктк)|^(?:equipment|container)(?: ?(?:no|number|id|nr|reference))?$|^konte[yi]ner|箱号|集装箱|柜号|კონტეინერ/,
  wagon: /^(?:номер |№ ?)?вагон|^wagon|^rail ?car|^va[gq]on|车号|车皮|ვაგონ/,
  mode: /^(?:transport )?mode|вид транспорта|tasima (?:turu|modu)|neqliyyat|运输方式|көлік түрі|ტრანსპორტ/,
  country: /^(?:country|страна|ulke|olke|ел|国家|ქვეყანა)(?: code)?$/,
  operation: /операц|operation|^event|событие|milestone|islem|hareket|emeliyyat|hadise|操作|作业|事件|动态|ოპერაცია/,
  status: /^(?:status|durum|статус|состояние|classifier|veziyyet|мәртебе|状态|სტატუსი)/,
  date: /^(?:дата|date|tarih|tarix|күні|日期|თარიღი)|дата$/,
  time: /^(?:время|time|saat|vaxt|уақыт|时间|დრო)|время$/,
  load: /порож|груж[её]н|тип парка|laden|empty|dolu|bos dolu|重空|空重/,
} as const;
export type Column = Exclude<keyof typeof PATTERNS, 'other'>;

/** Where each column stands, from 0. */
export type Columns = Partial<Record<Column, number>>;

const findColumn = (header: string): keyof typeof PATTERNS | undefined =>
  (Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]).find((column) => PATTERNS[column].test(header));

/** The columns of a row of headers; of two for the same thing, the first. */
export function readColumns(headers: readonly string[]): Columns {
  const columns: Columns = {};
  headers.forEach((text, i) => {
    const header = foldText(text);
    const column = header && header.length < 100 ? findColumn(header) : undefined;
    if (column && column !== 'other') columns[column] ??= i;
  });
  // Where nothing else says what happened, the status does; beside it, it says whether it has happened.
  if (columns.operation === undefined && columns.status !== undefined) {
    columns.operation = columns.status;
    delete columns.status;
  }
  if (columns.datetime === undefined) {
    const only = columns.date ?? columns.time;
    if (only !== undefined && (columns.date === undefined || columns.time === undefined)) columns.datetime = only;
  }
  return columns;
}

const hasId = ({ container, wagon }: Columns): boolean => container !== undefined || wagon !== undefined;
const hasTime = ({ datetime, date, ata, atd, eta, etd }: Columns): boolean =>
  [datetime, date, ata, atd, eta, etd].some((one) => one !== undefined);

/** True of a row that can be the header of a table of shipments. */
export function isHeader(columns: Columns): boolean {
  const isPlaced = columns.place !== undefined || (columns.lon !== undefined && columns.lat !== undefined);
  return (hasId(columns) && (isPlaced || hasTime(columns))) || (isPlaced && hasTime(columns));
}

export const hasPositions = ({ lon, lat }: Columns): boolean => lon !== undefined && lat !== undefined;

/** The kind of table: railways name where a waybill begins, or what remains of it. */
export function nameTable(columns: Columns): 'positions' | 'forwarder' | 'dislocation' {
  if (hasPositions(columns)) return 'positions';
  const isWide = [columns.ata, columns.atd, columns.eta, columns.etd].some((one) => one !== undefined);
  return !isWide && [columns.origin, columns.kmLeft, columns.wagon].some((one) => one !== undefined)
    ? 'dislocation'
    : 'forwarder';
}
