/** The symbols of the map, drawn on a canvas in the colours of the theme: shapes differ, not only colours. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../core/palette.ts';

const SIZE = 24;

interface Icon {
  name: string;
  draw(context: CanvasRenderingContext2D, palette: Palette): void;
}

function disc(context: CanvasRenderingContext2D, radius: number, fill: string, stroke: string, line: number): void {
  context.beginPath();
  context.arc(SIZE / 2, SIZE / 2, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = stroke;
  context.lineWidth = line;
  context.stroke();
}

/** A badge with a glyph of strokes on it, in units of 24. */
function badge(path: string): Icon['draw'] {
  return (context, palette) => {
    disc(context, 10, palette.nodeStroke, palette.casing, 1.6);
    context.strokeStyle = palette.nodeFill;
    context.lineWidth = 1.9;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(new Path2D(path));
  };
}

export const ICONS: Icon[] = [
  { name: 'town', draw: (context, { labelTown }) => disc(context, 2.2, labelTown, 'transparent', 0) },
  { name: 'capital', draw: (context, { labelTown, halo }) => disc(context, 3.2, halo, labelTown, 1.6) },
  { name: 'station', draw: (context, { nodeFill, nodeStroke }) => disc(context, 5, nodeFill, nodeStroke, 2) },
  // An anchor.
  {
    name: 'port',
    draw: badge('M12 9.2V18 M12 9.2a1.7 1.7 0 1 1 .01 0 M9.3 11.6h5.4 M6.6 13.6c.4 3 2.6 4.4 5.4 4.4s5-1.4 5.4-4.4'),
  },
  // A barrier with its post.
  { name: 'border', draw: badge('M8 18V7.5 M8 10h9.5 M11 8.6v2.8 M14.2 8.6v2.8 M6.4 18h3.4') },
  // Rails that come closer.
  { name: 'gauge', draw: badge('M7.2 6.6v4.2l2 2.6v4.2 M16.8 6.6v4.2l-2 2.6v4.2 M6 8.4h12 M8 15.6h8') },
  {
    name: 'event',
    draw(context, palette) {
      context.beginPath();
      context.moveTo(12, 3);
      context.lineTo(20, 11);
      context.lineTo(12, 19);
      context.lineTo(4, 11);
      context.closePath();
      context.fillStyle = palette.mark;
      context.strokeStyle = palette.nodeStroke;
      context.lineWidth = 1.8;
      context.fill();
      context.stroke();
      context.beginPath();
      context.moveTo(12, 7.4);
      context.lineTo(12, 11.4);
      context.lineTo(14.6, 12.8);
      context.stroke();
    },
  },
];

/** Adds the symbols to a map, or replaces them after a change of theme. */
export function addIcons(map: MapLibreMap, palette: Palette): void {
  const ratio = 2;
  for (const { name, draw } of ICONS) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SIZE * ratio;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) continue;
    context.scale(ratio, ratio);
    draw(context, palette);
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: ratio });
  }
}
