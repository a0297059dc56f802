/** What the columns of a table mean, by their names in the languages of the region and in the ways of common programs. */

export type ColumnKind = 'lon' | 'lat' | 'wkt' | 'route' | 'order';

/** Names by rank: those of an earlier list win over those of a later one, wherever the column stands. */
const NAMES: Readonly<Record<ColumnKind, readonly string[]>> = {
  lon: [
    'lon lng long longitude lon_deg длг долгота довгота boylam uzunluq uzunlıq uzunlik bojlyk uzaklyk бойлық გრძედი 经度 經度 länge längengrad longitud longitudine երկայնություն طول',
    'x easting point_x',
  ],
  lat: [
    'lat latitude lat_deg шрт широта enlem enlik en kenglik giňlik ендік განედი 纬度 緯度 breite breitengrad latitud latitudine լայնություն عرض',
    'y northing point_y',
  ],
  wkt: ['wkt wkt_geom geom_wkt geometry_wkt', 'geom geometry the_geom shape geometrie'],
  route: [
    'route route_id routeid route_name line_id track_id trackid track_name trip_id shape_id path_id маршрут güzergah marşrut маршрут_id бағыт მარშრუტი 路线 路線 route_nr',
    'line track path trip segment segment_id way_id name ad adı имя название hat линия атауы სახელი ხაზი 名称 线路 id',
  ],
  order: [
    'seq sequence order point_order point_index vertex_index vertex shape_pt_sequence stop_sequence point_no pointno sıra порядок порядковый_номер реті рет რიგი 序号 顺序 reihenfolge orden ordre',
    'no nr n index idx id point number номер nömrə numara №',
  ],
};

/** Words around a name that say nothing of its kind. */
const PREFIX = /^(?:gps|geo|wgs84|shape_pt|stop|point|pos|position|coord|coords|location|начальная|coğrafi)_(?=.)/;
const SUFFIX = /_(?:deg|degrees?|dd|decimal|wgs84|wgs_84|4326|dairəsi|derecesi|градусы)$/;

/** "Latitude (deg)" and the like as one plain word. */
function normalizeHeader(cell: string): string {
  const plain = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replace(/[([{].*?[)\]}]/g, ' ')
    .replace(/[\p{Cf}°"'*:]/gu, ' ')
    .trim()
    .replace(/[\s_.\-/]+/g, '_');
  return plain.replace(SUFFIX, '').replace(PREFIX, '');
}

export interface Column {
  index: number;
  /** As it stands in the file. */
  name: string;
  /** 0 for a name that leaves no doubt. */
  rank: number;
}

/** Columns that may be of that kind, the surest first. */
export function findColumns(header: readonly string[], kind: ColumnKind): Column[] {
  const cells = header.map((name) => [name.normalize('NFKC').trim().toLowerCase(), normalizeHeader(name)]);
  return NAMES[kind].flatMap((names, rank) => {
    const known = new Set(names.split(' '));
    return cells.flatMap((forms, index) =>
      forms.some((form) => known.has(form)) ? [{ index, name: (header[index] ?? '').trim(), rank }] : [],
    );
  });
}

/** The pair of columns of positions: of two pairs the surer one, never one half of each where both are whole. */
export function findPositionColumns(header: readonly string[]): { lon: Column; lat: Column } | null {
  const [lons, lats] = [findColumns(header, 'lon'), findColumns(header, 'lat')];
  for (const rank of [0, 1]) {
    const [lon, lat] = [lons, lats].map((columns) => columns.find((column) => column.rank === rank));
    if (lon && lat) return { lon, lat };
  }
  const [lon, lat] = [lons[0], lats[0]];
  return lon && lat ? { lon, lat } : null;
}
