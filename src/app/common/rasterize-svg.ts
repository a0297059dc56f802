import { MEDIA_TYPES } from './download.ts';

/**
 * Draws an SVG with a width and a height as PNG.
 *
 * @param density pixels of the PNG for each of the SVG's
 * Rejects where the browser cannot draw it.
 */
export async function rasterizeSvg(svg: string, density: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: MEDIA_TYPES.svg }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.naturalWidth * density,
      height: image.naturalHeight * density,
    });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no PNG.'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
