/** Where the dataset is that a site is built of, and where the site goes; another atlas names its own. */
export const DATA = process.env['ATLAS_TO'] ?? 'static/data';
export const DIST = process.env['ATLAS_DIST'] ?? 'dist';
