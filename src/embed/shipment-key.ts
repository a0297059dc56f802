/** What the lines and dots of shipments on the map of an embed mean: an embed has no legend of its own for them. */
import { type Markup, markup, type Part, writeElement } from '../core/markup.ts';
import { type Palette, PALETTES, type Theme } from '../core/style/palette.ts';
import { SHIPMENT_ROLES, type ShipmentRole } from '../core/style/shipment.ts';
import { ROLE_WORDS } from '../i18n/shipments/shipment.ts';
import type { Translator } from '../i18n/translate.ts';
import { writePaint } from '../svg/paint.ts';
import { drawWaySample } from '../svg/shipment/shipment-ways.ts';

/** Pixels of a sample. */
const SIZE = { width: 40, height: 26 };

const writeEntry = (sample: Part, words: string): Markup =>
  markup`<li>${writeElement('svg', { ...SIZE, viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, 'aria-hidden': 'true' }, sample)}${words}</li>`;

const drawCountSample = (palette: Palette): Markup =>
  writeElement('circle', {
    cx: 20,
    cy: 13,
    r: 9,
    'stroke-width': 1.5,
    ...writePaint(palette, { fill: 'accent', stroke: 'casing' }),
  });

/** @param drawn roles that the map has; none where shipments are gathered into counts */
export function writeShipmentKey(tr: Translator, theme: Theme, drawn: ReadonlySet<string>): Markup {
  const palette = PALETTES[theme];
  const roles = SHIPMENT_ROLES.filter((role: ShipmentRole) => drawn.has(role));
  const entries =
    roles.length > 0
      ? roles.map((role) => writeEntry(drawWaySample(role, 3, 13, palette), tr.t(ROLE_WORDS[role])))
      : writeEntry(drawCountSample(palette), tr.t('legend.shipmentCount'));
  return markup`<ul class="legend" aria-label="${tr.t('panel.shipments')}">${entries}</ul>`;
}
